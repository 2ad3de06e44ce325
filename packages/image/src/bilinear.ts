/** Where the samples of an axis lie between those of another, pixel centres aligned. */
export interface Positions {
  /** The input sample before each output sample; the next one exists, if there are two at all. */
  readonly firsts: Int32Array;
  /** How far each output sample is on the way to the next input sample, in [0, 1]. */
  readonly fractions: Float32Array;
}

/** Positions of `to` samples on an axis of `from` samples, `step` input samples apart. */
export function bilinearPositions(from: number, to: number, step = from / to): Positions {
  const firsts = new Int32Array(to);
  const fractions = new Float32Array(to);
  for (let i = 0; i < to; i++) {
    const at = Math.min(Math.max((i + 0.5) * step - 0.5, 0), from - 1);
    firsts[i] = Math.max(0, Math.min(from - 2, Math.floor(at)));
    fractions[i] = at - firsts[i];
  }
  return { firsts, fractions };
}

/** `row` becomes the mix of two rows of `source` that start at `above` and `below`. Its spare last value is left alone. */
export function mixRows(
  source: Float32Array,
  above: number,
  below: number,
  fraction: number,
  row: Float32Array,
): void {
  const width = row.length - 1;
  for (let x = 0; x < width; x++)
    row[x] = source[above + x] + (source[below + x] - source[above + x]) * fraction;
}
