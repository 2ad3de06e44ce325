import type { Plane } from '@avatar/stage';
import { createPlane, gaussianBlur, mix, smoothstep } from '@avatar/image';

/** Trunks at one distance. Lengths are fractions of the side. */
export interface TrunkRow {
  readonly count: number;
  readonly width: readonly [least: number, most: number];
  /** Share of the light behind that they let through, as haze does. */
  readonly shade: number;
  /** Standard deviation of the blur of their outline. */
  readonly blur: number;
}

/** Most that a trunk leans over its whole height, and bows; how much wider it is at its foot. */
const LEAN = 0.12;
const BOW = 0.05;
const FOOT = { top: 0.8, more: 0.35 };
/** Softness of the outline before any blur. */
const EDGE = 0.004;

/** Coverage in [0, 1] by a row of trunks on a grid of `side` points. */
export function trunkCover({ count, width, blur }: TrunkRow, side: number, random: () => number): Plane {
  const cover = createPlane(side, side);
  for (let n = 0; n < count; n++) {
    const middle = (n + random()) / count;
    const half = 0.5 * mix(width[0], width[1], random());
    const lean = LEAN * (random() - 0.5);
    const bow = BOW * (random() - 0.5);
    for (let row = 0; row < side; row++) {
      const y = row / side;
      const x = middle + lean * (y - 0.5) + bow * Math.sin(4 * y + n);
      const reach = half * (FOOT.top + FOOT.more * y ** 3);
      const last = Math.min(side - 1, Math.ceil((x + reach + EDGE) * side));
      for (let column = Math.max(0, Math.floor((x - reach - EDGE) * side)); column <= last; column++) {
        const off = Math.abs((column + 0.5) / side - x);
        const i = row * side + column;
        cover.data[i] = Math.max(cover.data[i], smoothstep(reach + EDGE, reach - EDGE, off));
      }
    }
  }
  return blur > 0 ? gaussianBlur(cover, blur * side) : cover;
}
