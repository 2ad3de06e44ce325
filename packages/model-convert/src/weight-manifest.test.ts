import { describe, expect, it } from 'vitest';
import { readWeights, type WeightSpec, weightNamed } from './weight-manifest.js';

const readOne = (spec: Omit<WeightSpec, 'name'>, bytes: Uint8Array): number[] =>
  Array.from(
    weightNamed(
      readWeights([{ paths: ['all'], weights: [{ name: 'w', ...spec }] }], () => bytes),
      'w',
    ).data,
  );

const bytesOf = (array: Float32Array | Int32Array | Uint16Array): Uint8Array => new Uint8Array(array.buffer);

describe('readWeights', () => {
  it('reads plain numbers', () => {
    expect(readOne({ shape: [2], dtype: 'float32' }, bytesOf(Float32Array.of(1.5, -2)))).toEqual([1.5, -2]);
    expect(readOne({ shape: [2], dtype: 'int32' }, bytesOf(Int32Array.of(-1, 7)))).toEqual([-1, 7]);
    expect(readOne({ shape: [], dtype: 'bool' }, Uint8Array.of(1))).toEqual([1]);
  });

  it('undoes quantisation', () => {
    const uint8 = { dtype: 'uint8', scale: 0.5, min: -10 } as const;
    const uint16 = { dtype: 'uint16', scale: 0.25, min: 1 } as const;
    expect(readOne({ shape: [3], dtype: 'float32', quantization: uint8 }, Uint8Array.of(0, 2, 255))).toEqual([
      -10, -9, 117.5,
    ]);
    expect(
      readOne({ shape: [2], dtype: 'float32', quantization: uint16 }, bytesOf(Uint16Array.of(0, 65535))),
    ).toEqual([1, 16384.75]);
    expect(
      readOne(
        { shape: [2], dtype: 'int32', quantization: { dtype: 'uint8', scale: 0.9999, min: 0 } },
        Uint8Array.of(3, 5),
      ),
    ).toEqual([3, 5]);
  });

  it('reads half precision', () => {
    const half = { dtype: 'float16' } as const;
    const bits = Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff, 0x7c00, 0x8000, 0x3555);
    expect(readOne({ shape: [7], dtype: 'float32', quantization: half }, bytesOf(bits))).toEqual([
      1,
      -2,
      2 ** -24,
      65504,
      Infinity,
      -0,
      Math.fround(0.333251953125),
    ]);
  });

  it('reads arrays across shards', () => {
    const bytes = bytesOf(Float32Array.of(1, 2, 3));
    const group = {
      paths: ['first', 'second'],
      weights: [
        { name: 'a', shape: [1], dtype: 'float32' },
        { name: 'b', shape: [2, 1], dtype: 'float32' },
      ],
    } as const;
    const weights = readWeights([group], (path) =>
      path === 'first' ? bytes.subarray(0, 6) : bytes.subarray(6),
    );
    expect(weights.get('b')).toEqual({ data: Float32Array.of(2, 3), shape: [2, 1] });
    expect(() => weightNamed(weights, 'c')).toThrow(/named c/);
  });

  it('refuses bytes that the manifest does not describe', () => {
    expect(() => readOne({ shape: [1], dtype: 'float32' }, new Uint8Array(8))).toThrow(
      /4 bytes, the files hold 8/,
    );
  });
});
