import { Network, type Value } from './network.js';
import { readWeights, type Weight, type WeightGroup, type Weights, weightNamed } from './weight-manifest.js';

const EPSILON = 0.001;
/** Depthwise layers of MobileNetV1 that halve the resolution. */
const HALVING_LAYERS: readonly number[] = [2, 4, 6, 12];
const CLASSES = 3;
const FACE_CLASS = 1;

function pointwise(network: Network, weights: Weights, input: Value, name: string, stride: number): Value {
  return network.relu6(
    network.convolution(input, weightNamed(weights, `${name}/weights`), {
      strides: [stride, stride],
      bias: weightNamed(weights, `${name}/convolution_bn_offset`),
    }),
  );
}

function depthwise(network: Network, weights: Weights, input: Value, name: string, stride: number): Value {
  const filter = weightNamed(weights, `${name}/depthwise_weights`);
  const normalization = {
    gamma: weightNamed(weights, `${name}/BatchNorm/gamma`),
    beta: weightNamed(weights, `${name}/BatchNorm/beta`),
    mean: weightNamed(weights, `${name}/BatchNorm/moving_mean`),
    variance: weightNamed(weights, `${name}/BatchNorm/moving_variance`),
  };
  const value = network.depthwise(input, filter, { strides: [stride, stride] });
  return network.relu6(network.batchNormalization(value, normalization, EPSILON));
}

/** MobileNetV1 and the extra layers of SSD. @returns the six feature maps that the heads look at, finest first */
function featureMaps(network: Network, weights: Weights, image: Value): Value[] {
  const maps: Value[] = [];
  let value = pointwise(network, weights, image, 'MobilenetV1/Conv2d_0_pointwise', 2);
  for (let layer = 1; layer <= 13; layer++) {
    const stride = HALVING_LAYERS.includes(layer) ? 2 : 1;
    value = depthwise(network, weights, value, `MobilenetV1/Conv2d_${layer}_depthwise`, stride);
    value = pointwise(network, weights, value, `MobilenetV1/Conv2d_${layer}_pointwise`, 1);
    if (layer === 11 || layer === 13) maps.push(value);
  }
  for (let layer = 0; layer < 8; layer++) {
    const halves = layer % 2 === 1;
    value = pointwise(network, weights, value, `Prediction/Conv2d_${layer}_pointwise`, halves ? 2 : 1);
    if (halves) maps.push(value);
  }
  return maps;
}

/** Keeps every `step`-th output channel of a filter or bias, from `first` on: its last axis. */
function everyNthOutput({ data, shape }: Weight, step: number, first: number): Weight {
  const outputs = shape[shape.length - 1] / step;
  const kept = new Float32Array(data.length / step);
  for (let i = 0; i < kept.length; i++) kept[i] = data[i * step + first];
  return { data: kept, shape: [...shape.slice(0, -1), outputs] };
}

function head(network: Network, weights: Weights, map: Value, name: string, isClass: boolean): Value {
  const select = (weight: Weight) => (isClass ? everyNthOutput(weight, CLASSES, FACE_CLASS) : weight);
  const filter = select(weightNamed(weights, `${name}/weights`));
  const bias = select(weightNamed(weights, `${name}/biases`));
  return network.reshape(network.convolution(map, filter, { bias }), isClass ? [1, -1] : [1, -1, 4]);
}

/**
 * Writes face-api's SSD MobileNetV1 from its weights alone. Height and width stay free. Only the face class of the
 * three is kept. Outputs: `scores` [1, anchors] after the sigmoid, `boxes` [1, anchors, 4] still relative to anchors.
 */
export function convertFaceApiSsd(
  groups: readonly WeightGroup[],
  readPath: (path: string) => Uint8Array,
): Uint8Array {
  const weights = readWeights(groups, readPath);
  const network = new Network();
  const image = network.image('image', [1, 3, 'height', 'width']);
  const maps = featureMaps(network, weights, image);
  const predictor = (index: number) => `Prediction/BoxPredictor_${index}`;
  const scores = maps.map((map, i) => head(network, weights, map, `${predictor(i)}/ClassPredictor`, true));
  const boxes = maps.map((map, i) =>
    head(network, weights, map, `${predictor(i)}/BoxEncodingPredictor`, false),
  );
  network.output('scores', network.unary('Sigmoid', network.concat(scores, 1)));
  network.output('boxes', network.concat(boxes, 1));
  return network.graph.encode();
}
