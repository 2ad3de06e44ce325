import type { RasterImage } from '@avatar/stage';

/** Shares of the pixels that become black and white. */
const CLIPPED = { dark: 0.01, light: 0.01 };
/** The middle grey that the median is brought to. */
const MEDIAN = 0.45;
/** Noise of a black picture is no picture. */
const LEAST_RANGE = 12;
const GAMMA = { least: 0.4, most: 2.2 };

function quantile(counts: Float64Array, share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value];
    if (seen >= share * total) return value;
  }
  return counts.length - 1;
}

/**
 * The picture with its contrast stretched and its median brought to the middle, the same for all channels: a photo in
 * the dark, or against the light, as models know them.
 */
export function stretched({ data, width, height, channels }: RasterImage): RasterImage {
  const counts = new Float64Array(256);
  for (let i = 0; i < data.length; i += channels)
    counts[Math.round(0.299 * data[i] + 0.587 * data[i + 1] + 0.114 * data[i + 2])]++;
  const black = quantile(counts, CLIPPED.dark);
  const white = Math.max(quantile(counts, 1 - CLIPPED.light), black + LEAST_RANGE);
  const median = Math.min(0.95, Math.max(0.05, (quantile(counts, 0.5) - black) / (white - black)));
  const gamma = Math.min(GAMMA.most, Math.max(GAMMA.least, Math.log(MEDIAN) / Math.log(median)));
  const table = Uint8Array.from(
    { length: 256 },
    (_, value) => 255 * Math.min(1, Math.max(0, (value - black) / (white - black))) ** gamma,
  );
  return { data: data.map((value) => table[value]), width, height, channels };
}
