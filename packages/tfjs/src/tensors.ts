import type { Tensor as TfTensor } from '@tensorflow/tfjs';
import type { Tensor } from '@avatar/models';
import type { RunningTensorFlow } from './start-tensorflow.js';

/** @throws Error for values that TensorFlow.js has no type for */
export function toTensor({ tf }: RunningTensorFlow, { data, dims }: Tensor): TfTensor {
  if (data instanceof BigInt64Array) throw new Error('TensorFlow.js has no 64-bit integers');
  return tf.tensor(data, [...dims], data instanceof Float32Array ? 'float32' : 'int32');
}

/** The values, copied: what the library hands out may be its own memory, or the input's. */
export function copyOf(tensor: TfTensor): Tensor {
  return { data: tensor.dataSync<'float32'>().slice(), dims: [...tensor.shape] };
}
