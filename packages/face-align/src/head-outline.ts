import type { Matte } from '@avatar/stage';
import type { ToHead } from './head-axes.js';

/** The matte says "person" above this. */
const PERSON = 0.5;
/** Every n-th row and column of the matte. */
const STRIDE = 2;
/**
 * Hair is looked for this far to the side of the eyes, and down to this share of the way to the chin: shoulders begin
 * below.
 */
const REACH = { aside: 0.8, down: 0.5 };
/** The outermost point is kept in each of so many directions, from one side over the crown to the other. */
const DIRECTIONS = 24;
/** Half the width of a head at the eyes and at the jaw, in head heights: ears, and what a matte may miss. */
const HALF_WIDTH = { eyes: 0.36, jaw: 0.25 };
const JAW_LEVEL = 0.7;

/**
 * Points on the outline of head and hair in the head's axes: u, v in turn, in head heights. Enough of them to say whether a
 * frame's circle holds the head: the corners of its hull, seen from the matte, and chin, jaw and ears from the landmarks.
 */
export function headOutline(crown: number, chin: number, toHead: ToHead, matte?: Matte): Float32Array {
  const { eyes, jaw } = HALF_WIDTH;
  const sides = [-eyes, 0, eyes, 0, -jaw, JAW_LEVEL * chin, jaw, JAW_LEVEL * chin];
  const hair = matte ? outermost(matte, chin * REACH.down, toHead) : [];
  return Float32Array.from([0, crown, 0, chin, ...sides, ...hair]);
}

function outermost({ alpha, region }: Matte, lowest: number, toHead: ToHead): number[] {
  const origin = toHead(region.x, region.y);
  const right = toHead(region.x + region.width / alpha.width, region.y);
  const down = toHead(region.x, region.y + region.height / alpha.height);
  const best = Array.from({ length: DIRECTIONS + 1 }, (_, k) => {
    const angle = (k * Math.PI) / DIRECTIONS;
    return { x: Math.cos(angle), y: -Math.sin(angle), far: -Infinity, u: 0, v: 0 };
  });
  for (let row = 0; row < alpha.height; row += STRIDE)
    for (let column = 0; column < alpha.width; column += STRIDE) {
      if (alpha.data[row * alpha.width + column] <= PERSON) continue;
      const v = origin[1] + column * (right[1] - origin[1]) + row * (down[1] - origin[1]);
      if (v > lowest) continue;
      const u = origin[0] + column * (right[0] - origin[0]) + row * (down[0] - origin[0]);
      if (u > REACH.aside || u < -REACH.aside) continue;
      for (const direction of best) {
        const far = u * direction.x + v * direction.y;
        if (far > direction.far) Object.assign(direction, { far, u, v });
      }
    }
  return best.filter(({ far }) => far > -Infinity).flatMap(({ u, v }) => [u, v]);
}
