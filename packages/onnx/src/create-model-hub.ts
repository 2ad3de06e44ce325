import { assembleModelHub, type ModelHub } from '@avatar/models';
import { knownOptions } from '@avatar/stage';
import { convertLazily } from './convert-lazily.js';
import { onnxRuntime } from './onnx-runtime.js';
import type { OnnxHubOptions } from './options.js';

/**
 * Creates a hub that runs models on ONNX Runtime. Nothing is read, fetched or loaded, the runtime itself included, until a
 * model is asked for.
 *
 * @throws AvatarError `invalid-options`
 */
export function createModelHub(options: OnnxHubOptions = {}): ModelHub {
  knownOptions('createModelHub', options, [
    'executionProviders',
    'directory',
    'onProgress',
    'offline',
    'licencePolicy',
    'tfjs',
    'onWarning',
  ]);
  const { executionProviders, onWarning, ...hubOptions } = options;
  const runtime = onnxRuntime({
    ...(executionProviders === undefined ? {} : { executionProviders }),
    ...(onWarning === undefined ? {} : { onWarning }),
  });
  return assembleModelHub({ runtime, convert: convertLazily }, hubOptions);
}
