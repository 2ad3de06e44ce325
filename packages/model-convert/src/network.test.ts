import { beforeAll, describe, expect, it } from 'vitest';
import { Network, type Value } from './network.js';
import { reorderAxes, resizeNearest, sumAlong, transposedConvolution } from './network-operations.js';
import { startTensorFlow, tf } from './reference-networks.test-support.js';
import { runOnWaves, type Shape, waves, weight } from './run-on-waves.test-support.js';

beforeAll(startTensorFlow);

/** Runs a network of one image input; the image and the result are in TensorFlow's axis order. */
function runNetwork(build: (network: Network, image: Value) => Value, shape: Shape): Promise<Float32Array> {
  const [, height, width, channels] = shape;
  const network = new Network();
  network.output('result', build(network, network.image('image', [1, channels, height, width])));
  return runOnWaves(network.graph.encode(), shape);
}

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
  ...(
    [
      [2, 2],
      [3, 3],
      [1, 2],
      [4, 5],
    ] as const
  ).map(([height, width]): OperationCase => ({
    name: `transposed convolution, SAME, ${height} x ${width} with stride 2`,
    build: (network, input) =>
      transposedConvolution(network, input, weight([6, height, width, 4]), {
        strides: [2, 2],
        padding: 'SAME',
        bias,
      }),
    expected: () => {
      const filters = tf.tensor4d(waves([6, height, width, 4]), [6, height, width, 4]);
      const ours = tf.transpose<ReturnType<typeof filterTensor>>(filters, [1, 2, 0, 3]);
      return tf.add(tf.conv2dTranspose(image(), ours, [1, 14, 18, 6], 2, 'same'), tf.tensor1d(bias.data));
    },
  })),
  {
    name: 'transposed convolution, VALID',
    build: (network, input) =>
      transposedConvolution(network, input, weight([6, 3, 3, 4]), { strides: [2, 2], padding: 'VALID' }),
    expected: () => {
      const filters = tf.tensor4d(waves([6, 3, 3, 4]), [6, 3, 3, 4]);
      const ours = tf.transpose<ReturnType<typeof filterTensor>>(filters, [1, 2, 0, 3]);
      return tf.conv2dTranspose(image(), ours, [1, 15, 19, 6], 2, 'valid');
    },
  },
  {
    name: 'nearest-neighbour resizing',
    build: (network, input) => resizeNearest(network, input, [11, 25], 'asymmetric'),
    expected: () => tf.image.resizeNearestNeighbor(image(), [11, 25]),
  },
  {
    name: 'nearest-neighbour resizing with half-pixel centres',
    build: (network, input) => resizeNearest(network, input, [11, 25], 'half_pixel'),
    expected: () => tf.image.resizeNearestNeighbor(image(), [11, 25], false, true),
  },
  {
    name: 'sums along axes that stay',
    build: (network, input) => sumAlong(network, input, [1, -1]),
    expected: () => tf.sum(image(), [1, 3], true),
  },
  {
    name: 'reordered axes, and back to an image',
    build: (network, input) => {
      const turned = network.channelsFirst(reorderAxes(network, input, [0, 3, 2, 1]));
      return network.relu6(turned);
    },
    expected: () => tf.relu6(tf.transpose(image(), [0, 3, 2, 1])),
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
