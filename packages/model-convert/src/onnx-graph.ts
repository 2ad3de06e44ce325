import { encodeOnnxModel } from './onnx-schema.js';

const ELEMENT_FLOAT = 1;
const ELEMENT_INT64 = 7;
const ATTRIBUTE_FLOAT = 1;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_STRING = 3;
const ATTRIBUTE_INTS = 7;

/** A whole number, a list of them, a word, or `{ float }` for a real number. */
export type AttributeValue = number | string | readonly number[] | { readonly float: number };

function attribute(name: string, value: AttributeValue): object {
  if (typeof value === 'number') return { name, i: value, type: ATTRIBUTE_INT };
  if (typeof value === 'string') return { name, s: new TextEncoder().encode(value), type: ATTRIBUTE_STRING };
  if ('float' in value) return { name, f: value.float, type: ATTRIBUTE_FLOAT };
  return { name, ints: [...value], type: ATTRIBUTE_INTS };
}

function bytesOf(array: Float32Array | BigInt64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** Collects nodes in order of computation and writes an ONNX model (opset 18). Values are named by the builder. */
export class OnnxGraph {
  readonly #nodes: object[] = [];
  readonly #initializers: object[] = [];
  readonly #inputs: object[] = [];
  readonly #outputs: object[] = [];
  readonly #shared = new Map<string, string>();

  /** Declares an input. A word in `shape` stands for a side that may change. */
  input(name: string, shape: readonly (number | string)[]): string {
    const dim = shape.map((side) => (typeof side === 'number' ? { dimValue: side } : { dimParam: side }));
    this.#inputs.push({ name, type: { tensorType: { elemType: ELEMENT_FLOAT, shape: { dim } } } });
    return name;
  }

  floats(data: Float32Array, dims: readonly number[]): string {
    return this.#initializer(ELEMENT_FLOAT, data, dims);
  }

  /** A scalar; equal scalars are stored once. */
  scalar(value: number): string {
    return this.#once(`f${value}`, () => this.floats(Float32Array.of(value), []));
  }

  /** A list of int64; equal lists are stored once. */
  integers(values: readonly number[]): string {
    return this.#once(`i${values.join()}`, () =>
      this.#initializer(ELEMENT_INT64, BigInt64Array.from(values, BigInt), [values.length]),
    );
  }

  /** Adds a node of one output. @returns the output's name */
  node(
    opType: string,
    input: readonly string[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
  ): string {
    const output = `value${this.#nodes.length}`;
    this.#push(opType, input, output, attributes);
    return output;
  }

  /** Gives a value its public name. */
  output(name: string, value: string): void {
    this.#push('Identity', [value], name, {});
    this.#outputs.push({ name, type: { tensorType: { elemType: ELEMENT_FLOAT } } });
  }

  encode(): Uint8Array {
    return encodeOnnxModel({
      irVersion: 9,
      // Part of the bytes whose hashes the catalogue pins: the package's former name stays.
      producerName: '@avatar/models',
      opsetImport: [{ domain: '', version: 18 }],
      graph: {
        name: 'model',
        node: this.#nodes,
        initializer: this.#initializers,
        input: this.#inputs,
        output: this.#outputs,
      },
    });
  }

  #push(
    opType: string,
    input: readonly string[],
    output: string,
    attributes: Readonly<Record<string, AttributeValue>>,
  ): void {
    this.#nodes.push({
      opType,
      input: [...input],
      output: [output],
      attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
    });
  }

  #initializer(dataType: number, data: Float32Array | BigInt64Array, dims: readonly number[]): string {
    const name = `weight${this.#initializers.length}`;
    this.#initializers.push({ name, dataType, dims: [...dims], rawData: bytesOf(data) });
    return name;
  }

  #once(key: string, create: () => string): string {
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const name = create();
    this.#shared.set(key, name);
    return name;
  }
}
