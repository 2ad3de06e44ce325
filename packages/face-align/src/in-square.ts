import { PERSON_PARTS_SIDE_PX } from '@avatar/face';
import { createPlanar } from '@avatar/image';
import type { Box, PlanarImage } from '@avatar/stage';

/** A picture in the middle of a square, and where the model then sees it, in pixels of the model. */
export interface InSquare {
  readonly square: PlanarImage;
  readonly shown: Box;
}

/** A square stays as it is; around another picture its border goes on. */
export function inSquare(picture: PlanarImage): InSquare {
  const { width, height } = picture;
  const side = Math.max(width, height);
  const whole = { x: 0, y: 0, width: PERSON_PARTS_SIDE_PX, height: PERSON_PARTS_SIDE_PX };
  if (width === height) return { square: picture, shown: whole };
  const left = (side - width) >> 1;
  const top = (side - height) >> 1;
  const square = createPlanar(side, side);
  for (let channel = 0; channel < 3; channel++)
    for (let y = 0; y < side; y++) {
      const row = Math.min(Math.max(y - top, 0), height - 1) * width;
      const from = picture.planes[channel].subarray(row, row + width);
      const to = square.planes[channel].subarray(y * side, (y + 1) * side);
      to.fill(from[0], 0, left);
      to.set(from, left);
      to.fill(from[width - 1], left + width);
    }
  const inModel = (px: number): number => Math.round((px * PERSON_PARTS_SIDE_PX) / side);
  const shown = { x: inModel(left), y: inModel(top), width: inModel(width), height: inModel(height) };
  return { square, shown };
}
