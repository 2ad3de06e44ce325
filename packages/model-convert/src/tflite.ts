import { mergePointwise } from './merge-pointwise.js';
import { Network, type Value } from './network.js';
import { constantOf, readTfliteModel, type TfliteModel, type TfliteOperator } from './tflite-model.js';
import type { TfliteContext } from './tflite-context.js';
import { convertTfliteOperator } from './tflite-operators.js';
import type { Weight } from './weight-manifest.js';

class TfliteConversion implements TfliteContext {
  readonly network = new Network();
  readonly #model: TfliteModel;
  readonly #values = new Map<number, Value>();

  constructor(model: TfliteModel) {
    this.#model = model;
    const [, height, width, channels] = model.tensors[model.inputs[0]].shape as [
      number,
      number,
      number,
      number,
    ];
    this.#values.set(model.inputs[0], this.network.image('image', [1, channels, height, width]));
  }

  value(operator: TfliteOperator, input: number): Value {
    return this.computed(operator.inputs[input]);
  }

  constant(operator: TfliteOperator, input: number): Weight | undefined {
    const tensor = operator.inputs[input];
    return tensor === undefined || tensor < 0 ? undefined : constantOf(this.#model.tensors[tensor]);
  }

  shape(operator: TfliteOperator, input: number): readonly number[] {
    return this.#model.tensors[operator.inputs[input]].shape;
  }

  /** @throws Error for a tensor that no operator before this one computes */
  computed(tensor: number): Value {
    const value = this.#values.get(tensor);
    if (value === undefined)
      throw new Error(`Nothing computes the tensor ${this.#model.tensors[tensor].name}`);
    return value;
  }

  convert(operator: TfliteOperator): void {
    this.#values.set(operator.outputs[0], convertTfliteOperator(operator, this));
  }
}

/**
 * Converts a TFLite model of one image input and one image output. The input is named `image`; both are NCHW.
 *
 * @param output ONNX name of the output
 * @throws Error if the bytes are no such model, or it has an operator that is not known
 */
export function convertTflite(bytes: Uint8Array, output: string): Uint8Array {
  const model = readTfliteModel(bytes);
  const conversion = new TfliteConversion(model);
  for (const operator of model.operators) conversion.convert(operator);
  const { network } = conversion;
  network.graph.output(output, network.channelsFirst(conversion.computed(model.outputs[0])).name);
  mergePointwise(network.graph);
  return network.graph.encode();
}
