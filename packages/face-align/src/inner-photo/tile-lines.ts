import type { Box } from '@avatar/stage';
import { contrast, type SmallPicture } from './small-picture.js';

/** A step across a line, in levels, and how much larger it is than the steps beside it. */
const STEP = { levels: 20, over: 2 };
/**
 * Share of a line's length that has such a step. Nothing that was photographed together ends along a line that is so
 * exact.
 */
const LEAST_SHARE = 0.8;
/** Most lines are given up after a look at every so many places. */
const SAMPLED = 8;
/** What is beyond a line is another picture when it has this share of the whole; lecterns and window sills have less. */
const LEAST_TILE = 0.12;

/** Share of the line above row `y`, from `from` to `to`, that parts two pictures. */
function partingShare(
  picture: SmallPicture,
  y: number,
  [from, to]: readonly [number, number],
  isRow: boolean,
  stride = 1,
): number {
  const { width } = picture;
  const along = isRow ? 1 : width;
  const across = isRow ? width : 1;
  let parted = 0;
  for (let i = from; i < to; i += stride) {
    const below = i * along + y * across;
    const above = below - across;
    // The pixels at the line itself are mixed of both sides.
    const step = contrast(picture, above - across, below + across);
    if (step <= STEP.levels) continue;
    const beside = Math.max(
      contrast(picture, above - across, above - 2 * across),
      contrast(picture, below + across, below + 2 * across),
    );
    if (step > STEP.over * beside) parted++;
  }
  return (parted * stride) / Math.max(1, to - from);
}

interface Line {
  readonly at: number;
  readonly share: number;
}

function bestLine(
  picture: SmallPicture,
  range: readonly [number, number],
  span: readonly [number, number],
  isRow: boolean,
): Line {
  const size = isRow ? picture.height : picture.width;
  let best: Line = { at: 0, share: 0 };
  const last = Math.min((1 - LEAST_TILE) * size, Math.ceil(range[1]));
  for (let at = Math.ceil(Math.max(LEAST_TILE * size, range[0])); at <= last; at++) {
    if (partingShare(picture, at, span, isRow, SAMPLED) < LEAST_SHARE / 2) continue;
    const share = partingShare(picture, at, span, isRow);
    if (share > best.share) best = { at, share };
  }
  return best;
}

/**
 * The tile of a picture that a face is in, where pictures lie edge to edge, as in video calls: lines from border to
 * border beside which everything is different. Undefined where the photo is one picture.
 *
 * @param face in pixels of the copy, as the answer is
 */
export function tileAround(picture: SmallPicture, face: Box): Box | undefined {
  const { width, height } = picture;
  const [right, bottom] = [face.x + face.width, face.y + face.height];
  const below = bestLine(picture, [bottom, height], [0, width], true);
  const above = bestLine(picture, [0, face.y], [0, width], true);
  const rows = [
    above.share >= LEAST_SHARE ? above.at : 0,
    below.share >= LEAST_SHARE ? below.at : height,
  ] as const;
  const before = bestLine(picture, [0, face.x], rows, false);
  const after = bestLine(picture, [right, width], rows, false);
  const columns = [
    before.share >= LEAST_SHARE ? before.at : 0,
    after.share >= LEAST_SHARE ? after.at : width,
  ] as const;
  if (rows[1] - rows[0] === height && columns[1] - columns[0] === width) return undefined;
  return { x: columns[0], y: rows[0], width: columns[1] - columns[0], height: rows[1] - rows[0] };
}
