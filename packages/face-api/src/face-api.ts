import type { FaceDetector, FaceEmbedder } from '@avatar/face';
import { knownOptions } from '@avatar/stage';
import type { TfjsOptions } from '@avatar/tfjs';
import { descriptorEmbedder } from './descriptor-embedder.js';
import { startNetworks, type Networks } from './networks.js';
import { ssdDetector } from './ssd-detector.js';

/** What TensorFlow.js may run on, and who is told what it does. */
export type FaceApiOptions = TfjsOptions;

/** The parts of face-api that avatar can work with. Dispose it with `await using`, after the generator that uses them. */
export interface FaceApi extends AsyncDisposable {
  readonly detector: FaceDetector;
  readonly embedder: FaceEmbedder;
}

/**
 * face-api on TensorFlow.js. Library and networks are loaded when they are first used; the weights come with face-api's
 * own package, and nothing is fetched.
 *
 * @throws AvatarError `invalid-options`; while running `model-unavailable` and `inference-failed`
 */
export function faceApi(options: FaceApiOptions = {}): FaceApi {
  knownOptions('faceApi', options, ['prefer', 'onStart']);
  let networks: Promise<Networks> | undefined;
  const started = (): Promise<Networks> => {
    networks ??= startNetworks(options).catch((error: unknown) => {
      networks = undefined;
      throw error;
    });
    return networks;
  };
  return {
    detector: ssdDetector(started),
    embedder: descriptorEmbedder(started),
    [Symbol.asyncDispose]: async () => {
      (await networks?.catch(() => undefined))?.dispose();
      networks = undefined;
    },
  };
}
