import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainModel } from '../fetch/local-registry.test-support.js';
import { openInference } from '../inference.js';
import { tensorSize } from '../tensor.js';
import { Network, type Value } from './network.js';
import { startTensorFlow, tf } from './reference-networks.test-support.js';
import type { Weight } from './weight-manifest.js';

let folder: string;

beforeAll(async () => {
  await startTensorFlow();
  folder = await mkdtemp(join(tmpdir(), 'avatar-network-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Values that differ everywhere, in [-1, 1]. */
function waves(dims: readonly number[]): Float32Array {
  const data = new Float32Array(tensorSize(dims));
  for (let i = 0; i < data.length; i++) data[i] = Math.sin(i * 1.7 + 0.3);
  return data;
}

const weight = (shape: readonly number[]): Weight => ({ data: waves(shape), shape });

/** Runs a network of one image input; the image and the result are in TensorFlow's axis order. */
async function runNetwork(
  build: (network: Network, image: Value) => Value,
  shape: Shape,
): Promise<Float32Array> {
  const [, height, width, channels] = shape;
  const network = new Network();
  network.output('result', build(network, network.image('image', [1, channels, height, width])));
  const path = join(folder, 'network.onnx');
  await writeFile(path, network.graph.encode());
  const entry = plainModel('network', new Uint8Array(), {
    inputs: [{ name: 'image', shape: [1, channels, height, width], type: 'float32', note: 'any' }],
  });
  const inference = await openInference(path, entry);
  const data = tf.transpose(tf.tensor4d(waves(shape), shape), [0, 3, 1, 2]).dataSync() as Float32Array;
  const { result } = await inference.run({ image: { data, dims: [1, channels, height, width] } });
  await inference.release();
  return result.data as Float32Array;
}

type Shape = [number, number, number, number];
const odd: Shape = [1, 7, 9, 4];
const image = () => tf.tensor4d(waves(odd), odd);
const filter = weight([3, 3, 4, 6]);
const depthFilter = weight([3, 3, 4, 2]);
const filterTensor = () => tf.tensor4d(filter.data, [3, 3, 4, 6]);
const depthTensor = () => tf.tensor4d(depthFilter.data, [3, 3, 4, 2]);
const bias = weight([6]);

interface OperationCase {
  readonly name: string;
  readonly build: (network: Network, image: Value) => Value;
  readonly expected: () => { dataSync(): ArrayLike<number> };
}

const cases: readonly OperationCase[] = [
  {
    name: 'convolution, SAME with stride 2 on odd sides',
    build: (network, input) => network.convolution(input, filter, { strides: [2, 2], bias }),
    expected: () => tf.add(tf.conv2d(image(), filterTensor(), 2, 'same'), tf.tensor1d(bias.data)),
  },
  {
    name: 'convolution, VALID with dilation',
    build: (network, input) => network.convolution(input, filter, { dilations: [2, 2], padding: 'VALID' }),
    expected: () => tf.conv2d(image(), filterTensor(), 1, 'valid', 'NHWC', [2, 2]),
  },
  {
    name: 'depthwise convolution with a multiplier',
    build: (network, input) => network.depthwise(input, depthFilter, { strides: [2, 2] }),
    expected: () => tf.depthwiseConv2d(image(), depthTensor(), 2, 'same'),
  },
  {
    name: 'pooling',
    build: (network, input) => network.pool('MaxPool', input, [2, 2], [2, 2], 'SAME'),
    expected: () => tf.maxPool(image(), 2, 2, 'same'),
  },
  {
    name: 'padding of all axes',
    build: (network, input) => network.pad(input, [0, 0, 1, 2, 3, 0, 0, 5]),
    expected: () =>
      tf.pad(image(), [
        [0, 0],
        [1, 2],
        [3, 0],
        [0, 5],
      ]),
  },
  {
    name: 'PReLU with a slope a channel',
    build: (network, input) => network.prelu(input, weight([1, 1, 4])),
    expected: () => tf.prelu(image(), tf.tensor4d(waves([1, 1, 4]), [1, 1, 1, 4])),
  },
  {
    name: 'a constant a pixel and channel',
    build: (network, input) => network.binaryWithConstant('Mul', input, weight([7, 9, 4])),
    expected: () => tf.mul(image(), tf.tensor3d(waves([7, 9, 4]), [7, 9, 4])),
  },
  {
    name: 'reshaping in the source’s order',
    build: (network, input) => network.reshape(input, [1, -1, 2]),
    expected: () => image(),
  },
  {
    name: 'clipping to six',
    build: (network, input) =>
      network.relu6(network.binaryWithConstant('Mul', input, { data: Float32Array.of(9), shape: [] })),
    expected: () => tf.relu6(tf.mul(image(), 9)),
  },
  {
    name: 'bilinear resizing with half-pixel centres',
    build: (network, input) => network.resizeBilinear(input, [14, 18], 'half_pixel'),
    expected: () => tf.image.resizeBilinear(image(), [14, 18], false, true),
  },
  {
    name: 'depth to space',
    build: (network, input) => network.depthToSpace(input, 2),
    expected: () => tf.depthToSpace(image(), 2, 'NHWC'),
  },
  {
    name: 'concatenation, dense and softmax',
    build: (network, input) => {
      const row = network.reshape(input, [1, -1]);
      const both = network.concat([row, row], 1);
      return network.softmax(network.dense(both, weight([504, 5]), weight([5])));
    },
    expected: () => {
      const row = tf.reshape(image(), [1, -1]);
      const product = tf.matMul(tf.concat([row, row], 1), tf.tensor2d(waves([504, 5]), [504, 5]));
      return tf.softmax(tf.add(product, tf.tensor1d(waves([5]))));
    },
  },
  {
    name: 'batch normalisation',
    build: (network, input) => {
      const values = weight([4]);
      const variance = { data: Float32Array.of(1, 2, 0.5, 3), shape: [4] };
      return network.batchNormalization(
        input,
        { gamma: values, beta: values, mean: values, variance },
        0.001,
      );
    },
    expected: () => {
      const values = tf.tensor1d(waves([4]));
      return tf.batchNorm(image(), values, tf.tensor1d([1, 2, 0.5, 3]), values, values, 0.001);
    },
  },
];

describe('Network', () => {
  it.each(cases)('computes $name as TensorFlow does', async ({ build, expected }) => {
    const actual = await runNetwork(build, odd);
    const wanted = expected().dataSync();
    expect(actual.length).toBe(wanted.length);
    for (let i = 0; i < actual.length; i++) expect(Math.abs(actual[i] - wanted[i])).toBeLessThan(1e-4);
  });
});
