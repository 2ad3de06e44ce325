import { OnnxGraph } from '@avatar/model-convert';

const LEVELS = 5;
/** How much of the tones between the levels stays. */
const SOFT = 0.2;

/**
 * A network that needs no training, in place of the one that you would bring: each colour in five levels, and dark lines
 * where the picture is darker than what is around it. 10 KB of ONNX, written by the toolkit's own converter.
 */
export function screenPrintNetwork(sizePx: number): Uint8Array {
  const graph = new OnnxGraph();
  const photo = graph.input('photo', [1, 3, sizePx, sizePx]);
  const smooth = blur(graph, blur(graph, photo, 3, 2), 3, 2);

  const scaled = graph.node('Mul', [smooth, graph.scalar(LEVELS - 0.001)]);
  const step = graph.node('Add', [graph.node('Floor', [scaled]), graph.scalar(0.5)]);
  const level = graph.node('Div', [step, graph.scalar(LEVELS)]);
  const between = graph.node('Mul', [graph.node('Sub', [smooth, level]), graph.scalar(SOFT)]);
  const flat = graph.node('Add', [level, between]);

  const weights = graph.floats(Float32Array.of(0.299, 0.587, 0.114), [1, 3, 1, 1]);
  const tone = graph.node('Conv', [blur(graph, photo, 3, 1), weights]);
  const around = blur(graph, blur(graph, tone, 1, 4), 1, 4);
  const darker = graph.node('Sub', [tone, around]);
  const edge = graph.node('Add', [graph.node('Mul', [darker, graph.scalar(60)]), graph.scalar(3.4)]);
  graph.output('print', graph.node('Mul', [flat, graph.node('Sigmoid', [edge])]));
  return graph.encode();
}

/** A Gaussian of `sigma` pixels on each channel by itself, mirrored at the border. */
function blur(graph: OnnxGraph, value: string, channels: number, sigma: number): string {
  const reach = Math.ceil(2 * sigma);
  const side = 2 * reach + 1;
  const line = Array.from({ length: side }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)));
  const sum = line.reduce((total, weight) => total + weight, 0) ** 2;
  const kernel = line.flatMap((a) => line.map((b) => (a * b) / sum));
  const weights = Float32Array.from(
    { length: channels * kernel.length },
    (_, i) => kernel[i % kernel.length],
  );
  const pads = graph.integers([0, 0, reach, reach, 0, 0, reach, reach]);
  const padded = graph.node('Pad', [value, pads], { mode: 'reflect' });
  return graph.node('Conv', [padded, graph.floats(weights, [channels, 1, side, side])], { group: channels });
}
