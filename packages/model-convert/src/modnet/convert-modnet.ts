import { OnnxGraph } from '../onnx-graph.js';
import { encode } from './encoder.js';
import { foldedLayer, halfNormalised, normaliseSecondHalf, rectifiedInBlocks } from './half-normalised.js';
import { readModnetWeights } from './modnet-weights.js';
import { convolveStack, resizeStack, type Stack } from './stack.js';
import { upsampledConvolution } from './upsampled-convolution.js';

/**
 * Writes MODNet (Z. Ke et al., 2022) from the weights of its published ONNX file. It computes the same, up to the
 * rounding of sums, in the forms that the runtime is fast at: normalisations by constants are in the convolutions, the
 * photo's three channels do not keep others out of blocks, and the widest convolution works before its input is enlarged.
 * Names and free sides are those of the file.
 */
export function convertModnet(file: Uint8Array): Uint8Array {
  const weights = readModnetWeights(file);
  const graph = new OnnxGraph();
  const image = { name: graph.input('input', [1, 3, 'height', 'width']), channels: 3 };
  const layer = (input: Stack, name: string, stride?: number): Stack =>
    halfNormalised(graph, weights, input, name, stride);
  const twice = (input: Stack): Stack => resizeStack(graph, input, 2);

  const { half, quarter, deep } = encode(graph, weights, image);
  // What it is: at a sixteenth and an eighth of the sides.
  const wide = upsampledConvolution(graph, deep, foldedLayer(weights, 'lr_branch.conv_lr16x'));
  const coarse = rectifiedInBlocks(graph, normaliseSecondHalf(graph, wide), wide.channels);
  const eighth = layer(twice([{ name: coarse, channels: wide.channels }]), 'lr_branch.conv_lr8x');

  // Where its edge is: details of the photo, from a half down to a quarter and back.
  const fineHalf = layer([half], 'hr_branch.tohr_enc2x');
  const photoHalf = resizeStack(graph, [image], 0.5);
  let detail = layer([...photoHalf, ...fineHalf], 'hr_branch.conv_enc2x', 2);
  detail = layer([...detail, ...layer([quarter], 'hr_branch.tohr_enc4x')], 'hr_branch.conv_enc4x');
  detail = [...detail, ...twice(eighth), ...resizeStack(graph, [image], 0.25)];
  for (const step of [0, 1, 2]) detail = layer(detail, `hr_branch.conv_hr4x.${step}`);
  detail = [...twice(detail), ...fineHalf];
  for (const step of [0, 1, 2, 3]) detail = layer(detail, `hr_branch.conv_hr2x.${step}`);

  const context = layer(twice(eighth), 'f_branch.conv_lr4x');
  const fused = layer([...twice(context), ...detail], 'f_branch.conv_f2x');
  const edges = layer([...twice(fused), image], 'f_branch.conv_f.0');
  const opacity = convolveStack(graph, edges, weights.layer('f_branch.conv_f.1.layers.0'));
  graph.output('output', graph.node('Sigmoid', [opacity.name]));
  return graph.encode();
}
