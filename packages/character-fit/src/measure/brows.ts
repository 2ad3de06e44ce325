import { median, quantile, type Lab } from '@avatar/image';
import { sampleColour } from '../crop/colour-sample.js';
import { CROP_PX, indexAt, pointOf, type HeadCrop } from '../crop/head-crop.js';

export interface BrowMeasure {
  /** Height of the dark band in head heights. */
  readonly thickness: number;
  /** How much darker than the skin, in L. */
  readonly depth: number;
  readonly lab: Lab | undefined;
}

const BROWS = [
  { lower: [46, 53, 52, 65, 55], upper: [70, 63, 105, 66, 107] },
  { lower: [276, 283, 282, 295, 285], upper: [300, 293, 334, 296, 336] },
];
/** Half the height that is looked at, in head heights. */
const HALF = 0.035;
const LEAST_DEPTH = 5;

/** Vertical profiles across both brows. */
export function measureBrows(close: HeadCrop): BrowMeasure {
  const profiles = BROWS.flatMap((brow) => profilesOf(close, brow));
  const hairs = profiles.flatMap(({ darkest }) => darkest);
  return {
    thickness: median(profiles.map(({ height }) => height)) / close.headPx,
    depth: median(profiles.map(({ depth }) => depth)),
    lab: sampleColour(close, hairs, 10)?.lab,
  };
}

interface Profile {
  /** In pixels. */
  readonly height: number;
  readonly depth: number;
  readonly darkest: readonly number[];
}

function profilesOf(close: HeadCrop, { lower, upper }: (typeof BROWS)[number]): Profile[] {
  const profiles: Profile[] = [];
  for (let place = 0.5; place < 3.8; place += 0.3) {
    const at = Math.floor(place);
    const along = (indices: readonly number[]) => {
      const [x0, y0] = pointOf(close, indices[at]);
      const [x1, y1] = pointOf(close, indices[at + 1]);
      return [x0 + (place - at) * (x1 - x0), y0 + (place - at) * (y1 - y0)] as const;
    };
    const [low, high] = [along(lower), along(upper)];
    profiles.push(profileAt(close, (low[0] + high[0]) / 2, (low[1] + high[1]) / 2));
  }
  return profiles;
}

function profileAt(close: HeadCrop, x: number, middle: number): Profile {
  const half = HALF * close.headPx;
  const top = Math.max(1, Math.round(middle - 1.3 * half));
  const bottom = Math.min(CROP_PX - 2, Math.round(middle + half));
  const rows = Array.from({ length: Math.max(1, bottom - top + 1) }, (_, row) => {
    let sum = 0;
    for (let dx = -2; dx <= 2; dx++) sum += close.lab.L[indexAt(x + dx, top + row)];
    return sum / 5;
  });
  const skin = quantile(rows, 0.85);
  const depth = skin - Math.min(...rows);
  if (depth < LEAST_DEPTH) return { height: 0, depth, darkest: [] };
  return {
    height: rows.filter((L) => L < skin - 0.5 * depth).length,
    depth,
    darkest: rows.flatMap((L, row) => (L < skin - 0.7 * depth ? [indexAt(x, top + row)] : [])),
  };
}
