import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Network, type Value } from './network.js';
import { faceApiModels } from './reference-networks.test-support.js';
import { readWeights, type WeightGroup, type Weights, weightNamed } from './weight-manifest.js';

const NAME = 'face_recognition_model';
export const DESCRIPTOR_SIDE_PX = 150;

/** The layers after the first, in their order, with the side of what goes in; those of `down` halve it. */
const LAYERS: readonly (readonly [name: string, sidePx: number, channels: 'same' | 'doubled'])[] = [
  ['conv32_1', 35, 'same'],
  ['conv32_2', 35, 'same'],
  ['conv32_3', 35, 'same'],
  ['conv64_down', 35, 'doubled'],
  ['conv64_1', 17, 'same'],
  ['conv64_2', 17, 'same'],
  ['conv64_3', 17, 'same'],
  ['conv128_down', 17, 'doubled'],
  ['conv128_1', 8, 'same'],
  ['conv128_2', 8, 'same'],
  ['conv256_down', 8, 'doubled'],
  ['conv256_1', 4, 'same'],
  ['conv256_2', 4, 'same'],
  ['conv256_down_out', 4, 'same'],
];

interface Convolution {
  readonly stride?: 1 | 2;
  readonly relu?: boolean;
}

function convolution(
  network: Network,
  weights: Weights,
  input: Value,
  name: string,
  { stride = 1, relu = true }: Convolution = {},
): Value {
  const convolved = network.convolution(input, weightNamed(weights, `${name}/conv/filters`), {
    strides: [stride, stride],
    padding: stride === 1 ? 'SAME' : 'VALID',
    bias: weightNamed(weights, `${name}/conv/bias`),
  });
  const weighted = network.binaryWithConstant(
    'Mul',
    convolved,
    weightNamed(weights, `${name}/scale/weights`),
  );
  const scaled = network.binaryWithConstant('Add', weighted, weightNamed(weights, `${name}/scale/biases`));
  return relu ? network.unary('Relu', scaled) : scaled;
}

function halvingLayer(
  network: Network,
  weights: Weights,
  input: Value,
  layer: (typeof LAYERS)[number],
): Value {
  const [name, sidePx, channels] = layer;
  const first = convolution(network, weights, input, `${name}/conv1`, { stride: 2 });
  let out = convolution(network, weights, first, `${name}/conv2`, { relu: false });
  // Of an even side the convolution makes one row and one column less than the pool.
  if (sidePx % 2 === 0) out = network.pad(out, [0, 0, 0, 1, 0, 1, 0, 0]);
  let pooled = network.pool('AveragePool', input, [2, 2], [2, 2], 'VALID');
  const half = weightNamed(weights, `${name}/conv2/conv/bias`).data.length / 2;
  if (channels === 'doubled') pooled = network.pad(pooled, [0, 0, 0, 0, 0, 0, 0, half]);
  return network.unary('Relu', network.binary('Add', pooled, out));
}

function layer(network: Network, weights: Weights, input: Value, [name]: (typeof LAYERS)[number]): Value {
  const first = convolution(network, weights, input, `${name}/conv1`);
  const second = convolution(network, weights, first, `${name}/conv2`, { relu: false });
  return network.unary('Relu', network.binary('Add', second, input));
}

/** face-api's descriptor as ONNX, to compare runtimes by: `image` [1, 3, 150, 150] to `descriptor` [1, 128]. */
export function faceApiDescriptor(): Uint8Array {
  const file = (name: string) => readFileSync(join(faceApiModels, name));
  const groups = JSON.parse(file(`${NAME}-weights_manifest.json`).toString()) as WeightGroup[];
  const weights = readWeights(groups, file);
  const network = new Network();
  const image = network.image('image', [1, 3, DESCRIPTOR_SIDE_PX, DESCRIPTOR_SIDE_PX]);
  const first = convolution(network, weights, image, 'conv32_down', { stride: 2 });
  let value = network.pool('MaxPool', first, [3, 3], [2, 2], 'VALID');
  for (const described of LAYERS)
    value = (described[0].includes('down') ? halvingLayer : layer)(network, weights, value, described);
  const mean = network.reshape(network.pool('AveragePool', value, [2, 2], [1, 1], 'VALID'), [1, -1]);
  network.output('descriptor', network.dense(mean, weightNamed(weights, 'fc')));
  return network.graph.encode();
}
