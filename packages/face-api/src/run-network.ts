import { AvatarError } from '@avatar/stage';
import type { RunningTensorFlow } from '@avatar/tfjs';
import type { Tensor3D } from '@tensorflow/tfjs';

/** Red, green and blue plane of a square as face-api wants pictures: channels last. */
export const pictureTensor = ({ tf }: RunningTensorFlow, planes: Float32Array, sidePx: number): Tensor3D =>
  tf.tensor3d(planes, [3, sidePx, sidePx]).transpose([1, 2, 0]);

/** Runs a network once, and frees what it made. @throws AvatarError `inference-failed` */
export function runNetwork<T>(running: RunningTensorFlow, model: string, work: () => T): T {
  try {
    return running.run(work);
  } catch (cause) {
    throw new AvatarError(
      'inference-failed',
      `${model} failed to run; "cause" says what TensorFlow.js reported`,
      {
        cause,
        facts: { model },
      },
    );
  }
}
