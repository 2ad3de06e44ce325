import { tensorSize } from '@avatar/models';
import { onnxRuntime } from '@avatar/onnx';
import { modelOfTests } from '@avatar/testing';
import { tf } from './reference-networks.test-support.js';
import type { Weight } from './weight-manifest.js';

export type Shape = [number, number, number, number];

/** Values that differ everywhere, in [-1, 1]. */
export function waves(dims: readonly number[]): Float32Array {
  const data = new Float32Array(tensorSize(dims));
  for (let i = 0; i < data.length; i++) data[i] = Math.sin(i * 1.7 + 0.3);
  return data;
}

export const weight = (shape: readonly number[]): Weight => ({ data: waves(shape), shape });

/**
 * Runs an ONNX file of the input `image` and the output `result` on `waves`.
 *
 * @param shape of the image in TensorFlow's axis order, which is turned to the file's
 */
export async function runOnWaves(onnx: Uint8Array, shape: Shape): Promise<Float32Array> {
  const [, height, width, channels] = shape;
  const dims = [1, channels, height, width];
  const entry = modelOfTests('network', {
    inputs: [{ name: 'image', shape: dims, type: 'float32', note: 'any' }],
    outputs: [{ name: 'result', shape: [], type: 'float32', note: 'any' }],
  });
  const inference = await onnxRuntime().open(onnx, entry);
  const data = tf.transpose(tf.tensor4d(waves(shape), shape), [0, 3, 1, 2]).dataSync() as Float32Array;
  const { result } = await inference.run({ image: { data, dims } });
  await inference.release();
  return result.data as Float32Array;
}
