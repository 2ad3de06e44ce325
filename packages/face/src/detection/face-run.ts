import type { RasterImage } from '@avatar/stage';
import type { ModelHub } from '@avatar/models';
import type { FaceDetector } from './face-detector.js';
import { createPyramid, type Pyramid } from './pyramid.js';

export interface FaceOptions {
  /** Checked before each model run. */
  readonly signal?: AbortSignal;
}

/** One picture on its way through the face models. */
export interface FaceRun {
  readonly pyramid: Pyramid;
  readonly models: ModelHub;
  readonly options: FaceOptions;
}

/** One picture that is searched for faces. */
export interface DetectionRun extends FaceRun {
  readonly detector: FaceDetector;
}

export const startFaceRun = (image: RasterImage, models: ModelHub, options: FaceOptions): FaceRun => ({
  pyramid: createPyramid(image),
  models,
  options,
});
