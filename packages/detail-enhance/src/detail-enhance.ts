import { defineStage, type Stage } from '@avatar/stage';
import { finishingOf } from '@avatar/styles';
import { finishPerson } from './finish-person.js';
import { detailEnhanceSettings, type DetailEnhanceOptions } from './options.js';
import { withPixels } from './pixel-art/with-pixels.js';

/**
 * Finishes the picture: denoising, restrained retouching of skin, eyes and teeth, and sharpening by as much as the photo
 * lacks. A style's ornament, colour grade and brushwork come over all of it; without them only the person changes. Every
 * effect is scaled by the intensity of the attempt.
 *
 * Needs no model. Deterministic; ornament, film grain and brush strokes come from the seed.
 * @throws `invalid-options` when it is made with an unknown style
 */
export function detailEnhance(
  options: DetailEnhanceOptions,
): Stage<'avatar' | 'face' | 'regions' | 'cutout', 'avatar'> {
  const steps = finishingOf(detailEnhanceSettings(options));
  return defineStage({
    name: 'detail-enhance',
    reads: ['avatar', 'face', 'regions', 'cutout'],
    writes: ['avatar'],
    run: async ({ avatar, face, regions, cutout }, context) => {
      context.signal.throwIfAborted();
      const image = await finishPerson({ avatar, face, regions, cutout, steps, context });
      return { avatar: withPixels({ ...avatar, image }, cutout.alpha, steps.pixels, context.intensity) };
    },
  });
}
