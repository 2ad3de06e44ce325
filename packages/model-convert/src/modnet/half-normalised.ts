import type { OnnxGraph } from '../onnx-graph.js';
import type { Weight } from '../weight-manifest.js';
import type { Layer, ModnetWeights } from './modnet-weights.js';
import { BLOCK, convolveStack, type Part, type Stack, type StackLayer } from './stack.js';

/** Of both normalisations. */
const EPSILON = 1e-5;

/** The numbers of the given range along the first axis. */
function rows({ data, shape }: Weight, from: number, to: number): Weight {
  const size = data.length / shape[0];
  return { data: data.slice(from * size, to * size), shape: [to - from, ...shape.slice(1)] };
}

/** The layer with the normalisation by constants of the first half of its channels in its own numbers. */
export function foldedLayer(weights: ModnetWeights, name: string): Layer {
  const { filter, bias } = weights.layer(`${name}.layers.0`);
  const [gamma, beta, mean, variance] = ['weight', 'bias', 'running_mean', 'running_var'].map(
    (part) => weights.weight(`${name}.layers.1.bnorm.${part}`).data,
  );
  const folded = {
    filter: { ...filter, data: filter.data.slice() },
    bias: { ...bias, data: bias.data.slice() },
  };
  const size = filter.data.length / filter.shape[0];
  for (let channel = 0; channel < gamma.length; channel++) {
    const scale = gamma[channel] / Math.sqrt(variance[channel] + EPSILON);
    for (let i = channel * size; i < (channel + 1) * size; i++)
      folded.filter.data[i] = scale * filter.data[i];
    folded.bias.data[channel] = scale * (bias.data[channel] - mean[channel]) + beta[channel];
  }
  return folded;
}

/** Each channel of a value to mean 0 and variance 1. */
function normaliseInstance(graph: OnnxGraph, value: string, channels: number): string {
  const ones = graph.floats(new Float32Array(channels).fill(1), [channels]);
  const zeros = graph.floats(new Float32Array(channels), [channels]);
  return graph.node('InstanceNormalization', [value, ones, zeros], { epsilon: { float: EPSILON } });
}

/**
 * Negatives cut off, by a convolution that changes nothing: it takes the value into the runtime's fast layout, in which
 * what follows stays.
 */
export function rectifiedInBlocks(graph: OnnxGraph, value: string, channels: number): string {
  const ones = graph.floats(new Float32Array(channels).fill(1), [channels, 1, 1, 1]);
  const same = graph.node('Conv', [value, ones], { group: channels, kernel_shape: [1, 1] });
  return graph.node('Relu', [same]);
}

/** The second half of a value's channels normalised by what is in the picture; the first is already, by constants. */
export function normaliseSecondHalf(graph: OnnxGraph, { name, channels }: Part): string {
  const half = channels / 2;
  const slice = (from: number, to: number): string =>
    graph.node('Slice', [name, graph.integers([from]), graph.integers([to]), graph.integers([1])]);
  return graph.node('Concat', [slice(0, half), normaliseInstance(graph, slice(half, channels), half)], {
    axis: 1,
  });
}

/**
 * MODNet's layer: a convolution, half of whose channels are normalised by constants and half by what is in the picture,
 * and negatives cut off. Both halves are computed apart where they are whole blocks.
 */
export function halfNormalised(
  graph: OnnxGraph,
  weights: ModnetWeights,
  input: Stack,
  name: string,
  stride = 1,
): Stack {
  const { filter, bias } = foldedLayer(weights, name);
  const channels = filter.shape[0];
  const half = channels / 2;
  if (half % BLOCK !== 0) {
    const value = convolveStack(graph, input, { filter, bias, stride });
    return [{ name: graph.node('Relu', [normaliseSecondHalf(graph, value)]), channels }];
  }
  const halfOf = (from: number, to: number): StackLayer => ({
    filter: rows(filter, from, to),
    bias: rows(bias, from, to),
    stride,
  });
  const byConstants = convolveStack(graph, input, halfOf(0, half));
  const byPicture = convolveStack(graph, input, halfOf(half, channels));
  return [
    { name: graph.node('Relu', [byConstants.name]), channels: half },
    {
      name: rectifiedInBlocks(graph, normaliseInstance(graph, byPicture.name, half), half),
      channels: half,
    },
  ];
}
