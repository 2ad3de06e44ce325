import { Network, type Padding, type Value } from './network.js';
import { readWeights, type Weight, type WeightGroup, type Weights, weightNamed } from './weight-manifest.js';

interface LayerConfig {
  readonly batch_input_shape?: readonly (number | null)[];
  readonly padding?: string | readonly (readonly [number, number])[];
  readonly strides?: readonly [number, number];
  readonly pool_size?: readonly [number, number];
  readonly dilation_rate?: readonly [number, number];
  readonly use_bias?: boolean;
  readonly activation?: string;
  readonly epsilon?: number;
  readonly max_value?: number | null;
}

interface Layer {
  readonly name: string;
  readonly class_name: string;
  readonly config: LayerConfig;
  readonly inbound_nodes: readonly (readonly (readonly [string, ...unknown[]])[])[];
}

/** model.json of a TensorFlow.js layers model, as far as it is read. */
export interface LayersModel {
  readonly modelTopology: {
    readonly model_config: { readonly config: { readonly layers: readonly Layer[] } };
  };
  readonly weightsManifest: readonly WeightGroup[];
}

interface LayerContext {
  readonly network: Network;
  readonly inputs: readonly Value[];
  /** A weight of this layer; undefined if it has none of the name. */
  weight(name: string): Weight | undefined;
}

type Convert = (layer: Layer, context: LayerContext) => Value;

function activated(network: Network, value: Value, activation: string | undefined): Value {
  if (activation === undefined || activation === 'linear') return value;
  if (activation === 'softmax') return network.softmax(value);
  if (activation === 'relu') return network.unary('Relu', value);
  throw new Error(`The activation ${activation} is not supported`);
}

function required(context: LayerContext, name: string): Weight {
  const weight = context.weight(name);
  if (weight === undefined) throw new Error(`A layer lacks its weight ${name}`);
  return weight;
}

const paddingOf = (layer: Layer): Padding => (layer.config.padding === 'same' ? 'SAME' : 'VALID');

function convertConvolution(kind: 'convolution' | 'depthwise', kernel: string): Convert {
  return (layer, context) => {
    const { network, inputs } = context;
    const { strides = [1, 1], dilation_rate: dilations = [1, 1], activation } = layer.config;
    const options = { strides, dilations, padding: paddingOf(layer), bias: context.weight('bias') };
    return activated(network, network[kind](inputs[0], required(context, kernel), options), activation);
  };
}

const convertBatchNormalization: Convert = (layer, context) =>
  context.network.batchNormalization(
    context.inputs[0],
    {
      gamma: required(context, 'gamma'),
      beta: required(context, 'beta'),
      mean: required(context, 'moving_mean'),
      variance: required(context, 'moving_variance'),
    },
    layer.config.epsilon ?? 0.001,
  );

const convertRelu: Convert = ({ config }, { network, inputs }) => {
  if (config.max_value === 6) return network.relu6(inputs[0]);
  if (config.max_value === undefined || config.max_value === null) return network.unary('Relu', inputs[0]);
  throw new Error(`ReLU with the maximum ${config.max_value} is not supported`);
};

const convertZeroPadding: Convert = ({ config }, { network, inputs }) => {
  const [rows, columns] = config.padding as readonly (readonly [number, number])[];
  return network.pad(inputs[0], [0, 0, ...rows, ...columns, 0, 0]);
};

const convertDense: Convert = ({ config }, context) => {
  const { network, inputs } = context;
  const product = network.dense(inputs[0], required(context, 'kernel'), context.weight('bias'));
  return activated(network, product, config.activation);
};

const layers: Readonly<Record<string, Convert>> = {
  InputLayer: ({ config }, { network }) => {
    const [, height, width, channels] = config.batch_input_shape as readonly number[];
    return network.image('image', [1, channels, height, width]);
  },
  ZeroPadding2D: convertZeroPadding,
  Conv2D: convertConvolution('convolution', 'kernel'),
  DepthwiseConv2D: convertConvolution('depthwise', 'depthwise_kernel'),
  BatchNormalization: convertBatchNormalization,
  ReLU: convertRelu,
  Add: (_, { network, inputs }) => network.binary('Add', inputs[0], inputs[1]),
  AveragePooling2D: (layer, { network, inputs }) => {
    const { pool_size: kernel = [2, 2], strides = kernel } = layer.config;
    return network.pool('AveragePool', inputs[0], kernel, strides, paddingOf(layer));
  },
  Flatten: (_, { network, inputs }) => network.reshape(inputs[0], [1, -1]),
  Dropout: (_, { inputs }) => inputs[0],
  Dense: convertDense,
};

function weightOf(weights: Weights, layer: Layer, name: string): Weight | undefined {
  const key = `${layer.name}/${name}`;
  if (name === 'bias' && layer.config.use_bias === false) return undefined;
  return weightNamed(weights, key);
}

function valueNamed(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The layer ${name} comes after one that needs it`);
  return value;
}

/**
 * Converts a TensorFlow.js layers model (Keras) of one image input and one output. The input is named `image` and
 * takes NCHW.
 */
export function convertTfjsLayers(
  model: LayersModel,
  readPath: (path: string) => Uint8Array,
  output: string,
): Uint8Array {
  const weights = readWeights(model.weightsManifest, readPath);
  const network = new Network();
  const values = new Map<string, Value>();
  let last: Value | undefined;
  for (const layer of model.modelTopology.model_config.config.layers) {
    const convert = layers[layer.class_name];
    if (convert === undefined) throw new Error(`The layer ${layer.class_name} is not supported`);
    const inputs = (layer.inbound_nodes[0] ?? []).map(([source]) => valueNamed(values, source));
    last = convert(layer, { network, inputs, weight: (name) => weightOf(weights, layer, name) });
    values.set(layer.name, last);
  }
  if (last === undefined) throw new Error('The model has no layers');
  network.output(output, last);
  return network.graph.encode();
}
