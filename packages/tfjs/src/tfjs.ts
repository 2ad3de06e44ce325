import type { InferenceBackend } from '@avatar/models';
import { openModel } from './open-model.js';
import { preferredEngines, type TfjsOptions } from './options.js';
import { type RunningTensorFlow, startTensorFlow } from './start-tensorflow.js';

/**
 * TensorFlow.js as a hub needs it: `createModelHub({ tfjs: tfjs() })` also runs local models of the format `tfjs`, as they
 * are. The library is loaded with the first model.
 *
 * @throws AvatarError `invalid-options`
 */
export function tfjs(options: TfjsOptions = {}): InferenceBackend<'tfjs'> {
  preferredEngines('tfjs', options);
  let running: Promise<RunningTensorFlow> | undefined;
  return {
    format: 'tfjs',
    open: async (weights, entry) => {
      running ??= startTensorFlow(options).catch((error: unknown) => {
        running = undefined;
        throw error;
      });
      return openModel(await running, weights, entry);
    },
  };
}
