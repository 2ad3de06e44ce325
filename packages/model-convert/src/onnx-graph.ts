import { encodeOnnxModel } from './onnx-schema.js';
import type { Weight } from './weight-manifest.js';

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

interface Initializer {
  readonly dataType: number;
  readonly data: Float32Array | BigInt64Array;
  readonly dims: readonly number[];
}

/** A word stands for a side that may change. */
type Sides = readonly (number | string)[];

function tensorType(name: string, sides?: Sides): object {
  const dim = sides?.map((side) => (typeof side === 'number' ? { dimValue: side } : { dimParam: side }));
  const tensor = { elemType: ELEMENT_FLOAT, ...(dim && { shape: { dim } }) };
  return { name, type: { tensorType: tensor } };
}

function bytesOf(array: Float32Array | BigInt64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** One operation of one output. */
export interface GraphOperation {
  readonly opType: string;
  readonly input: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** Collects nodes in order of computation and writes an ONNX model (opset 18). Values are named by the builder. */
export class OnnxGraph {
  #operations: GraphOperation[] = [];
  readonly #initializers = new Map<string, Initializer>();
  readonly #inputs: object[] = [];
  readonly #outputs: object[] = [];
  readonly #shapes: object[] = [];
  #values = 0;
  readonly #shared = new Map<string, string>();

  /** Declares an input. A word in `shape` stands for a side that may change. */
  input(name: string, shape: Sides): string {
    this.#inputs.push(tensorType(name, shape));
    return name;
  }

  /** Says a value's shape where a runtime cannot know it: equal words are equal sides. */
  shaped(value: string, shape: Sides): string {
    this.#shapes.push(tensorType(value, shape));
    return value;
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
    const output = `value${this.#values++}`;
    this.#push({ opType, input, output, attributes });
    return output;
  }

  /** Gives a value its public name. */
  output(name: string, value: string): void {
    this.#values++;
    this.#push({ opType: 'Identity', input: [value], output: name, attributes: {} });
    this.#outputs.push(tensorType(name));
  }

  /** In order of computation. */
  get operations(): readonly GraphOperation[] {
    return this.#operations;
  }

  /** The real numbers of a constant; undefined for a value that is computed. */
  constant(name: string): Weight | undefined {
    const { data, dims } = this.#initializers.get(name) ?? {};
    return data instanceof Float32Array ? { data, shape: dims ?? [] } : undefined;
  }

  /** Puts other operations in place of all. */
  rewrite(operations: readonly GraphOperation[]): void {
    this.#operations = [...operations];
  }

  encode(): Uint8Array {
    return encodeOnnxModel({
      irVersion: 9,
      // Part of the bytes whose hashes the catalogue pins: the package's former name stays.
      producerName: '@avatar/models',
      opsetImport: [{ domain: '', version: 18 }],
      graph: {
        name: 'model',
        node: this.#operations.map(({ opType, input, output, attributes }) => ({
          opType,
          input: [...input],
          output: [output],
          attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
        })),
        initializer: this.#usedInitializers(),
        input: this.#inputs,
        output: this.#outputs,
        valueInfo: this.#shapes,
      },
    });
  }

  #usedInitializers(): object[] {
    const used = new Set(this.#operations.flatMap(({ input }) => input));
    return [...this.#initializers]
      .filter(([name]) => used.has(name))
      .map(([name, { dataType, data, dims }]) => ({
        name,
        dataType,
        dims: [...dims],
        rawData: bytesOf(data),
      }));
  }

  #push(operation: GraphOperation): void {
    this.#operations.push(operation);
  }

  #initializer(dataType: number, data: Float32Array | BigInt64Array, dims: readonly number[]): string {
    const name = `weight${this.#initializers.size}`;
    this.#initializers.set(name, { dataType, data, dims });
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
