import type { Point } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import type { RasterImage } from '@avatar/stage';
import { detectInSquare, distance } from './blazeface.js';
import { boxCentre } from './candidate.js';
import { startFaceRun, type FaceOptions } from './face-run.js';
import { squareOver } from './tiles.js';

/** Where a face should be: its centre and its width, in pixels. */
export interface ExpectedFace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** How far the face may be from its place, in face widths. */
const MAX_DRIFT = 0.35;
const MIN_SCORE = 0.05;

/**
 * How sure the detector is, in [0, 1], that a face is where it is expected: 0 when nothing is found there. Also for
 * pictures that are not photos, such as finished avatars.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`
 */
export async function facePresence(
  image: RasterImage,
  expected: ExpectedFace,
  models: ModelHub,
  options: FaceOptions = {},
): Promise<number> {
  const run = startFaceRun(image, models, options);
  const { width, height } = image;
  const place: Point = [expected.x, expected.y];
  const found = await detectInSquare(run, squareOver({ x: 0, y: 0, width, height }), MIN_SCORE);
  const there = found.filter(({ box }) => distance(boxCentre(box), place) <= MAX_DRIFT * expected.width);
  return there.reduce((best, { score }) => Math.max(best, score), 0);
}
