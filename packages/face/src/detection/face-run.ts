import type { RasterImage } from '@avatar/stage';
import type { ModelHub } from '@avatar/models';
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

export const startFaceRun = (image: RasterImage, models: ModelHub, options: FaceOptions): FaceRun => ({
  pyramid: createPyramid(image),
  models,
  options,
});
