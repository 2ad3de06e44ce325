import { labToRgb, median, quantile, type Lab, clamp, hexColour } from '@avatar/image';
import type { HeadCrop } from './head-crop.js';

/** The colour of a set of pixels. */
export interface ColourSample {
  readonly count: number;
  /** Medians of the channels, CIELAB. */
  readonly lab: Lab;
  readonly chroma: number;
  /** Half the way from the 15th to the 85th percentile of L. */
  readonly spread: number;
}

/** @returns undefined of fewer than `least` pixels */
export function sampleColour(
  { lab }: HeadCrop,
  pixels: readonly number[],
  least = 1,
): ColourSample | undefined {
  if (pixels.length < Math.max(1, least)) return undefined;
  const channel = (data: Float32Array) => pixels.map((index) => data[index]);
  const L = channel(lab.L);
  const a = median(channel(lab.a));
  const b = median(channel(lab.b));
  return {
    count: pixels.length,
    lab: [median(L), a, b],
    chroma: Math.hypot(a, b),
    spread: (quantile(L, 0.85) - quantile(L, 0.15)) / 2,
  };
}

/** `#rrggbb` of a colour in CIELAB. */
export const hexOf = ([L, a, b]: Lab): string => hexColour(labToRgb(clamp(L, 0, 100), a, b));

/** Plain distance in CIELAB (CIE 1976). */
export const distance = (one: Lab, other: Lab): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

export const mixed = (one: Lab, other: Lab, share: number): Lab => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
  one[2] + (other[2] - one[2]) * share,
];

/** Degrees from the red axis towards yellow. */
export const hueOf = ([, a, b]: Lab): number => (Math.atan2(b, a) * 180) / Math.PI;
