import { detectFaces } from '@avatar/face';
import { defineStage, knownOptions, type Stage } from '@avatar/stage';
import type { FaceDetectOptions } from './options.js';

/**
 * Finds the faces of the photo. A photo without a face is not an error here: `faces` is then empty, and whoever judges
 * the input says what to do.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`
 */
export function faceDetect(options: FaceDetectOptions): Stage<'photo', 'faces'> {
  knownOptions('faceDetect', options, ['models']);
  return defineStage({
    name: 'face-detect',
    reads: ['photo'],
    writes: ['faces'],
    run: async ({ photo }, { signal }) => ({
      faces: await detectFaces(photo.image, options.models, { signal }),
    }),
  });
}
