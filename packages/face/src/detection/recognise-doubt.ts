import type { FaceLandmarks, Faces } from '@avatar/stage';
import { landmarkBox } from '../mesh/landmarks.js';
import type { MeshResult } from '../mesh/mesh.js';
import type { FaceRun } from './face-run.js';
import { faceParts, shareOfFace, shareOfHalf, type FaceParts } from './third-opinion.js';

/** Skin around the eyes, and cloth below them. */
const LEAST_SKIN_ABOVE = 0.6;
const LEAST_CLOTH_BELOW = 0.8;
/** Drawn faces look like faces to the mesh, and like nothing to a network that knows photos of people. */
const LEAST_PRESENCE = 0.9;
const LEAST_BACKGROUND = 0.8;
/** Share of pixels without a grain: of drawings 0.09 and more, of animals and of people in photos at most 0.01. */
const LEAST_FLAT = 0.04;

/**
 * What is seen where a face was looked for in vain, so that a refusal can say it: cloth below the eyes, or a drawing.
 * Undefined where neither is clear.
 */
export async function recogniseDoubt(
  run: FaceRun,
  { landmarks, presence }: MeshResult,
): Promise<Faces['unclearAs']> {
  const parts = await faceParts(run, landmarks);
  if (parts === undefined) return undefined;
  if (isCoveredBelow(parts)) return 'covered';
  const isDrawn =
    presence >= LEAST_PRESENCE &&
    shareOfFace(parts, 'background') >= LEAST_BACKGROUND &&
    flatShare(run, landmarks) >= LEAST_FLAT;
  return isDrawn ? 'drawing' : undefined;
}

/** Skin around the eyes, and cloth over all below them: veils, scarves and masks. */
export const isCoveredBelow = ({ upper, lower }: FaceParts): boolean =>
  shareOfHalf(upper, 'face') >= LEAST_SKIN_ABOVE &&
  shareOfHalf(lower, 'clothes', 'other') >= LEAST_CLOTH_BELOW;

/** Most that the sum of three channels differs from its four neighbours', all together, in a flat place. */
const SAME = 2;

/** Share of the face's pixels, in [0, 1], that are like those beside them: no camera leaves a surface without grain. */
function flatShare({ pyramid }: FaceRun, landmarks: FaceLandmarks): number {
  const { data, width, height, channels } = pyramid.level(0);
  const box = landmarkBox(landmarks);
  const sum = (x: number, y: number) => {
    const at = (y * width + x) * channels;
    return data[at] + data[at + 1] + data[at + 2];
  };
  let flat = 0;
  let all = 0;
  const [right, bottom] = [Math.min(width - 1, box.x + box.width), Math.min(height - 1, box.y + box.height)];
  for (let y = Math.max(1, Math.ceil(box.y)); y < bottom; y++)
    for (let x = Math.max(1, Math.ceil(box.x)); x < right; x++) {
      const here = sum(x, y);
      const difference = [sum(x + 1, y), sum(x - 1, y), sum(x, y + 1), sum(x, y - 1)].reduce(
        (total, there) => total + Math.abs(there - here),
        0,
      );
      all++;
      if (difference <= SAME) flat++;
    }
  return all === 0 ? 0 : flat / all;
}
