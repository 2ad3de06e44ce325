import type { PixelScaling, Point } from '@avatar/image';
import type { Box } from '@avatar/stage';
import type { FaceOptions } from './face-run.js';

/** Points of a face that a detector sees; left and right as they are seen in the square, whatever the face's turn. */
export interface FaceKeypoints {
  readonly leftEye: Point;
  readonly rightEye: Point;
  readonly nose: Point;
  /** Without the ears no face is looked for in profile. */
  readonly leftEar?: Point;
  readonly rightEar?: Point;
}

/** Something that may be a face. */
export interface FaceCandidate {
  readonly box: Box;
  /** In [0, 1]. */
  readonly score: number;
  readonly keypoints: FaceKeypoints;
}

/**
 * Proposes where faces may be. Which of them are faces, and where their 468 points lie, is decided behind it by the mesh
 * and those who have to agree with it; so is which of two overlapping candidates stays.
 *
 * A detector looks at squares: the whole picture, its tiles, the picture turned, the surroundings of a candidate.
 */
export interface FaceDetector {
  /** Names of the models that it runs, as results and metadata show them. */
  readonly modelIds: readonly string[];
  /** The square as the detector wants it: its side in pixels, and what becomes of values from 0 to 255. */
  readonly input: { readonly sidePx: number; readonly scaling: PixelScaling };
  /**
   * @param square red, green and blue plane, `3 * sidePx * sidePx` values; black where the picture ends
   * @returns candidates of at least `minScore` in pixels of the square
   * @throws AvatarError `model-unavailable`, `inference-failed`; the signal's reason if it is aborted before the run
   */
  detect(square: Float32Array, minScore: number, options: FaceOptions): Promise<readonly FaceCandidate[]>;
}
