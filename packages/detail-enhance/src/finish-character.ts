import { createPlane } from '@avatar/image';
import type { Avatar, PlanarImage, StageContext } from '@avatar/stage';
import type { FinishingSteps, GradeParameters } from '@avatar/styles';
import { gradePicture } from './grade/grade.js';

/** What finishes a drawn character: the grade and the light, which has no skin to spare where none was measured. */
export function finishCharacter(
  { image }: Avatar,
  { grade }: FinishingSteps,
  lightGrade: GradeParameters | undefined,
  { intensity, seed, signal }: StageContext,
): PlanarImage {
  const grades = [grade, lightGrade].filter((one) => one !== undefined);
  if (grades.length === 0) return image;
  const skin = createPlane(image.width, image.height);
  const checkpoint = () => signal.throwIfAborted();
  return grades.reduce(
    (picture, one) => gradePicture({ image: picture, skin, grade: one, intensity, seed, checkpoint }),
    image,
  );
}
