import type { Network, Value } from './network.js';
import type { TfliteOperator } from './tflite-model.js';
import type { Weight } from './weight-manifest.js';

/** What the conversion of one operator may ask for. */
export interface TfliteContext {
  readonly network: Network;
  /** The value of an operator's input. */
  value(operator: TfliteOperator, input: number): Value;
  /** The constant behind an operator's input, or undefined if it is computed or not there. */
  constant(operator: TfliteOperator, input: number): Weight | undefined;
  /** The sides of an operator's input, in the source's axis order. */
  shape(operator: TfliteOperator, input: number): readonly number[];
}
