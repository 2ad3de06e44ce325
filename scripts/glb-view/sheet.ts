import { encodePng, decodeImage } from '@avatar/image';
import type { BustViewer, View } from './bust-viewer.js';

const CELL = 300;
const COLUMNS = 8;
const SIDES = [0, 45, 90, 135, 180, 225, 270, 315].map((azimuth): View => ({ azimuth }));
const smile = (k: number) => ({
  mouthSmileLeft: k,
  mouthSmileRight: k,
  cheekSquintLeft: k,
  cheekSquintRight: k,
});
const FACES: readonly View[] = [
  { close: true },
  { close: true, weights: { eyeBlinkLeft: 0.5, eyeBlinkRight: 0.5 } },
  { close: true, weights: { eyeBlinkLeft: 1, eyeBlinkRight: 1 } },
  { close: true, weights: { jawOpen: 0.5 } },
  { close: true, weights: { jawOpen: 1 } },
  { close: true, azimuth: 30, weights: smile(1) },
  { azimuth: 20, turn: 40 },
  { azimuth: 160, turn: -40 },
];

/** A bust from eight sides, and its face with expressions, as one PNG. */
export async function sheetOf(
  viewer: BustViewer,
  bytes: Uint8Array,
  views = [...SIDES, ...FACES],
): Promise<Uint8Array> {
  const columns = Math.min(COLUMNS, views.length);
  const rows = Math.ceil(views.length / columns);
  const width = columns * CELL;
  const data = new Uint8Array(width * rows * CELL * 3);
  for (const [i, view] of views.entries()) {
    const picture = await viewer.draw(bytes, view, CELL);
    const tile = await decodeImage(picture, {
      maxPixels: CELL * CELL,
      maxSidePx: CELL,
      matteColour: { r: 255, g: 255, b: 255 },
    });
    const left = (i % columns) * CELL;
    const top = Math.floor(i / columns) * CELL;
    for (let y = 0; y < CELL; y++)
      data.set(tile.data.subarray(y * CELL * 3, (y + 1) * CELL * 3), ((top + y) * width + left) * 3);
  }
  return encodePng({ data, width, height: rows * CELL, channels: 3 });
}
