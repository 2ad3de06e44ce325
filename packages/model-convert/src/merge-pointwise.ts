import type { GraphOperation, OnnxGraph } from './onnx-graph.js';
import type { Weight } from './weight-manifest.js';

/** A linear operation, and the convolution of single pixels that is its only reader. */
interface Pair {
  readonly first: GraphOperation;
  readonly pointwise: GraphOperation;
  readonly mixing: Layer;
}

interface Layer {
  readonly filter: Weight;
  /** One value for each channel of the result. */
  readonly bias: ArrayLike<number>;
}

function listOf({ attributes }: GraphOperation, name: string): readonly number[] {
  const value = attributes[name];
  return typeof value === 'object' && !('float' in value) ? value : [];
}

const areAll = (values: readonly number[], expected: number): boolean =>
  values.every((value) => value === expected);

function layerOf({ input, attributes }: GraphOperation, graph: OnnxGraph): Layer | undefined {
  const filter = graph.constant(input[1]);
  if (!filter || (attributes['group'] ?? 1) !== 1) return undefined;
  const bias = input.length > 2 ? graph.constant(input[2])?.data : [];
  return bias && { filter, bias };
}

/** What a convolution of single pixels does to the channels. */
function mixingOf(operation: GraphOperation, graph: OnnxGraph): Layer | undefined {
  const layer = operation.opType === 'Conv' ? layerOf(operation, graph) : undefined;
  const [, , height, width] = layer?.filter.shape ?? [];
  const isPointwise = height === 1 && width === 1 && areAll(listOf(operation, 'strides'), 1);
  return isPointwise ? layer : undefined;
}

/** Rows of `left` times columns of `right`, in double precision; `right` has `inner` rows. */
function product(left: ArrayLike<number>, right: ArrayLike<number>, inner: number): Float64Array {
  const columns = right.length / inner;
  const result = new Float64Array((left.length / inner) * columns);
  for (let row = 0; row < left.length / inner; row++)
    for (let i = 0; i < inner; i++) {
      const factor = left[row * inner + i];
      for (let column = 0; column < columns; column++)
        result[row * columns + column] += factor * right[i * columns + column];
    }
  return result;
}

function mixedBias({ filter, bias }: Layer, before: ArrayLike<number>): Float64Array {
  const own = Float64Array.from({ length: filter.shape[0] }, (_, i) => bias[i] ?? 0);
  if (before.length === 0) return own;
  return product(filter.data, before, before.length).map((value, i) => value + own[i]);
}

/** A convolution and the mixing of its channels are one convolution, which is written where it has no more to multiply. */
function mergeConvolution(
  { first, pointwise, mixing }: Pair,
  graph: OnnxGraph,
): GraphOperation[] | undefined {
  const [outputs, between] = mixing.filter.shape;
  const layer = layerOf(first, graph);
  if (!layer) return undefined;
  const { data, shape } = layer.filter;
  const merged = outputs * (data.length / between);
  if (merged > data.length + mixing.filter.data.length) return undefined;
  const filter = graph.floats(Float32Array.from(product(mixing.filter.data, data, between)), [
    outputs,
    ...shape.slice(1),
  ]);
  const bias = graph.floats(Float32Array.from(mixedBias(mixing, layer.bias)), [outputs]);
  return [{ ...first, input: [first.input[0], filter, bias], output: pointwise.output }];
}

/**
 * A transposed convolution that lays its filter side by side mixes channels too: what comes out of both is one
 * convolution of single pixels, each unfolded into a square.
 */
function mergeUnfolding({ first, pointwise, mixing }: Pair, graph: OnnxGraph): GraphOperation[] | undefined {
  const [outputs, between] = mixing.filter.shape;
  const layer = layerOf(first, graph);
  if (!layer) return undefined;
  const [inputs, , side, width] = layer.filter.shape;
  const cut = [...listOf(first, 'pads'), ...listOf(first, 'output_padding')];
  const strides = listOf(first, 'strides');
  if (side !== width || strides.length !== 2 || !areAll(strides, side) || !areAll(cut, 0)) return undefined;
  const places = side * side;
  const filter = new Float32Array(outputs * places * inputs);
  for (let input = 0; input < inputs; input++) {
    const from = layer.filter.data.subarray(input * between * places, (input + 1) * between * places);
    product(mixing.filter.data, from, between).forEach((value, i) => (filter[i * inputs + input] = value));
  }
  const bias = mixedBias(mixing, layer.bias);
  const everywhere = Float32Array.from({ length: outputs * places }, (_, i) => bias[Math.floor(i / places)]);
  const unfolded = `${pointwise.output}_folded`;
  return [
    {
      ...pointwise,
      input: [
        first.input[0],
        graph.floats(filter, [outputs * places, inputs, 1, 1]),
        graph.floats(everywhere, [outputs * places]),
      ],
      output: unfolded,
    },
    {
      opType: 'DepthToSpace',
      input: [unfolded],
      output: pointwise.output,
      attributes: { blocksize: side, mode: 'CRD' },
    },
  ];
}

/**
 * Writes pairs of linear operations as one: a convolution, or a transposed one, whose channels are only mixed afterwards.
 * The network computes the same, up to the rounding of sums.
 */
export function mergePointwise(graph: OnnxGraph): void {
  const operations = new Map(graph.operations.map((operation) => [operation.output, [operation]]));
  const readers = new Map<string, number>();
  for (const { input } of graph.operations)
    for (const name of input) readers.set(name, (readers.get(name) ?? 0) + 1);
  for (const { output } of graph.operations) {
    const [pointwise] = operations.get(output) ?? [];
    const mixing = pointwise && mixingOf(pointwise, graph);
    const before = operations.get(pointwise?.input[0]);
    if (!mixing || before?.length !== 1 || readers.get(pointwise.input[0]) !== 1) continue;
    const pair = { first: before[0], pointwise, mixing };
    const merge = { Conv: mergeConvolution, ConvTranspose: mergeUnfolding }[before[0].opType];
    const merged = merge?.(pair, graph);
    if (!merged) continue;
    operations.delete(before[0].output);
    operations.set(output, merged);
  }
  graph.rewrite([...operations.values()].flat());
}
