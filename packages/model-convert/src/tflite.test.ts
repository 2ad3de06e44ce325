import { beforeAll, describe, expect, it } from 'vitest';
import { startTensorFlow, tf } from './reference-networks.test-support.js';
import { runTflite } from './reference-tflite.test-support.js';
import { runOnWaves, type Shape, waves } from './run-on-waves.test-support.js';
import { convertTflite } from './tflite.js';
import { type WrittenModel, type WrittenOperator, writeTflite } from './tflite-file.test-support.js';

beforeAll(startTensorFlow);

const IMAGE: Shape = [1, 6, 8, 4];
const image = { shape: IMAGE };
const floats = (...shape: number[]) => ({ shape, data: waves(shape) });
const list = (...values: number[]) => ({ shape: [values.length], data: Int32Array.from(values) });
const value = (...shape: number[]) => ({ shape });

const OPTIONS = { conv: 1, depthwise: 2, softmax: 9, add: 11, resizeBilinear: 15, mul: 21 };
const MORE_OPTIONS = { reducer: 27, transposedConv: 49, resizeNearest: 74 };
const RELU = 1;
const RELU6 = 3;
const VALID = 1;

const convolution = (inputs: readonly number[], output: number, activation = 0): WrittenOperator => ({
  code: 3,
  inputs,
  output,
  optionsType: OPTIONS.conv,
  options: { bytes: { 3: activation }, ints: { 1: 1, 2: 1, 4: 1, 5: 1 } },
});

interface ModelCase extends WrittenModel {
  readonly name: string;
}

const cases: readonly ModelCase[] = [
  {
    name: 'a convolution with unlike strides, a bias and an activation',
    tensors: [image, floats(5, 3, 2, 4), floats(5), value(1, 6, 4, 5)],
    operators: [
      {
        code: 3,
        inputs: [0, 1, 2],
        output: 3,
        optionsType: OPTIONS.conv,
        options: { bytes: { 3: RELU }, ints: { 1: 2, 2: 1, 4: 1, 5: 1 } },
      },
    ],
  },
  {
    name: 'a depthwise convolution with a multiplier, VALID',
    tensors: [image, floats(1, 3, 3, 8), floats(8), value(1, 4, 6, 8)],
    operators: [
      {
        code: 4,
        inputs: [0, 1, 2],
        output: 3,
        optionsType: OPTIONS.depthwise,
        options: { bytes: { 0: VALID, 4: RELU6 }, ints: { 1: 1, 2: 1, 3: 2, 5: 1, 6: 1 } },
      },
    ],
  },
  {
    name: 'a product and a sum with constants',
    tensors: [image, floats(4), value(...IMAGE), floats(1, 6, 8, 4), value(...IMAGE)],
    operators: [
      { code: 18, inputs: [0, 1], output: 2, optionsType: OPTIONS.mul, options: {} },
      { code: 0, inputs: [2, 3], output: 4, optionsType: OPTIONS.add, options: { bytes: { 0: RELU } } },
    ],
  },
  {
    name: 'linear attention: softmax over places, a weighted sum, a product of unlike sides',
    tensors: [
      image,
      floats(1, 1, 1, 4),
      floats(1),
      value(1, 6, 8, 1),
      list(1, 6, 1, 8),
      value(1, 6, 1, 8),
      value(1, 6, 1, 8),
      list(1, 6, 8, 1),
      value(1, 6, 8, 1),
      value(...IMAGE),
      { shape: [], data: Int32Array.of(2) },
      value(1, 6, 1, 4),
      value(...IMAGE),
    ],
    operators: [
      convolution([0, 1, 2], 3),
      { code: 22, inputs: [3, 4], output: 5 },
      { code: 25, inputs: [5], output: 6, optionsType: OPTIONS.softmax, options: { floats: { 0: 1 } } },
      { code: 22, inputs: [6, 7], output: 8 },
      { code: 18, inputs: [0, 8], output: 9, optionsType: OPTIONS.mul, options: {} },
      {
        code: 74,
        inputs: [9, 10],
        output: 11,
        optionsType: MORE_OPTIONS.reducer,
        options: { bytes: { 0: 1 } },
      },
      { code: 18, inputs: [0, 11], output: 12, optionsType: OPTIONS.mul, options: {} },
    ],
  },
  {
    name: 'places reordered into patches, and back to an image',
    tensors: [image, list(3, 2, 4, 8), value(3, 2, 4, 8), list(0, 2, 1, 3), value(3, 4, 2, 8)],
    operators: [
      { code: 22, inputs: [0, 1], output: 2 },
      { code: 39, inputs: [2, 3], output: 4 },
    ],
  },
  {
    name: 'bilinear, then nearest-neighbour resizing',
    tensors: [image, list(9, 16), value(1, 9, 16, 4), list(18, 20), value(1, 18, 20, 4)],
    operators: [
      {
        code: 23,
        inputs: [0, 1],
        output: 2,
        optionsType: OPTIONS.resizeBilinear,
        options: { bytes: { 3: 1 } },
      },
      {
        code: 97,
        inputs: [2, 3],
        output: 4,
        optionsType: MORE_OPTIONS.resizeNearest,
        options: { bytes: { 1: 1 } },
      },
    ],
  },
  {
    name: 'a transposed convolution with a bias',
    tensors: [image, list(1, 12, 16, 3), floats(3, 2, 2, 4), floats(3), value(1, 12, 16, 3)],
    operators: [
      {
        code: 67,
        inputs: [1, 2, 0, 3],
        output: 4,
        optionsType: MORE_OPTIONS.transposedConv,
        options: { ints: { 1: 2, 2: 2 } },
      },
    ],
  },
];

/** A result in the image's order, as the converted file gives it. */
function channelsFirst(values: Float32Array, shape: readonly number[]): ArrayLike<number> {
  return tf.transpose(tf.tensor4d(values, shape as Shape), [0, 3, 1, 2]).dataSync();
}

describe('convertTflite', () => {
  it.each(cases)('computes $name as the TFLite runtime does', async (model) => {
    const file = writeTflite(model);
    const expected = channelsFirst(await runTflite(file, waves(IMAGE)), model.tensors.at(-1)!.shape);
    const actual = await runOnWaves(convertTflite(file, 'result'), IMAGE);
    expect(actual.length).toBe(expected.length);
    for (let i = 0; i < actual.length; i++) expect(Math.abs(actual[i] - expected[i])).toBeLessThan(1e-4);
  });

  const single = (operator: Partial<WrittenOperator>, weights = floats(1, 1, 1, 4)): Uint8Array =>
    writeTflite({
      tensors: [image, weights, value(...IMAGE)],
      operators: [{ ...convolution([0, 1], 2), ...operator }],
    });

  it.each([
    ['an operator that it does not know', single({ code: 14 }), /operator 14 is not supported/],
    ['a code beyond 127', single({ code: 150 }), /operator 150 is not supported/],
    ['a custom operator', single({ code: 32, customCode: 'Warp' }), /operator 32 \(Warp\)/],
    ['an activation that it does not know', single(convolution([0, 1], 2, 5)), /activation 5/],
    ['quantised weights', single({}, { ...floats(1, 1, 1, 4), elementType: 9 } as never), /type 9/],
    ['computed weights', single({ inputs: [0, 0] }), /needs a constant as its input 1/],
    ['a tensor that nothing computes', single({ inputs: [2, 1] }), /Nothing computes the tensor tensor2/],
    ['another file', Buffer.from('not a model at all'), /not a TFLite model/],
  ])('refuses %s', (_, file, message) => {
    expect(() => convertTflite(file, 'result')).toThrow(message);
  });
});
