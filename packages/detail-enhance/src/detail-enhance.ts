import { defineStage, type Stage } from '@avatar/stage';
import { enhance } from './enhance.js';
import { blendOpponent } from './opponent.js';
import { readOptions, type DetailEnhanceOptions } from './options.js';

/**
 * Finishes the picture: denoising, restrained retouching of skin, eyes and teeth, and sharpening by as much as the photo
 * lacks. Only the person changes; the backdrop stays as it is. Every effect is scaled by the intensity of the attempt.
 *
 * Needs no model. Deterministic; the seed is not used.
 * @throws `invalid-options` when it is made with an unknown style
 */
export function detailEnhance(
  options: DetailEnhanceOptions,
): Stage<'avatar' | 'face' | 'regions' | 'cutout', 'avatar'> {
  const { retouch } = readOptions(options).rendering;
  return defineStage({
    name: 'detail-enhance',
    reads: ['avatar', 'face', 'regions', 'cutout'],
    writes: ['avatar'],
    run: async ({ avatar, face, regions, cutout }, context) => {
      const checkpoint = () => context.signal.throwIfAborted();
      checkpoint();
      const alpha = avatar.alpha ?? cutout.alpha;
      const full = enhance({ image: avatar.image, alpha, face, regions, retouch, checkpoint });
      checkpoint();
      const image = blendOpponent(avatar.image, full, alpha, context.intensity);
      return { avatar: { ...avatar, image } };
    },
  });
}
