import { broadcastConstant, convolutionFilter, depthwiseFilter } from './channels-first.js';
import { OnnxGraph } from './onnx-graph.js';
import type { Weight } from './weight-manifest.js';

/** A value of the network. Images are kept channels-first throughout, so no convolution needs a transposition. */
export interface Value {
  readonly name: string;
  /** `image`: NCHW, standing for an NHWC value of the source. `plain`: the source's own axis order. */
  readonly layout: 'image' | 'plain';
}

export type Padding = 'SAME' | 'VALID';

export interface ConvolutionOptions {
  readonly strides?: readonly [number, number];
  readonly dilations?: readonly [number, number];
  readonly padding?: Padding;
  readonly bias?: Weight | undefined;
}

/** One value a channel each. */
export interface Normalization {
  readonly gamma: Weight;
  readonly beta: Weight;
  readonly mean: Weight;
  readonly variance: Weight;
}

// TensorFlow puts the odd pixel of SAME padding at the end, as SAME_UPPER does.
const autoPad = (padding: Padding): string => (padding === 'SAME' ? 'SAME_UPPER' : 'VALID');

/** TensorFlow's operations, written as ONNX nodes. */
export class Network {
  readonly graph = new OnnxGraph();

  image(name: string, shape: readonly (number | string)[]): Value {
    return { name: this.graph.input(name, shape), layout: 'image' };
  }

  convolution(input: Value, filter: Weight, options: ConvolutionOptions = {}): Value {
    return this.#convolve(input, convolutionFilter(filter), 1, options);
  }

  depthwise(input: Value, filter: Weight, options: ConvolutionOptions = {}): Value {
    return this.#convolve(input, depthwiseFilter(filter), filter.shape[2], options);
  }

  pool(
    kind: 'MaxPool' | 'AveragePool',
    input: Value,
    kernel: readonly [number, number],
    strides: readonly [number, number],
    padding: Padding,
  ): Value {
    const attributes = { kernel_shape: kernel, strides, auto_pad: autoPad(padding) };
    return this.#like(input, this.graph.node(kind, [input.name], attributes));
  }

  /** A node that works value by value. */
  unary(opType: string, input: Value): Value {
    return this.#like(input, this.graph.node(opType, [input.name]));
  }

  binary(opType: string, left: Value, right: Value): Value {
    const layout = left.layout === right.layout ? left.layout : 'plain';
    const [a, b] = layout === 'image' ? [left, right] : [this.plain(left), this.plain(right)];
    return { name: this.graph.node(opType, [a.name, b.name]), layout };
  }

  binaryWithConstant(opType: string, left: Value, constant: Weight): Value {
    const { data, shape } = left.layout === 'image' ? broadcastConstant(constant) : constant;
    return this.#like(left, this.graph.node(opType, [left.name, this.graph.floats(data, shape)]));
  }

  relu6(input: Value): Value {
    const bounds = [this.graph.scalar(0), this.graph.scalar(6)];
    return this.#like(input, this.graph.node('Clip', [input.name, ...bounds]));
  }

  prelu(input: Value, slope: Weight): Value {
    return this.binaryWithConstant('PRelu', input, slope);
  }

  /** The runtime folds it into the convolution before it. */
  batchNormalization(input: Value, normalization: Normalization, epsilon: number): Value {
    const { gamma, beta, mean, variance } = normalization;
    const constants = [gamma, beta, mean, variance].map(({ data, shape }) => this.graph.floats(data, shape));
    const attributes = { epsilon: { float: epsilon } };
    return this.#like(input, this.graph.node('BatchNormalization', [input.name, ...constants], attributes));
  }

  /** @param paddings pairs of before and after, an axis a pair, in the source's axis order */
  pad(input: Value, paddings: readonly number[]): Value {
    const axes =
      input.layout === 'image' ? [0, 3, 1, 2] : paddings.slice(0, paddings.length / 2).map((_, i) => i);
    const pads = [...axes.map((axis) => paddings[2 * axis]), ...axes.map((axis) => paddings[2 * axis + 1])];
    return this.#like(input, this.graph.node('Pad', [input.name, this.graph.integers(pads)]));
  }

  /** @param size height and width in pixels */
  resizeBilinear(input: Value, size: readonly number[], alignment: string): Value {
    const inputs = [input.name, '', '', this.graph.integers(size)];
    const attributes = { mode: 'linear', coordinate_transformation_mode: alignment, axes: [2, 3] };
    return this.#like(input, this.graph.node('Resize', inputs, attributes));
  }

  /** Unfolds channels into squares of pixels, depth first as TensorFlow does. */
  depthToSpace(input: Value, blockSize: number): Value {
    const attributes = { blocksize: blockSize, mode: 'DCR' };
    return this.#like(input, this.graph.node('DepthToSpace', [input.name], attributes));
  }

  reshape(input: Value, shape: readonly number[]): Value {
    const { name } = this.plain(input);
    return { name: this.graph.node('Reshape', [name, this.graph.integers(shape)]), layout: 'plain' };
  }

  concat(inputs: readonly Value[], axis: number): Value {
    const names = inputs.map((input) => this.plain(input).name);
    return { name: this.graph.node('Concat', names, { axis }), layout: 'plain' };
  }

  /** Matrix product with a constant matrix, then an optional bias. */
  dense(input: Value, matrix: Weight, bias?: Weight): Value {
    const inputs = [this.plain(input).name, this.graph.floats(matrix.data, matrix.shape)];
    if (bias) inputs.push(this.graph.floats(bias.data, bias.shape));
    return { name: this.graph.node('Gemm', inputs), layout: 'plain' };
  }

  softmax(input: Value): Value {
    return { name: this.graph.node('Softmax', [this.plain(input).name], { axis: -1 }), layout: 'plain' };
  }

  /** The value in the source's own axis order. */
  plain(input: Value): Value {
    if (input.layout === 'plain') return input;
    const name = this.graph.node('Transpose', [input.name], { perm: [0, 2, 3, 1] });
    return { name, layout: 'plain' };
  }

  /** A value of four axes as an image. */
  channelsFirst(input: Value): Value {
    if (input.layout === 'image') return input;
    const name = this.graph.node('Transpose', [input.name], { perm: [0, 3, 1, 2] });
    return { name, layout: 'image' };
  }

  output(name: string, value: Value): void {
    this.graph.output(name, this.plain(value).name);
  }

  #convolve(
    input: Value,
    filter: Weight,
    group: number,
    { strides = [1, 1], dilations = [1, 1], padding = 'SAME', bias }: ConvolutionOptions,
  ): Value {
    const inputs = [input.name, this.graph.floats(filter.data, filter.shape)];
    if (bias) inputs.push(this.graph.floats(bias.data, [bias.data.length]));
    const attributes = { strides, dilations, group, auto_pad: autoPad(padding) };
    return { name: this.graph.node('Conv', inputs, attributes), layout: 'image' };
  }

  #like(input: Value, name: string): Value {
    return { name, layout: input.layout };
  }
}
