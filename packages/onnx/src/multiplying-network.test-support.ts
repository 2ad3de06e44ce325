import { OnnxGraph } from '@avatar/model-convert';
import type { ModelEntry, TensorContract } from '@avatar/models';
import { modelOfTests } from '@avatar/testing';

export const fourValues = (name: string): TensorContract => ({
  name,
  shape: [1, 4],
  type: 'float32',
  note: 'four values',
});

/** An ONNX file that multiplies the four values of `image` and calls them `result`. */
export function multiplyingNetwork(factor: number): Uint8Array {
  const graph = new OnnxGraph();
  graph.output('result', graph.node('Mul', [graph.input('image', [1, 4]), graph.scalar(factor)]));
  return graph.encode();
}

export const multiplyingModel = (id: string, facts: Partial<ModelEntry> = {}): ModelEntry =>
  modelOfTests(id, { inputs: [fourValues('image')], outputs: [fourValues('result')], ...facts });
