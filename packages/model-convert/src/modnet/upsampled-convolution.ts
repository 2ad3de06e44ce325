import type { OnnxGraph } from '../onnx-graph.js';
import type { Layer } from './modnet-weights.js';
import type { Part } from './stack.js';

const TWICE = { mode: 'linear', coordinate_transformation_mode: 'half_pixel' };
const TO_THE_END = 2 ** 31 - 1;

/** The graph with small integer arithmetic on sides. */
class SideGraph {
  constructor(readonly graph: OnnxGraph) {}

  integer = (value: number): string => this.graph.integers([value]);

  side(value: string, axis: number): string {
    const shape = this.graph.node('Shape', [value]);
    return this.graph.node('Slice', [shape, this.integer(axis), this.integer(axis + 1), this.integer(0)]);
  }

  times = (side: string, factor: number): string => this.graph.node('Mul', [side, this.integer(factor)]);

  reshape(value: string, ...sides: readonly string[]): string {
    return this.graph.node('Reshape', [value, this.graph.node('Concat', sides, { axis: 0 })]);
  }

  /**
   * What upsampling to twice the length does to a line of `length` values, seen from each of `taps` places around:
   * a matrix of taps x length rows and 2 x length columns. Beyond the ends there is nothing.
   */
  upsampling(length: string, taps: number): string {
    const { graph, integer } = this;
    const square = graph.node('Concat', [length, length], { axis: 0 });
    const identity = graph.node('EyeLike', [graph.node('ConstantOfShape', [square])], { dtype: 1 });
    const image = graph.node('Unsqueeze', [identity, graph.integers([0, 1])]);
    const scales = graph.floats(Float32Array.of(1, 1, 1, 2), [4]);
    const larger = graph.node('Resize', [image, '', scales], TWICE);
    const reach = taps >> 1;
    const padded = graph.node('Pad', [larger, graph.integers([0, 0, 0, reach, 0, 0, 0, reach])]);
    const shifted = Array.from({ length: taps }, (_, tap) => {
      const end = tap === taps - 1 ? TO_THE_END : tap + 1 - taps;
      return graph.node('Slice', [padded, integer(tap), integer(end), integer(3)]);
    });
    return graph.node('Squeeze', [graph.node('Concat', shifted, { axis: 2 }), graph.integers([0, 1])]);
  }
}

/**
 * A convolution of an image that was made twice as large by bilinear interpolation. Both are linear, so the channels
 * are mixed first, for each tap of the filter and on a quarter of the pixels; what is left to do for rows and columns are
 * two small matrices. Pays where the filter has many inputs, and many more than outputs.
 */
export function upsampledConvolution(graph: OnnxGraph, input: Part, { filter, bias }: Layer): Part {
  const [channels, inputs, taps] = filter.shape;
  const sides = new SideGraph(graph);
  const [height, width] = [sides.side(input.name, 2), sides.side(input.name, 3)];
  const mixed = graph.node('Conv', [
    input.name,
    graph.floats(tapsAsOutputs(filter.data, channels, inputs, taps * taps), [
      channels * taps * taps,
      inputs,
      1,
      1,
    ]),
  ]);
  const byTap = sides.reshape(mixed, sides.integer(channels * taps), sides.integer(taps), height, width);
  const lines = graph.node('Transpose', [byTap], { perm: [0, 2, 1, 3] });
  const across = graph.node('MatMul', [
    sides.reshape(lines, sides.integer(-1), sides.times(width, taps)),
    sides.upsampling(width, taps),
  ]);
  const columns = sides.reshape(
    across,
    sides.integer(1),
    sides.integer(channels),
    sides.times(height, taps),
    sides.times(width, 2),
  );
  const down = graph.node('Transpose', [sides.upsampling(height, taps)], { perm: [1, 0] });
  const value = graph.node('MatMul', [down, columns]);
  return { name: graph.node('Add', [value, graph.floats(bias.data, [1, channels, 1, 1])]), channels };
}

/** From out, in, tap to out, tap, in. */
function tapsAsOutputs(data: Float32Array, outputs: number, inputs: number, taps: number): Float32Array {
  const result = new Float32Array(data.length);
  for (let output = 0, to = 0; output < outputs; output++)
    for (let tap = 0; tap < taps; tap++)
      for (let input = 0; input < inputs; input++)
        result[to++] = data[(output * inputs + input) * taps + tap];
  return result;
}
