import type { CharacterSpec } from '@avatar/character';
import { drawCharacter, LOOK_NAMES } from '@avatar/character-draw';
import { encodePng, resizeRaster, toRaster } from '@avatar/image';
import type { PlanarImage, RasterImage } from '@avatar/stage';

export interface SheetRow {
  readonly photo: PlanarImage;
  readonly character: CharacterSpec;
}

/** Photo and character in every look, side by side, two people a line. */
export async function characterSheet(rows: readonly SheetRow[], cellPx: number): Promise<Uint8Array> {
  const cells: RasterImage[] = [];
  for (const { photo, character } of rows) {
    cells.push(await resizeRaster(toRaster(photo), cellPx, cellPx, 'lanczos3'));
    for (const look of LOOK_NAMES)
      cells.push((await drawCharacter(character, { look, sizePx: cellPx, format: 'raster' })).picture);
  }
  const columns = 2 * (1 + LOOK_NAMES.length);
  const width = columns * cellPx;
  const height = Math.ceil(cells.length / columns) * cellPx;
  const sheet = { data: new Uint8Array(width * height * 3), width, height, channels: 3 as const };
  cells.forEach((cell, at) => put(sheet, cell, (at % columns) * cellPx, Math.floor(at / columns) * cellPx));
  return encodePng(sheet);
}

function put(sheet: RasterImage & { data: Uint8Array }, cell: RasterImage, left: number, top: number): void {
  for (let y = 0; y < cell.height; y++)
    for (let x = 0; x < cell.width; x++)
      for (let c = 0; c < 3; c++)
        sheet.data[((top + y) * sheet.width + left + x) * 3 + c] =
          cell.data[(y * cell.width + x) * cell.channels + c];
}
