import type { OnnxGraph } from '../onnx-graph.js';
import type { Weight } from '../weight-manifest.js';

/** Some channels of an image. */
export interface Part {
  readonly name: string;
  readonly channels: number;
}

/** An image whose channels are several values, one behind the other. */
export type Stack = readonly Part[];

/** The runtime's fast layout keeps channels in blocks of at most this many. */
export const BLOCK = 16;

/** A filter is out, in, height, width; the padding keeps the sides. */
export interface StackLayer {
  readonly filter: Weight;
  readonly bias?: Weight;
  readonly stride?: number;
}

/** The part of a filter that sees the given input channels. */
function inputsOf({ data, shape }: Weight, channels: readonly number[]): Weight {
  const [outputs, inputs, height, width] = shape;
  const size = height * width;
  const part = new Float32Array(outputs * channels.length * size);
  for (let output = 0, to = 0; output < outputs; output++)
    for (const channel of channels) {
      const from = (output * inputs + channel) * size;
      part.set(data.subarray(from, from + size), to);
      to += size;
    }
  return { data: part, shape: [outputs, channels.length, height, width] };
}

function joined(graph: OnnxGraph, parts: Stack): string {
  return parts.length === 1
    ? parts[0].name
    : graph.node(
        'Concat',
        parts.map(({ name }) => name),
        { axis: 1 },
      );
}

function convolution(
  graph: OnnxGraph,
  parts: Stack,
  { filter: { data, shape }, bias, stride = 1 }: StackLayer,
): string {
  const inputs = [joined(graph, parts), graph.floats(data, shape)];
  if (bias) inputs.push(graph.floats(bias.data, bias.shape));
  const pad = shape[2] >> 1;
  return graph.node('Conv', inputs, {
    strides: [stride, stride],
    pads: [pad, pad, pad, pad],
    kernel_shape: shape.slice(2),
  });
}

/**
 * A convolution over a stack. Parts that are no whole blocks, as the photo itself, would keep all the others out of the
 * runtime's fast layout; they are convolved by themselves and added.
 */
export function convolveStack(graph: OnnxGraph, stack: Stack, layer: StackLayer): Part {
  const { filter, bias, stride = 1 } = layer;
  const channels = filter.shape[0];
  const isWhole = (part: Part): boolean => part.channels % BLOCK === 0;
  const [whole, odd] = [stack.filter(isWhole), stack.filter((part) => !isWhole(part))];
  if (whole.length === 0 || odd.length === 0) return { name: convolution(graph, stack, layer), channels };
  const placed = stack.flatMap((part) => new Array<Part>(part.channels).fill(part));
  const seenBy = (parts: Stack): Weight =>
    inputsOf(
      filter,
      [...placed.keys()].filter((channel) => parts.includes(placed[channel])),
    );
  const large = convolution(graph, whole, { filter: seenBy(whole), ...(bias && { bias }), stride });
  const small = convolution(graph, odd, { filter: seenBy(odd), stride });
  // Both have the same sides, which the runtime has to know to add one while it computes the other.
  const sides = [1, channels, `${large} height`, `${large} width`];
  graph.shaped(large, sides);
  graph.shaped(small, sides);
  return { name: graph.node('Add', [large, small]), channels };
}

/** Each part twice or half as large, as bilinear interpolation does. */
export function resizeStack(graph: OnnxGraph, stack: Stack, scale: number): Stack {
  const scales = graph.floats(Float32Array.of(1, 1, scale, scale), [4]);
  const attributes = { mode: 'linear', coordinate_transformation_mode: 'half_pixel' };
  return stack.map(({ name, channels }) => ({
    name: graph.node('Resize', [name, '', scales], attributes),
    channels,
  }));
}
