import { Network, type Value } from './network.js';
import { readWeights, type WeightGroup, type Weights, weightNamed } from './weight-manifest.js';

const INPUT_SIDE_PX = 112;
const BLOCKS = 4;
const LAYERS_PER_BLOCK = 4;

function separable(network: Network, weights: Weights, input: Value, name: string, stride: number): Value {
  const filtered = network.depthwise(input, weightNamed(weights, `${name}/depthwise_filter`), {
    strides: [stride, stride],
  });
  const bias = weightNamed(weights, `${name}/bias`);
  return network.convolution(filtered, weightNamed(weights, `${name}/pointwise_filter`), { bias });
}

/** A dense block: each layer sees the sum of all before it, and the first one halves the resolution. */
function denseBlock(network: Network, weights: Weights, input: Value, block: number): Value {
  const layer = (index: number) => `dense${block}/conv${index}`;
  const first =
    block === 0
      ? network.convolution(input, weightNamed(weights, `${layer(0)}/filters`), {
          strides: [2, 2],
          bias: weightNamed(weights, `${layer(0)}/bias`),
        })
      : separable(network, weights, input, layer(0), 2);
  let sum = network.unary('Relu', first);
  let value = sum;
  for (let index = 1; index < LAYERS_PER_BLOCK; index++) {
    sum = network.binary('Add', sum, separable(network, weights, value, layer(index), 1));
    value = network.unary('Relu', sum);
  }
  return value;
}

/** Writes face-api's 68-point landmark network from its weights alone. Output: `points` [1, 136]. */
export function convertFaceApiLandmarks68(
  groups: readonly WeightGroup[],
  readPath: (path: string) => Uint8Array,
): Uint8Array {
  const weights = readWeights(groups, readPath);
  const network = new Network();
  let value = network.image('image', [1, 3, INPUT_SIDE_PX, INPUT_SIDE_PX]);
  for (let block = 0; block < BLOCKS; block++) value = denseBlock(network, weights, value, block);
  const pooled = network.pool('AveragePool', value, [7, 7], [2, 2], 'VALID');
  const matrix = weightNamed(weights, 'fc/weights');
  network.output(
    'points',
    network.dense(network.reshape(pooled, [1, -1]), matrix, weightNamed(weights, 'fc/bias')),
  );
  return network.graph.encode();
}
