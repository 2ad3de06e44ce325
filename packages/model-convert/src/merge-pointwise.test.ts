import { beforeAll, describe, expect, it } from 'vitest';
import { mergePointwise } from './merge-pointwise.js';
import { OnnxGraph } from './onnx-graph.js';
import { startTensorFlow } from './reference-networks.test-support.js';
import { runOnWaves, type Shape, waves } from './run-on-waves.test-support.js';

beforeAll(startTensorFlow);

const IMAGE: Shape = [1, 6, 8, 4];

interface PairCase {
  readonly name: string;
  readonly build: (graph: OnnxGraph, image: string) => string;
  /** What is left, in order. */
  readonly operations: readonly string[];
}

const filter = (graph: OnnxGraph, ...shape: number[]): string => graph.floats(waves(shape), shape);

const cases: readonly PairCase[] = [
  {
    name: 'a convolution whose channels are mixed to fewer',
    build: (graph, image) => {
      const wide = graph.node('Conv', [image, filter(graph, 12, 4, 3, 3), filter(graph, 12)], {
        strides: [2, 2],
        auto_pad: 'SAME_UPPER',
      });
      return graph.node('Conv', [wide, filter(graph, 2, 12, 1, 1), filter(graph, 2)]);
    },
    operations: ['Conv', 'Identity'],
  },
  {
    name: 'three in a row, the first without a bias',
    build: (graph, image) => {
      const first = graph.node('Conv', [image, filter(graph, 12, 4, 1, 1)]);
      const second = graph.node('Conv', [first, filter(graph, 12, 12, 1, 1), filter(graph, 12)]);
      return graph.node('Conv', [second, filter(graph, 4, 12, 1, 1)]);
    },
    operations: ['Conv', 'Identity'],
  },
  {
    name: 'a transposed convolution that unfolds pixels, then a mixing',
    build: (graph, image) => {
      const attributes = { strides: [2, 2], pads: [0, 0, 0, 0], output_padding: [0, 0] };
      const large = graph.node(
        'ConvTranspose',
        [image, filter(graph, 4, 6, 2, 2), filter(graph, 6)],
        attributes,
      );
      return graph.node('Conv', [large, filter(graph, 3, 6, 1, 1), filter(graph, 3)]);
    },
    operations: ['Conv', 'DepthToSpace', 'Identity'],
  },
  {
    name: 'not where more would be multiplied',
    build: (graph, image) => {
      const narrow = graph.node('Conv', [image, filter(graph, 1, 4, 3, 3)], { auto_pad: 'SAME_UPPER' });
      return graph.node('Conv', [narrow, filter(graph, 8, 1, 1, 1)]);
    },
    operations: ['Conv', 'Conv', 'Identity'],
  },
  {
    name: 'not where others read what is between',
    build: (graph, image) => {
      const wide = graph.node('Conv', [image, filter(graph, 12, 4, 1, 1)]);
      return graph.node('Add', [
        graph.node('Conv', [wide, filter(graph, 12, 12, 1, 1)]),
        graph.node('Relu', [wide]),
      ]);
    },
    operations: ['Conv', 'Conv', 'Relu', 'Add', 'Identity'],
  },
  {
    name: 'not a transposed convolution whose squares overlap',
    build: (graph, image) => {
      const large = graph.node('ConvTranspose', [image, filter(graph, 4, 12, 3, 3)], { strides: [2, 2] });
      return graph.node('Conv', [large, filter(graph, 2, 12, 1, 1)]);
    },
    operations: ['ConvTranspose', 'Conv', 'Identity'],
  },
];

describe('mergePointwise', () => {
  it.each(cases)('$name', async ({ build, operations }) => {
    const written = (isMerged: boolean): OnnxGraph => {
      const graph = new OnnxGraph();
      graph.output('result', build(graph, graph.input('image', [1, 4, 6, 8])));
      if (isMerged) mergePointwise(graph);
      return graph;
    };
    const merged = written(true);
    expect(merged.operations.map(({ opType }) => opType)).toEqual(operations);
    const expected = await runOnWaves(written(false).encode(), IMAGE);
    const actual = await runOnWaves(merged.encode(), IMAGE);
    expect(actual.length).toBe(expected.length);
    actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 4));
  });

  it('leaves out constants that nothing reads any more', () => {
    const graph = new OnnxGraph();
    const wide = graph.node('Conv', [graph.input('image', [1, 4, 6, 8]), filter(graph, 64, 4, 1, 1)]);
    graph.output('result', graph.node('Conv', [wide, filter(graph, 2, 64, 1, 1)]));
    const before = graph.encode().length;
    mergePointwise(graph);
    expect(graph.encode().length).toBeLessThan(before / 2);
  });
});
