import type { FaceDetector } from './face-detector.js';
import type { FaceRun } from './face-run.js';

/** One picture that is searched for faces. */
export interface DetectionRun extends FaceRun {
  readonly detector: FaceDetector;
}
