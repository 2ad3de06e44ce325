import { tensorSize } from '@avatar/models';

/** One array of a TensorFlow.js weights manifest. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32' | 'bool' | 'uint8';
  readonly quantization?: {
    readonly dtype: 'uint8' | 'uint16' | 'float16';
    readonly scale?: number;
    readonly min?: number;
  };
}

/** Arrays that lie one behind the other in the concatenation of the files named by `paths`. */
export interface WeightGroup {
  readonly paths: readonly string[];
  readonly weights: readonly WeightSpec[];
}

/** A dequantised array in TensorFlow's own axis order. Integers are stored as floats: they are shapes and paddings. */
export interface Weight {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

export type Weights = ReadonlyMap<string, Weight>;

const BYTES = { float32: 4, int32: 4, bool: 1, uint8: 1, uint16: 2, float16: 2 } as const;

/** The value of an IEEE 754 half-precision number. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function readArray(view: DataView, spec: WeightSpec, offset: number, size: number): Float32Array {
  const { dtype, quantization } = spec;
  const stored = quantization?.dtype ?? dtype;
  // In double precision and rounded once, as TensorFlow.js does: its values are reproduced exactly.
  const scale = quantization?.scale ?? 1;
  const min = quantization?.min ?? 0;
  const data = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    if (stored === 'float32') data[i] = view.getFloat32(offset + 4 * i, true);
    else if (stored === 'int32') data[i] = view.getInt32(offset + 4 * i, true);
    else if (stored === 'float16') data[i] = halfToNumber(view.getUint16(offset + 2 * i, true));
    else if (stored === 'uint16') data[i] = view.getUint16(offset + 2 * i, true) * scale + min;
    else if (quantization) data[i] = view.getUint8(offset + i) * scale + min;
    else data[i] = view.getUint8(offset + i);
  }
  if (quantization && dtype === 'int32') for (let i = 0; i < size; i++) data[i] = Math.round(data[i]);
  return data;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/**
 * Reads and dequantises all arrays of a weights manifest.
 *
 * @param readPath the bytes of a path of the manifest
 * @throws Error if the manifest and the bytes do not agree
 */
export function readWeights(groups: readonly WeightGroup[], readPath: (path: string) => Uint8Array): Weights {
  const weights = new Map<string, Weight>();
  for (const group of groups) {
    const bytes = concatenate(group.paths.map(readPath));
    const view = new DataView(bytes.buffer);
    let offset = 0;
    for (const spec of group.weights) {
      const size = tensorSize(spec.shape);
      weights.set(spec.name, { data: readArray(view, spec, offset, size), shape: spec.shape });
      offset += size * BYTES[spec.quantization?.dtype ?? spec.dtype];
    }
    if (offset !== bytes.length)
      throw new Error(`The weights manifest describes ${offset} bytes, the files hold ${bytes.length}`);
  }
  return weights;
}

/** @throws Error for a name that the manifest does not list */
export function weightNamed(weights: Weights, name: string): Weight {
  const weight = weights.get(name);
  if (weight === undefined) throw new Error(`No weight is named ${name}`);
  return weight;
}
