/**
 * Contact sheets of drawn people, for looking at.
 *
 *   npm run sheet:characters [-- --out out/characters --look anime --look flat --cell 400] [people hair ...]
 *
 * Sheets: people, described, beside, strangers, faces, costumes, poses, hair, textures, headwear, clothes, gestures,
 * expressions, skin, worn, framings, strip. `beside` shows each person in all looks.
 */
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CharacterSpec } from '@avatar/character';
import { drawCharacter, LOOK_NAMES, type DrawCharacterOptions, type LookName } from '@avatar/character-draw';
import { encodePng, resizeRaster } from '@avatar/image';
import type { RasterImage } from '@avatar/stage';
import { SHEETS } from './characters/sheets.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'out/characters' },
    look: { type: 'string', multiple: true, default: [...LOOK_NAMES] },
    cell: { type: 'string', default: '320' },
  },
});
const cellPx = Number(values.cell);
mkdirSync(values.out, { recursive: true });

export interface Cell {
  readonly spec: CharacterSpec;
  readonly options?: Omit<DrawCharacterOptions, 'look' | 'format'>;
}

const chosen = positionals.length > 0 ? positionals : Object.keys(SHEETS);
for (const name of chosen) {
  const sheet = SHEETS[name];
  if (!sheet) throw new Error(`No sheet "${name}"; there are ${Object.keys(SHEETS).join(', ')}`);
  for (const look of sheet.isBeside ? [LOOK_NAMES[0]] : (values.look as LookName[])) {
    const sidePx = sheet.sidePx ?? cellPx;
    const before = process.cpuUsage();
    const pictures: RasterImage[] = [];
    const looks = sheet.isBeside ? LOOK_NAMES : [look];
    for (const { spec, options } of sheet.cells)
      for (const drawn of looks)
        pictures.push(await cell(spec, { ...options, look: drawn, sizePx: sidePx }, sheet.isRound ?? false));
    const { user, system } = process.cpuUsage(before);
    const file = join(values.out, sheet.isBeside ? `${name}.png` : `${name}-${look}.png`);
    await writeFile(file, await encodePng(grid(pictures, sheet.columns)));
    const each = Math.round((user + system) / 1000 / pictures.length);
    process.stdout.write(`${file}: ${pictures.length} pictures, ${each} ms of CPU each\n`);
  }
}

async function cell(
  spec: CharacterSpec,
  options: DrawCharacterOptions,
  isRound: boolean,
): Promise<RasterImage> {
  const { picture } = await drawCharacter(spec, { ...options, format: 'raster' });
  return isRound ? resizeRaster(rounded(picture), 96, 96, 'nearest') : picture;
}

/** Cut to a circle on light grey. */
function rounded(image: RasterImage): RasterImage {
  const { width, height, channels } = image;
  const data = new Uint8Array(image.data);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (Math.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2) <= width / 2) continue;
      data.fill(244, (y * width + x) * channels, (y * width + x) * channels + channels);
    }
  return { ...image, data };
}

function grid(pictures: readonly RasterImage[], columns: number): RasterImage {
  const side = pictures[0].width;
  const rows = Math.ceil(pictures.length / columns);
  const width = side * columns;
  const data = new Uint8Array(width * side * rows * 3).fill(255);
  pictures.forEach((picture, i) => {
    const left = (i % columns) * side;
    const top = Math.floor(i / columns) * side;
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const from = (y * side + x) * picture.channels;
        const to = ((top + y) * width + left + x) * 3;
        const alpha = picture.channels === 4 ? picture.data[from + 3] / 255 : 1;
        for (let c = 0; c < 3; c++)
          data[to + c] = Math.round(picture.data[from + c] * alpha + 255 * (1 - alpha));
      }
  });
  return { data, width, height: side * rows, channels: 3 };
}
