import { smoothstep } from '@avatar/image';

/** From `from` on, a tone of `value`. */
export interface CelStep {
  readonly from: number;
  readonly value: number;
}

/** Entries for each unit of the input. */
const DENSITY = 64;

/**
 * A staircase with softened edges as a table: flat tones with borders that are not jagged.
 * Read it with `celTone`; input beyond `range` takes the tone at its end.
 */
export interface CelTable {
  readonly values: Float32Array;
  readonly low: number;
}

/** @param softness half the width of the change from one tone to the next, in units of the input */
export function celTable(
  base: number,
  steps: readonly CelStep[],
  softness: number,
  range: readonly [number, number],
): CelTable {
  const [low, high] = range;
  const values = new Float32Array(Math.ceil((high - low) * DENSITY) + 1);
  for (let i = 0; i < values.length; i++) {
    const input = low + i / DENSITY;
    let tone = base;
    for (const { from, value } of steps)
      tone += (value - tone) * smoothstep(from - softness, from + softness, input);
    values[i] = tone;
  }
  return { values, low };
}

export function celTone({ values, low }: CelTable, input: number): number {
  const at = ((input - low) * DENSITY + 0.5) | 0;
  return values[at < 0 ? 0 : at >= values.length ? values.length - 1 : at];
}
