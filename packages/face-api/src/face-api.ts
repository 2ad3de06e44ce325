import type { FaceDetector, FaceEmbedder, FaceOptions } from '@avatar/face';
import { knownOptions, type Box, type Closeable, type RasterImage } from '@avatar/stage';
import type { TfjsOptions } from '@avatar/tfjs';
import { descriptorEmbedder } from './descriptor-embedder.js';
import { findLandmarks68, type Landmarks68 } from './landmarks68.js';
import { startNetworks, type Networks } from './networks.js';
import { ssdDetector } from './ssd-detector.js';

/** What TensorFlow.js may run on, and who is told what it does. */
export type FaceApiOptions = TfjsOptions;

/** The parts of face-api that avatar can work with. Close it after the generator that uses them. */
export interface FaceApi extends Closeable {
  readonly detector: FaceDetector;
  readonly embedder: FaceEmbedder;
  /**
   * The 68 points of an upright face, in pixels of the picture. The pipeline has no use for them; it works on the mesh.
   *
   * @param box forehead to chin, ear to ear: such as that of a candidate, or `DetectedFace.box`
   */
  landmarks68(image: RasterImage, box: Box, options?: FaceOptions): Promise<Landmarks68>;
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
  const close = async (): Promise<void> => {
    const ended = networks;
    networks = undefined;
    await (await ended?.catch(() => undefined))?.dispose();
  };
  return {
    detector: ssdDetector(started),
    embedder: descriptorEmbedder(started),
    landmarks68: async (image, box, control) => findLandmarks68(await started(), image, box, control),
    close,
    [Symbol.asyncDispose]: close,
  };
}
