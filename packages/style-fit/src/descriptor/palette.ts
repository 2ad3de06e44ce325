import { median } from '@avatar/image';
import { quantiles, thinned } from './quantiles.js';
import type { ExampleView } from './view.js';

const STRIDE = 7;

export interface ColourSpread {
  /** Chroma at 25, 50, 75, 90 and 97 %. */
  readonly chroma: readonly number[];
  /**
   * Distance to the median of a and b at 50, 75, 90 and 97 %. It tells toned paper, which has chroma and one hue, from
   * colour.
   */
  readonly hues: readonly number[];
}

export function colourSpread({ lab }: ExampleView): ColourSpread {
  const a = thinned(lab.a, STRIDE);
  const b = thinned(lab.b, STRIDE);
  const [middleA, middleB] = [median(a), median(b)];
  const chroma = a.map((value, i) => Math.hypot(value, b[i]));
  const away = a.map((value, i) => Math.hypot(value - middleA, b[i] - middleB));
  return {
    chroma: quantiles(chroma, [0.25, 0.5, 0.75, 0.9, 0.97]),
    hues: quantiles(away, [0.5, 0.75, 0.9, 0.97]),
  };
}
