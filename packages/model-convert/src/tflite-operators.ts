import { transpose } from './channels-first.js';
import type { Value } from './network.js';
import {
  enlargeBilinear,
  reorderAxes,
  repeatPixels,
  resizeNearest,
  sumAlong,
  transposedConvolution,
} from './network-operations.js';
import type { TfliteContext } from './tflite-context.js';
import type { TfliteOperator } from './tflite-model.js';
import {
  type Activation,
  activationAt,
  convolutionOptions,
  optionsOf,
  paddingAt,
  pairAt,
} from './tflite-options.js';
import type { Weight } from './weight-manifest.js';

type Convert = (operator: TfliteOperator, context: TfliteContext) => Value;

function required(operator: TfliteOperator, context: TfliteContext, input: number): Weight {
  const constant = context.constant(operator, input);
  if (constant === undefined)
    throw new Error(`The operator ${operator.code} needs a constant as its input ${input}`);
  return constant;
}

function activated(value: Value, activation: Activation, { network }: TfliteContext): Value {
  if (activation === 'relu') return network.unary('Relu', value);
  if (activation === 'relu6') return network.relu6(value);
  return value;
}

const imageOf = (operator: TfliteOperator, context: TfliteContext, input: number): Value =>
  context.network.channelsFirst(context.value(operator, input));

const convertConvolution: Convert = (operator, context) => {
  const options = optionsOf(operator);
  const filter = transpose(required(operator, context, 1), [1, 2, 3, 0]);
  const value = context.network.convolution(imageOf(operator, context, 0), filter, {
    ...convolutionOptions(options, 4),
    bias: context.constant(operator, 2),
  });
  return activated(value, activationAt(options, 3), context);
};

const convertDepthwise: Convert = (operator, context) => {
  const options = optionsOf(operator);
  const { data, shape } = required(operator, context, 1);
  const multiplier = options.int(3);
  const filter = { data, shape: [shape[1], shape[2], shape[3] / multiplier, multiplier] };
  const value = context.network.depthwise(imageOf(operator, context, 0), filter, {
    ...convolutionOptions(options, 5),
    bias: context.constant(operator, 2),
  });
  return activated(value, activationAt(options, 4), context);
};

const convertTransposedConvolution: Convert = (operator, context) => {
  const options = optionsOf(operator);
  const value = transposedConvolution(
    context.network,
    imageOf(operator, context, 2),
    required(operator, context, 1),
    { padding: paddingAt(options, 0), strides: pairAt(options, 1), bias: context.constant(operator, 3) },
  );
  return activated(value, activationAt(options, 3), context);
};

function convertBinary(opType: 'Add' | 'Mul'): Convert {
  return (operator, context) => {
    const { network } = context;
    const constant = context.constant(operator, 1);
    let value: Value;
    if (constant) value = network.binaryWithConstant(opType, context.value(operator, 0), constant);
    else {
      const operands = [context.value(operator, 0), context.value(operator, 1)] as [Value, Value];
      // An image meets a smaller value of as many axes: that one is turned rather than the image.
      const onImages = operands.some(({ layout }) => layout === 'image');
      const [left, right] = onImages ? operands.map((operand) => network.channelsFirst(operand)) : operands;
      value = network.binary(opType, left, right);
    }
    return activated(value, activationAt(optionsOf(operator), 0), context);
  };
}

/** How many times larger an image becomes along each axis; undefined where that is no whole number. */
function enlargement(
  operator: TfliteOperator,
  context: TfliteContext,
  size: readonly number[],
): readonly number[] | undefined {
  const [, height, width] = context.shape(operator, 0);
  const scale = [size[0] / height, size[1] / width];
  return scale.every(Number.isInteger) ? scale : undefined;
}

const convertResizeBilinear: Convert = (operator, context) => {
  const options = optionsOf(operator);
  const alignCorners = options.flag(2) ? 'align_corners' : 'asymmetric';
  const size = [...required(operator, context, 1).data];
  const alignment = options.flag(3) ? 'half_pixel' : alignCorners;
  const image = imageOf(operator, context, 0);
  const scale = enlargement(operator, context, size);
  if (scale && alignment !== 'align_corners')
    return enlargeBilinear(context.network, image, scale, alignment);
  return context.network.resizeBilinear(image, size, alignment);
};

const convertResizeNearest: Convert = (operator, context) => {
  const options = optionsOf(operator);
  if (options.flag(0)) throw new Error('Nearest-neighbour resizing with aligned corners is not supported');
  const size = [...required(operator, context, 1).data];
  const alignment = options.flag(1) ? 'half_pixel' : 'asymmetric';
  const image = imageOf(operator, context, 0);
  const scale = enlargement(operator, context, size);
  return scale
    ? repeatPixels(context.network, image, scale)
    : resizeNearest(context.network, image, size, alignment);
};

const convertSum: Convert = (operator, context) => {
  if (!optionsOf(operator).flag(0)) throw new Error('Sums that drop their axes are not supported');
  return sumAlong(context.network, context.value(operator, 0), [...required(operator, context, 1).data]);
};

const convertSoftmax: Convert = (operator, context) => {
  const beta = optionsOf(operator).float(0);
  if (beta !== 1) throw new Error(`Softmax with the factor ${beta} is not supported`);
  return context.network.softmax(context.value(operator, 0));
};

/** By their numbers in the schema's `BuiltinOperator`. */
const operators: Readonly<Record<number, Convert>> = {
  0: convertBinary('Add'),
  3: convertConvolution,
  4: convertDepthwise,
  18: convertBinary('Mul'),
  22: (operator, context) =>
    context.network.reshape(context.value(operator, 0), [...required(operator, context, 1).data]),
  23: convertResizeBilinear,
  25: convertSoftmax,
  39: (operator, context) =>
    reorderAxes(context.network, context.value(operator, 0), [...required(operator, context, 1).data]),
  67: convertTransposedConvolution,
  74: convertSum,
  97: convertResizeNearest,
};

/** @throws Error for an operator that no converted model uses yet */
export function convertTfliteOperator(operator: TfliteOperator, context: TfliteContext): Value {
  const convert = operators[operator.code];
  if (convert === undefined) {
    const name =
      operator.customCode === '' ? `${operator.code}` : `${operator.code} (${operator.customCode})`;
    throw new Error(`The TFLite operator ${name} is not supported`);
  }
  return convert(operator, context);
}
