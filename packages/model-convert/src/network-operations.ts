import { channelsFirstAxis, transpose } from './channels-first.js';
import type { Network, Padding, Value } from './network.js';
import type { Weight } from './weight-manifest.js';

export interface TransposedConvolutionOptions {
  readonly strides: readonly [number, number];
  readonly padding: Padding;
  readonly bias?: Weight | undefined;
}

/**
 * The gradient of a convolution: an image of the stride's multiple.
 *
 * @param filter out, height, width, in
 */
export function transposedConvolution(
  network: Network,
  input: Value,
  filter: Weight,
  { strides, padding, bias }: TransposedConvolutionOptions,
): Value {
  const { data, shape } = transpose(filter, [3, 0, 1, 2]);
  const inputs = [input.name, network.graph.floats(data, shape)];
  if (bias) inputs.push(network.graph.floats(bias.data, [bias.data.length]));
  // SAME asks for exactly `stride` pixels a pixel; what the filter reaches beyond them is cut, the odd one at the end.
  const surplus = strides.map((stride, axis) => (padding === 'SAME' ? shape[axis + 2] - stride : 0));
  const cut = surplus.map((pixels) => Math.max(0, pixels));
  const before = cut.map((pixels) => Math.floor(pixels / 2));
  const attributes = {
    strides,
    pads: [...before, ...cut.map((pixels, axis) => pixels - before[axis])],
    output_padding: surplus.map((pixels) => Math.max(0, -pixels)),
  };
  return { name: network.graph.node('ConvTranspose', inputs, attributes), layout: 'image' };
}

/**
 * Makes an image a whole number of times larger. By a scale and not by a size: the runtime knows then that both sides
 * grow alike, and keeps the layout in which its convolutions work.
 */
export function enlargeBilinear(
  network: Network,
  input: Value,
  scale: readonly number[],
  alignment: 'half_pixel' | 'asymmetric',
): Value {
  return enlarge(network, input, scale, { mode: 'linear', coordinate_transformation_mode: alignment });
}

/** Makes of each pixel a rectangle of equal ones, as the nearest neighbour is for a scale without remainder. */
export function repeatPixels(network: Network, input: Value, scale: readonly number[]): Value {
  return enlarge(network, input, scale, {
    mode: 'nearest',
    coordinate_transformation_mode: 'asymmetric',
    nearest_mode: 'floor',
  });
}

function enlarge(
  { graph }: Network,
  input: Value,
  scale: readonly number[],
  attributes: Readonly<Record<string, string>>,
): Value {
  const scales = graph.floats(Float32Array.of(1, 1, ...scale), [4]);
  return { name: graph.node('Resize', [input.name, '', scales], attributes), layout: 'image' };
}

/** @param size height and width in pixels */
export function resizeNearest(
  network: Network,
  input: Value,
  size: readonly number[],
  alignment: 'half_pixel' | 'asymmetric',
): Value {
  const inputs = [input.name, '', '', network.graph.integers(size)];
  const attributes = {
    mode: 'nearest',
    coordinate_transformation_mode: alignment,
    // TensorFlow rounds half-pixel coordinates half up, and others down.
    nearest_mode: alignment === 'half_pixel' ? 'round_prefer_ceil' : 'floor',
    axes: [2, 3],
  };
  return { name: network.graph.node('Resize', inputs, attributes), layout: 'image' };
}

/** The sum along axes of the source, which stay as sides of 1. */
export function sumAlong(network: Network, input: Value, axes: readonly number[]): Value {
  const ours = input.layout === 'image' ? axes.map(channelsFirstAxis) : axes;
  const name = network.graph.node('ReduceSum', [input.name, network.graph.integers(ours)], { keepdims: 1 });
  return { name, layout: input.layout };
}

/** Axis `i` of the result is axis `order[i]` of the source. */
export function reorderAxes(network: Network, input: Value, order: readonly number[]): Value {
  const { name } = network.plain(input);
  return { name: network.graph.node('Transpose', [name], { perm: order }), layout: 'plain' };
}
