import { createPlane } from '@avatar/image';
import type { Avatar, PlanarImage, StageContext } from '@avatar/stage';
import type { FinishingSteps } from '@avatar/styles';
import { gradePicture } from './grade/grade.js';

/** What finishes a drawn character: the grade, which has no skin to spare where none was measured. */
export function finishCharacter(
  { image }: Avatar,
  { grade }: FinishingSteps,
  { intensity, seed, signal }: StageContext,
): PlanarImage {
  if (grade === undefined) return image;
  const skin = createPlane(image.width, image.height);
  return gradePicture({ image, skin, grade, intensity, seed, checkpoint: () => signal.throwIfAborted() });
}
