import { clamp } from '@avatar/image';

/** What a photo says about one field. */
export interface Reading<Value extends string | number = string | number> {
  readonly value: Value;
  /** In [0, 1]. */
  readonly confidence: number;
}

/** What a photo says about a person, by the path of the field. */
export type Readings = Readonly<Record<string, Reading>>;

export const reading = <Value extends string | number>(value: Value, confidence: number): Reading<Value> => ({
  value,
  confidence: Math.round(clamp(confidence) * 100) / 100,
});
