import type { Artifacts, PlanarImage, StageContext } from '@avatar/stage';
import type { PhotoRendering } from '@avatar/styles';
import { paintPicture } from './brush/paint-picture.js';
import { enhance } from './enhance.js';
import { gradePicture } from './grade.js';
import { blendOpponent } from './opponent.js';
import { drawOrnament } from './ornament/draw-ornament.js';

/** The steps of finishing that a rendering asks for. A photo is always retouched; a picture that a style paints itself need not be. */
export type FinishingSteps = Partial<Pick<PhotoRendering, 'retouch' | 'ornament' | 'grade' | 'brushwork'>>;

export interface PhotoTask extends Pick<Artifacts, 'avatar' | 'face' | 'regions' | 'cutout'> {
  readonly rendering: FinishingSteps;
  readonly context: StageContext;
}

/** Everything that finishes a photo, in its order: retouching, ornament, grade, brushwork. */
export async function finishPhoto(task: PhotoTask): Promise<PlanarImage> {
  const { avatar, face, regions, cutout } = task;
  const { retouch, ornament, grade, brushwork } = task.rendering;
  const { intensity, seed, signal } = task.context;
  const checkpoint = () => signal.throwIfAborted();
  const alpha = avatar.alpha ?? cutout.alpha;
  const { landmarks } = avatar;
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
  if (brushwork) image = paintPicture({ ...common, image, brushwork });
  return image;
}
