import type { Point } from '@avatar/image';
import type { FaceRun } from './face-run.js';
import { cropSquare } from './square-crop.js';

export const SECOND_OPINION_MODEL_ID = 'face-api-ssd';
const INPUT_SIZE_PX = 192;
const PIXELS = { scale: 1 / 127.5, offset: -1 };
/** Side of the crop over the candidate's box. */
const MARGIN = 2;
/** Only anchors this near to the crop's middle speak about the candidate; fractions of the side, or of a cell. */
const NEAR_MIDDLE = 0.17;
const NEAR_CELL = 0.75;
/** Grids of the network, each half as fine as the one before, and anchors a cell in the first and in the others. */
const GRIDS = 6;
const FIRST_STRIDE_PX = 16;
const FIRST_ANCHORS = 3;
const ANCHORS = 6;

/** The best score of the anchors in the middle of a square input. */
function bestInMiddle(scores: ArrayLike<number>): number {
  let best = 0;
  let anchor = 0;
  let cells = Math.ceil(INPUT_SIZE_PX / FIRST_STRIDE_PX);
  for (let grid = 0; grid < GRIDS; grid++) {
    const perCell = grid === 0 ? FIRST_ANCHORS : ANCHORS;
    const near = Math.max(NEAR_MIDDLE, NEAR_CELL / cells);
    for (let row = 0; row < cells; row++)
      for (let column = 0; column < cells; column++) {
        const isNear = Math.hypot((column + 0.5) / cells - 0.5, (row + 0.5) / cells - 0.5) < near;
        for (let i = 0; i < perCell; i++, anchor++) if (isNear) best = Math.max(best, scores[anchor]);
      }
    cells = Math.ceil(cells / 2);
  }
  return best;
}

/**
 * How sure another network (SSD on MobileNet v1, trained on WIDER FACE) is that there is a face, in [0, 1], once the
 * picture is turned upright.
 */
export async function secondOpinion(
  run: FaceRun,
  centre: Point,
  faceSidePx: number,
  angleRad: number,
): Promise<number> {
  const model = await run.models.load(SECOND_OPINION_MODEL_ID, run.options);
  const square = { centre, sidePx: faceSidePx * MARGIN, angleRad };
  const data = cropSquare(run.pyramid, square, INPUT_SIZE_PX, PIXELS);
  const dims = [1, 3, INPUT_SIZE_PX, INPUT_SIZE_PX];
  const { scores } = await model.run({ image: { data, dims } }, run.options);
  return bestInMiddle(scores.data as Float32Array);
}
