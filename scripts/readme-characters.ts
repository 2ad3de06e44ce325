// Makes docs/images/characters.jpg: people from words, one person in four poses and two more looks, and a public-domain
// portrait beside its character. Run it again after a look has changed: npm run build:readme-characters
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createAvatarGenerator, type DrawOptions } from '../packages/generator/src/index.js';
import { DESCRIBED } from './page-pictures/described.js';

const photo = new URL('../examples/photos/astronaut.png', import.meta.url);
const target = new URL('../docs/images/characters.jpg', import.meta.url);
// One package only may import it, and this lies with none.
const sharp = createRequire(new URL('../packages/image/package.json', import.meta.url))('sharp') as Sharp;
interface Overlay {
  readonly input: Buffer;
  readonly left: number;
  readonly top: number;
}
interface Encoder {
  resize(width: number, height: number): Encoder;
  composite(overlays: readonly Overlay[]): Encoder;
  jpeg(options: { quality: number; mozjpeg: boolean }): Encoder;
  toBuffer(): Promise<Buffer>;
}
type Sharp = (
  input: Uint8Array | { create: { width: number; height: number; channels: 3; background: string } },
) => Encoder;

const COLUMNS = 6;
const CELL_PX = 280;
const GAP_PX = 6;
const QUALITY = 78;
/** Two people of each look. */
const SHOWN = [0, 2, 1, 4, 3, 7];
const POSER = 'a woman in her thirties with a black ponytail, red round glasses, hoops and an olive hoodie';
const POSES: readonly DrawOptions[] = [
  { look: 'toon3d', pose: { yaw: -30 }, expression: 'slight_smile' },
  { look: 'toon3d', pose: { gesture: 'wave' }, expression: 'laugh' },
  { look: 'toon3d', pose: { gesture: 'arms_crossed' }, expression: 'serious' },
  { look: 'toon3d', pose: { yaw: 20, gesture: 'thumbs_up' }, expression: 'smile' },
  { look: 'anime', pose: { yaw: -20 }, expression: 'smile' },
  { look: 'flat', pose: { yaw: 20 }, expression: 'smug' },
];
const HER_LOOKS: readonly DrawOptions[] = [
  { look: 'toon3d' },
  { look: 'anime' },
  { look: 'flat' },
  { look: 'toon3d', pose: { yaw: 25, gesture: 'wave', framing: 'half_body' }, expression: 'laugh' },
  {
    look: 'toon3d',
    pose: { yaw: -20 },
    edits: [{ op: 'set', path: 'clothing', value: { style: 'spacesuit' } }],
  },
];

await using generator = createAvatarGenerator();
const cells: Uint8Array[] = [];
const draw = async (who: Parameters<typeof generator.draw>[0], options: DrawOptions) => {
  const { bytes, unsupported } = await generator.draw(who, { ...options, sizePx: 2 * CELL_PX });
  // What was measured may have a detail that the hair style leaves out; words must be drawn whole.
  if (typeof who === 'string' && unsupported.length > 0)
    throw new Error(`Not drawn: ${JSON.stringify(unsupported)}`);
  cells.push(bytes);
};
for (const { text, ...options } of SHOWN.map((index) => DESCRIBED[index])) await draw(text, options);
for (const options of POSES) await draw(POSER, { ...options, seed: 5 });
const portrait = await readFile(photo);
const original = { minLikeness: 1, onFail: 'fallback_original', sizePx: 2 * CELL_PX } as const;
cells.push((await generator.generate(portrait, { style: 'corporate_headshot', ...original })).bytes);
const { character } = await generator.measure([portrait]);
for (const options of HER_LOOKS) await draw(character, options);

const at = (index: number) => GAP_PX + index * (CELL_PX + GAP_PX);
const rows = cells.length / COLUMNS;
const overlays: Overlay[] = [];
for (const [index, bytes] of cells.entries())
  overlays.push({
    input: await sharp(bytes).resize(CELL_PX, CELL_PX).toBuffer(),
    left: at(index % COLUMNS),
    top: at(Math.floor(index / COLUMNS)),
  });
const sheet = sharp({ create: { width: at(COLUMNS), height: at(rows), channels: 3, background: '#ffffff' } });
await writeFile(target, await sheet.composite(overlays).jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer());
