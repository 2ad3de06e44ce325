import { detectFaces, faceDetectionModelIds, recordedDetector } from '@avatar/face';
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
  knownOptions('faceDetect', options, ['models', 'detector']);
  const { models, detector } = options;
  return defineStage({
    name: 'face-detect',
    reads: ['photo'],
    writes: ['faces'],
    models: faceDetectionModelIds(detector),
    run: async ({ photo }, context) => ({
      faces: await detectFaces(photo.image, recordedUse(models, context), {
        signal: context.signal,
        detector: detector && recordedDetector(detector, context),
      }),
    }),
  });
}
