import type { OnnxGraph } from '../onnx-graph.js';
import { transpose } from '../channels-first.js';
import type { Layer, ModnetWeights } from './modnet-weights.js';
import type { Part } from './stack.js';

/** MobileNetV2: channels, repetitions and first stride of its groups of inverted residuals. */
const GROUPS: readonly (readonly [channels: number, repetitions: number, stride: number])[] = [
  [16, 1, 1],
  [24, 2, 2],
  [32, 3, 2],
  [64, 4, 2],
  [96, 3, 1],
  [160, 3, 2],
  [320, 1, 1],
];

/** What the branches look at. */
export interface EncoderFeatures {
  /** At a half, a quarter and a thirty-second of the picture's sides. */
  readonly half: Part;
  readonly quarter: Part;
  readonly deep: Part;
}

/** Writes the encoder's convolutions one after another, as the file lists them. */
class Encoder {
  readonly #layers: Iterator<Layer>;
  constructor(
    readonly graph: OnnxGraph,
    weights: ModnetWeights,
  ) {
    this.#layers = weights.convolutions[Symbol.iterator]();
  }

  convolve(input: Part, stride: number, isRectified: boolean): Part {
    const { filter, bias } = this.#layers.next().value as Layer;
    const [channels, inputs, height, width] = filter.shape;
    const pad = height >> 1;
    const name = this.graph.node(
      'Conv',
      [input.name, this.graph.floats(filter.data, filter.shape), this.graph.floats(bias.data, bias.shape)],
      {
        strides: [stride, stride],
        pads: [pad, pad, pad, pad],
        kernel_shape: [height, width],
        group: input.channels / inputs,
      },
    );
    if (!isRectified) return { name, channels };
    return {
      name: this.graph.node('Clip', [name, this.graph.scalar(0), this.graph.scalar(6)]),
      channels,
    };
  }

  invertedResidual(input: Part, stride: number, isExpanded: boolean): Part {
    const expanded = isExpanded ? this.convolve(input, 1, true) : input;
    const result = this.convolve(this.convolve(expanded, stride, true), 1, false);
    if (stride !== 1 || result.channels !== input.channels) return result;
    return { name: this.graph.node('Add', [input.name, result.name]), channels: result.channels };
  }
}

/** The encoder of MODNet: MobileNetV2, and a weight for each of its last channels from all of them. */
export function encode(graph: OnnxGraph, weights: ModnetWeights, image: Part): EncoderFeatures {
  const encoder = new Encoder(graph, weights);
  let value = encoder.convolve(image, 2, true);
  const ends = GROUPS.map(([, repetitions, stride], group) => {
    for (let i = 0; i < repetitions; i++)
      value = encoder.invertedResidual(value, i === 0 ? stride : 1, group > 0);
    return value;
  });
  const last = encoder.convolve(value, 1, true);
  return { half: ends[0], quarter: ends[1], deep: reweighted(graph, weights, last) };
}

function reweighted(graph: OnnxGraph, { matrices }: ModnetWeights, input: Part): Part {
  const [squeeze, excite] = matrices.map((matrix) => {
    const { data, shape } = transpose(matrix, [1, 0]);
    return graph.floats(data, [...shape, 1, 1]);
  });
  const means = graph.node('GlobalAveragePool', [input.name]);
  const squeezed = graph.node('Relu', [graph.node('Conv', [means, squeeze])]);
  const weight = graph.node('Sigmoid', [graph.node('Conv', [squeezed, excite])]);
  return { name: graph.node('Mul', [input.name, weight]), channels: input.channels };
}
