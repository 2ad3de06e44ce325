import { beforeAll, describe, expect, it } from 'vitest';
import { OnnxGraph } from '../onnx-graph.js';
import { startTensorFlow } from '../reference-networks.test-support.js';
import { runOnWaves, type Shape, weight } from '../run-on-waves.test-support.js';
import { convolveStack, type Part, type StackLayer } from './stack.js';
import { upsampledConvolution } from './upsampled-convolution.js';

beforeAll(startTensorFlow);

async function expectSame(
  build: (graph: OnnxGraph, image: string) => string,
  plain: typeof build,
  shape: Shape,
) {
  const run = (write: typeof build): Promise<Float32Array> => {
    const graph = new OnnxGraph();
    const [, height, width, channels] = shape;
    graph.output('result', write(graph, graph.input('image', [1, channels, height, width])));
    return runOnWaves(graph.encode(), shape);
  };
  const [actual, expected] = [await run(build), await run(plain)];
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(1e-4));
}

describe('a convolution over channels of several values', () => {
  const layer: StackLayer = { filter: weight([16, 35, 3, 3]), bias: weight([16]), stride: 2 };
  const part = (graph: OnnxGraph, image: string, from: number, channels: number): Part => ({
    name: graph.node('Slice', [image, ...[from, from + channels, 1].map((side) => graph.integers([side]))]),
    channels,
  });

  it.each([
    ['first', [3, 16, 16]],
    ['between', [16, 3, 16]],
    ['last', [16, 16, 3]],
  ])('is that over all of them, with the odd one %s', (_, sizes) =>
    expectSame(
      (graph, image) => {
        const starts = sizes.map((__, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
        const stack = sizes.map((size, i) => part(graph, image, starts[i], size));
        return convolveStack(graph, stack, layer).name;
      },
      (graph, image) => convolveStack(graph, [{ name: image, channels: 35 }], layer).name,
      [1, 6, 10, 35],
    ),
  );
});

describe('a convolution before its input is enlarged', () => {
  it.each([
    ['wide', [1, 3, 5, 8]],
    ['tall', [1, 6, 2, 8]],
  ] as const)('is that after, borders too, in a %s picture', (_, shape) => {
    const layer = { filter: weight([3, 8, 5, 5]), bias: weight([3]) };
    return expectSame(
      (graph, image) => upsampledConvolution(graph, { name: image, channels: 8 }, layer).name,
      (graph, image) => {
        const scales = graph.floats(Float32Array.of(1, 1, 2, 2), [4]);
        const attributes = { mode: 'linear', coordinate_transformation_mode: 'half_pixel' };
        const large = graph.node('Resize', [image, '', scales], attributes);
        return convolveStack(graph, [{ name: large, channels: 8 }], layer).name;
      },
      [...shape],
    );
  });
});
