import type { DetectedFace, Photo, Warning } from '@avatar/stage';
import { coveredMouthWarning } from './cover-warnings.js';
import { isSureOf } from './face-warnings.js';
import type { FacePhotometry } from './photometry.js';
import { isDim, isIllegible } from './light-and-focus-warnings.js';

/** What is known of a photo when its warnings are weighed. */
interface Seen {
  readonly face: DetectedFace;
  readonly photo: Photo;
  readonly light: FacePhotometry;
}

/**
 * Warnings of a photo that does not show enough of the face to judge an avatar by: what is missing in the photo is
 * missing on both sides of the comparison, so that the likeness says nothing about it.
 */
const DOUBTFUL: Readonly<Record<string, (seen: Seen) => boolean>> = {
  'face-cut': () => true,
  'text-over-face': () => true,
  // A mesh that only guesses the far half of a profile.
  'extreme-pose': ({ face }) => !isSureOf(face),
  // Glasses are worn by choice; mouth and nose are half of the face.
  occluded: ({ face, light }) => !isSureOf(face) || coveredMouthWarning(light).length > 0,
  backlit: ({ light }) => isDim(light),
  'low-quality': ({ face, photo, light }) => isIllegible(face, photo, light),
};

/** Those of the warnings after which a person should look at the avatar first. */
export const doubtsAmong = (warnings: readonly Warning[], seen: Seen): Warning[] =>
  warnings.filter(({ code }) => DOUBTFUL[code]?.(seen) ?? false);
