/** A value at a second, eased in and out from one to the next. */
export type Keys = readonly (readonly [second: number, value: number])[];

/** The value of a row of keys; before the first and behind the last it rests. */
export function eased(keys: Keys, second: number): number {
  const after = keys.findIndex(([at]) => at > second);
  if (after === 0) return keys[0][1];
  if (after < 0) return keys[keys.length - 1][1];
  const [[from, a], [to, b]] = [keys[after - 1], keys[after]];
  const t = (second - from) / (to - from);
  return a + (b - a) * t * t * (3 - 2 * t);
}
