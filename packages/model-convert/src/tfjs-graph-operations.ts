import type { Value } from './network.js';
import type { GraphAttribute, GraphContext, GraphNode } from './tfjs-graph-model.js';
import {
  attributeOf,
  decodeText,
  dataInputs,
  spatial,
  paddingOf,
  requireConstant,
} from './tfjs-graph-attributes.js';
import type { Weight } from './weight-manifest.js';

type Convert = (node: GraphNode, context: GraphContext) => Value;

function activate(value: Value, activation: string, node: GraphNode, context: GraphContext): Value {
  const { network } = context;
  if (activation === 'Relu' || activation === 'Sigmoid' || activation === 'Tanh')
    return network.unary(activation, value);
  if (activation === 'Relu6') return network.relu6(value);
  if (activation === 'Prelu') return network.prelu(value, requireConstant(context, node, 3));
  throw new Error(`Fused activation ${activation} is unknown`);
}

/** A convolution or matrix product with the bias and activation that the TensorFlow.js converter fused into it. */
function withFused(
  node: GraphNode,
  context: GraphContext,
  compute: (bias: Weight | undefined) => Value,
): Value {
  const fused = (attributeOf(node, 'fused_ops')?.list?.s ?? []).map(decodeText);
  let value = compute(fused.includes('BiasAdd') ? requireConstant(context, node, 2) : undefined);
  for (const activation of fused)
    if (activation !== 'BiasAdd') value = activate(value, activation, node, context);
  return value;
}

function convertConvolution(kind: 'convolution' | 'depthwise'): Convert {
  return (node, context) =>
    withFused(node, context, (bias) =>
      context.network[kind](context.value(dataInputs(node)[0]), requireConstant(context, node, 1), {
        strides: spatial(node, 'strides'),
        dilations: spatial(node, 'dilations'),
        padding: paddingOf(node),
        bias,
      }),
    );
}

const convertMatrixProduct: Convert = (node, context) => {
  if (attributeOf(node, 'transpose_a')?.b || attributeOf(node, 'transpose_b')?.b)
    throw new Error('Transposed matrix products are not supported');
  return withFused(node, context, (bias) =>
    context.network.dense(context.value(dataInputs(node)[0]), requireConstant(context, node, 1), bias),
  );
};

function convertBinary(opType: string): Convert {
  return (node, context) => {
    const [left, right] = dataInputs(node) as [string, string];
    const constant = context.constant(right);
    if (constant) return context.network.binaryWithConstant(opType, context.value(left), constant);
    const first = context.constant(left);
    if (first && (opType === 'Add' || opType === 'Mul'))
      return context.network.binaryWithConstant(opType, context.value(right), first);
    return context.network.binary(opType, context.value(left), context.value(right));
  };
}

const convertUnary =
  (opType: string): Convert =>
  (node, context) =>
    context.network.unary(opType, context.value(dataInputs(node)[0]));

function convertPool(kind: 'MaxPool' | 'AveragePool'): Convert {
  return (node, context) =>
    context.network.pool(
      kind,
      context.value(dataInputs(node)[0]),
      spatial(node, 'ksize'),
      spatial(node, 'strides'),
      paddingOf(node),
    );
}

const convertPlaceholder: Convert = (node, context) => {
  const dim =
    (attributeOf(node, 'shape') as { shape?: GraphAttribute['shape'] } | undefined)?.shape?.dim ?? [];
  const [, height, width, channels] = dim.map(({ size }) => Number(size)) as [number, number, number, number];
  return context.network.image('image', [1, channels, height, width]);
};

/** The sides that a Reshape asks for. Of a list put together while running only the batch is computed: it is 1. */
function reshapeSides(node: GraphNode, context: GraphContext): number[] {
  const list = dataInputs(node)[1];
  const constant = context.constant(list);
  if (constant) return [...constant.data];
  const packed = context.node(list);
  if (packed?.op !== 'Pack') throw new Error('Reshape needs a list of sides');
  return dataInputs(packed).map((side) => context.constant(side)?.data[0] ?? 1);
}

const convertReshape: Convert = (node, context) =>
  context.network.reshape(context.value(dataInputs(node)[0]), reshapeSides(node, context));

const convertResize: Convert = (node, context) => {
  const alignCorners = attributeOf(node, 'align_corners')?.b ? 'align_corners' : 'asymmetric';
  const alignment = attributeOf(node, 'half_pixel_centers')?.b ? 'half_pixel' : alignCorners;
  const size = [...requireConstant(context, node, 1).data];
  return context.network.resizeBilinear(context.value(dataInputs(node)[0]), size, alignment);
};

const convertConcat: Convert = (node, context) => {
  const inputs = dataInputs(node);
  const axis = requireConstant(context, node, inputs.length - 1).data[0];
  return context.network.concat(
    inputs.slice(0, -1).map((input) => context.value(input)),
    axis,
  );
};

/** Drops the two sides of a 1 x 1 image: the only Squeeze that image classifiers use. */
const convertSqueeze: Convert = (node, context) => {
  const axes = (attributeOf(node, 'squeeze_dims')?.list?.i ?? []).map(Number);
  if (axes.join() !== '1,2') throw new Error(`Squeeze of the axes ${axes.join()} is not supported`);
  return context.network.reshape(context.value(dataInputs(node)[0]), [1, -1]);
};

const operations: Readonly<Record<string, Convert>> = {
  Placeholder: convertPlaceholder,
  Identity: (node, context) => context.value(dataInputs(node)[0]),
  Conv2D: convertConvolution('convolution'),
  _FusedConv2D: convertConvolution('convolution'),
  DepthwiseConv2dNative: convertConvolution('depthwise'),
  FusedDepthwiseConv2dNative: convertConvolution('depthwise'),
  MatMul: convertMatrixProduct,
  _FusedMatMul: convertMatrixProduct,
  Add: convertBinary('Add'),
  AddV2: convertBinary('Add'),
  BiasAdd: convertBinary('Add'),
  Sub: convertBinary('Sub'),
  Mul: convertBinary('Mul'),
  Relu: convertUnary('Relu'),
  Sigmoid: convertUnary('Sigmoid'),
  Relu6: (node, context) => context.network.relu6(context.value(dataInputs(node)[0])),
  Prelu: (node, context) =>
    context.network.prelu(context.value(dataInputs(node)[0]), requireConstant(context, node, 1)),
  Softmax: (node, context) => context.network.softmax(context.value(dataInputs(node)[0])),
  MaxPool: convertPool('MaxPool'),
  AvgPool: convertPool('AveragePool'),
  Pad: (node, context) =>
    context.network.pad(context.value(dataInputs(node)[0]), [...requireConstant(context, node, 1).data]),
  Reshape: convertReshape,
  ResizeBilinear: convertResize,
  ConcatV2: convertConcat,
  DepthToSpace: (node, context) =>
    context.network.depthToSpace(
      context.value(dataInputs(node)[0]),
      Number(attributeOf(node, 'block_size')?.i),
    ),
  Squeeze: convertSqueeze,
};

/** @throws Error for an operation that no converted model uses yet */
export function convertNode(node: GraphNode, context: GraphContext): Value {
  const convert = operations[node.op];
  if (convert === undefined) throw new Error(`The operation ${node.op} is not supported`);
  return convert(node, context);
}
