import { defineStage, type Stage } from '@avatar/stage';
import { enhance } from './enhance.js';
import { gradePicture } from './grade.js';
import { blendOpponent } from './opponent.js';
import { finishDrawing } from './finish-drawing.js';
import { readOptions, type DetailEnhanceOptions } from './options.js';

/**
 * Finishes the picture: denoising, restrained retouching of skin, eyes and teeth, and sharpening by as much as the photo
 * lacks. A style's colour grade is laid over all of it; without one only the person changes. Every effect is scaled by
 * the intensity of the attempt.
 *
 * Needs no model. Deterministic; only film grain uses the seed.
 * @throws `invalid-options` when it is made with an unknown style
 */
export function detailEnhance(
  options: DetailEnhanceOptions,
): Stage<'avatar' | 'face' | 'regions' | 'cutout', 'avatar'> {
  const { rendering } = readOptions(options);
  return defineStage({
    name: 'detail-enhance',
    reads: ['avatar', 'face', 'regions', 'cutout'],
    writes: ['avatar'],
    run: async ({ avatar, face, regions, cutout }, context) => {
      const checkpoint = () => context.signal.throwIfAborted();
      checkpoint();
      if (rendering.kind === 'drawn')
        return { avatar: finishDrawing(avatar, cutout.alpha, rendering.pixels, context.intensity) };
      const { retouch, grade } = rendering;
      const alpha = avatar.alpha ?? cutout.alpha;
      const { intensity, seed } = context;
      let retouched = avatar.image;
      if (retouch) {
        const full = enhance({ image: retouched, alpha, face, regions, retouch, checkpoint });
        checkpoint();
        retouched = blendOpponent(retouched, full, alpha, intensity);
      }
      const image = grade
        ? gradePicture({ image: retouched, skin: regions.skin, grade, intensity, seed, checkpoint })
        : retouched;
      return { avatar: { ...avatar, image } };
    },
  });
}
