import { defineStage, sameSize, type Stage } from '@avatar/stage';
import { finishCharacter } from './finish-character.js';
import { finishPerson } from './finish-person.js';
import { detailEnhanceSettings, type DetailEnhanceOptions } from './options.js';
import { withPixels } from './pixel-art/with-pixels.js';

/**
 * Finishes the picture: denoising, restrained retouching of skin, eyes and teeth, and sharpening by as much as the photo
 * lacks. A style's ornament, colour grade, brushwork and pixels come over all of it; without them only the person changes.
 * Every effect is scaled by the intensity of the attempt.
 *
 * Reads `avatar`, `face` and `regions`, of a character `avatar` alone; writes `avatar`. Needs no model.
 * Deterministic; ornament, film grain and brush strokes come from the seed.
 * @throws `invalid-options` when it is made with an unknown style, or one whose steps the origin cannot have
 */
export function detailEnhance(
  options: DetailEnhanceOptions & { readonly origin: 'character' },
): Stage<'avatar', 'avatar'>;
export function detailEnhance(
  options: DetailEnhanceOptions & { readonly origin?: 'photo' | undefined },
): Stage<'avatar' | 'face' | 'regions', 'avatar'>;
export function detailEnhance(
  options: DetailEnhanceOptions,
): Stage<'avatar', 'avatar'> | Stage<'avatar' | 'face' | 'regions', 'avatar'> {
  const { steps, origin, lightGrade } = detailEnhanceSettings(options);
  const name = 'detail-enhance';
  if (origin === 'character')
    return defineStage({
      name,
      reads: ['avatar'],
      writes: ['avatar'],
      agreements: steps.pixels ? [] : [sameSize(['avatar'])],
      run: async ({ avatar }, context) => {
        context.signal.throwIfAborted();
        const image = finishCharacter(avatar, steps, lightGrade, context);
        return { avatar: withPixels({ ...avatar, image }, steps.pixels, context.intensity) };
      },
    });
  return defineStage({
    name,
    reads: ['avatar', 'face', 'regions'],
    writes: ['avatar'],
    // Pixel art comes out smaller than the face.
    agreements: steps.pixels ? [] : [sameSize(['avatar', 'face', 'regions'])],
    run: async ({ avatar, face, regions }, context) => {
      context.signal.throwIfAborted();
      const image = await finishPerson({ avatar, face, regions, steps, lightGrade, context });
      return { avatar: withPixels({ ...avatar, image }, steps.pixels, context.intensity) };
    },
  });
}
