// Makes docs/images/busts.jpg: described people as GLB files, drawn with three.js from several sides and with expressions. Run it
// again after the look toon3d has changed: npm run build:readme-busts
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createAvatarGenerator } from '../packages/generator/src/index.js';
import { BustViewer, type View } from './glb-view/bust-viewer.js';

const target = new URL('../docs/images/busts.jpg', import.meta.url);
// One package only may import it, and this lies with none.
const sharp = createRequire(new URL('../packages/image/package.json', import.meta.url))('sharp') as Sharp;
interface Encoder {
  composite(overlays: readonly { input: Buffer; left: number; top: number }[]): Encoder;
  jpeg(options: { quality: number; mozjpeg: boolean }): Encoder;
  toBuffer(): Promise<Buffer>;
}
type Sharp = (input: {
  create: { width: number; height: number; channels: 3; background: string };
}) => Encoder;

const CELL_PX = 240;
const QUALITY = 80;
const PEOPLE = [
  'a young woman with long wavy black hair, brown skin and a red dress with leaves',
  'a young man with a black afro, a full beard, dark brown skin and an orange hoodie',
  'a woman in her sixties with a silver bob, round glasses, blue eyes and a green turtleneck',
  'a young man with a blond quiff, fair skin, blue eyes and a red jersey',
];
const VIEWS: readonly View[] = [
  {},
  { azimuth: 45 },
  { azimuth: 90 },
  { azimuth: 145 },
  { azimuth: 20, turn: 40, gaze: 10 },
  {
    close: true,
    azimuth: 15,
    weights: {
      jawOpen: 0.35,
      mouthSmileLeft: 0.9,
      mouthSmileRight: 0.9,
      cheekSquintLeft: 0.7,
      cheekSquintRight: 0.7,
    },
  },
  { close: true, weights: { eyeBlinkLeft: 1, eyeBlinkRight: 1, mouthSmileLeft: 0.4, mouthSmileRight: 0.4 } },
  {
    close: true,
    azimuth: -15,
    weights: {
      jawOpen: 0.6,
      mouthFunnel: 0.45,
      eyeWideLeft: 0.9,
      eyeWideRight: 0.9,
      browInnerUp: 0.9,
      browOuterUpLeft: 0.8,
      browOuterUpRight: 0.8,
    },
  },
];

await using generator = createAvatarGenerator();
await using viewer = await BustViewer.open();
const tiles: { input: Buffer; left: number; top: number }[] = [];
for (const [row, person] of PEOPLE.entries()) {
  const { bytes } = await generator.draw(person, { format: 'glb', seed: 5 });
  for (const [column, view] of VIEWS.entries())
    tiles.push({
      input: Buffer.from(await viewer.draw(bytes, view, CELL_PX)),
      left: column * CELL_PX,
      top: row * CELL_PX,
    });
}
const create = {
  width: VIEWS.length * CELL_PX,
  height: PEOPLE.length * CELL_PX,
  channels: 3,
  background: '#ffffff',
} as const;
await writeFile(
  target,
  await sharp({ create }).composite(tiles).jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer(),
);
