import type { ConvolutionOptions, Padding } from './network.js';
import type { TfliteOperator } from './tflite-model.js';
import type { TfliteTable } from './tflite-table.js';

export type Activation = 'none' | 'relu' | 'relu6';

const ACTIVATIONS: Readonly<Record<number, Activation>> = { 0: 'none', 1: 'relu', 3: 'relu6' };
const PADDINGS: Readonly<Record<number, Padding>> = { 0: 'SAME', 1: 'VALID' };

/** @throws Error if the operator has none */
export function optionsOf({ code, options }: TfliteOperator): TfliteTable {
  if (options === undefined) throw new Error(`The operator ${code} lacks its options`);
  return options;
}

/** @param field number of the field in the options' table */
export function activationAt(options: TfliteTable, field: number): Activation {
  const activation = ACTIVATIONS[options.byte(field)];
  if (activation === undefined) throw new Error(`The activation ${options.byte(field)} is not supported`);
  return activation;
}

export function paddingAt(options: TfliteTable, field: number): Padding {
  const padding = PADDINGS[options.byte(field)];
  if (padding === undefined) throw new Error(`The padding ${options.byte(field)} is not supported`);
  return padding;
}

/** Vertical, then horizontal; the tables have them the other way around. */
export function pairAt(options: TfliteTable, horizontal: number): readonly [number, number] {
  return [options.int(horizontal + 1, 1), options.int(horizontal, 1)];
}

/** @param dilation field of the first dilation: it comes later in the tables of depthwise convolutions */
export function convolutionOptions(options: TfliteTable, dilation: number): ConvolutionOptions {
  return {
    padding: paddingAt(options, 0),
    strides: pairAt(options, 1),
    dilations: pairAt(options, dilation),
  };
}
