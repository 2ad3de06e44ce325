import type { Artifacts, PlanarImage, StageContext } from '@avatar/stage';
import type { FinishingSteps, GradeParameters } from '@avatar/styles';
import { paintPicture } from './brush/paint-picture.js';
import { enhance } from './sharpness/enhance.js';
import { gradePicture } from './grade/grade.js';
import { blendOpponent } from './sharpness/opponent.js';
import { drawOrnament } from './ornament/draw-ornament.js';
import { litSide } from './sheet/lit-side.js';
import { onSheet } from './sheet/sheet.js';

export interface FinishTask extends Pick<Artifacts, 'avatar' | 'face' | 'regions'> {
  readonly steps: FinishingSteps;
  readonly lightGrade?: GradeParameters | undefined;
  readonly context: StageContext;
}

/** Everything that finishes a person of a photo, in its order: retouching, ornament, grade, light, brushwork, sheet. */
export async function finishPerson(task: FinishTask): Promise<PlanarImage> {
  const { avatar, face, regions } = task;
  const { retouch, ornament, grade, brushwork, sheet } = task.steps;
  const { intensity, seed, signal } = task.context;
  const checkpoint = () => signal.throwIfAborted();
  const alpha = avatar.alpha ?? avatar.person;
  const { landmarks = face.landmarks } = avatar;
  const { headHeightPx } = face;
  const common = { alpha, regions, landmarks, headHeightPx, intensity, seed, checkpoint };

  let { image } = avatar;
  if (retouch) {
    const full = enhance({ image, alpha, face, regions, retouch, checkpoint });
    checkpoint();
    image = blendOpponent(image, full, alpha, intensity);
  }
  if (ornament)
    image = await drawOrnament({ ...common, image, ornament, openAir: avatar.alpha === undefined });
  if (grade) image = gradePicture({ image, skin: regions.skin, grade, intensity, seed, checkpoint });
  if (task.lightGrade)
    image = gradePicture({ image, skin: regions.skin, grade: task.lightGrade, intensity, seed, checkpoint });
  if (brushwork) image = paintPicture({ ...common, image, brushwork });
  if (sheet)
    image = onSheet({
      image,
      person: alpha,
      openAir: avatar.alpha !== undefined,
      sheet,
      keySide: litSide(image, avatar.person, regions.oval),
      intensity,
    });
  return image;
}
