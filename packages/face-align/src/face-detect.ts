import { detectFaces, FACE_DETECTION_MODEL_IDS } from '@avatar/face';
import { recordedUse } from '@avatar/models';
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
    models: FACE_DETECTION_MODEL_IDS,
    run: async ({ photo }, context) => ({
      faces: await detectFaces(photo.image, recordedUse(options.models, context), { signal: context.signal }),
    }),
  });
}
