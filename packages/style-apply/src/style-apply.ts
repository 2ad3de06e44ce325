import { defineStage, type Stage } from '@avatar/stage';
import { drawPerson } from './drawn/draw-person.js';
import { renderGels } from './gel-render.js';
import { readOptions, type StyleApplyOptions } from './options.js';
import { renderTreatment } from './render.js';
import { planTreatment } from './treatment.js';

/**
 * Renders the person in a style: white balance, exposure, studio light and contrast of the cut-out foreground. The
 * backdrop comes later, with `composite`. Every effect is scaled by the intensity of the attempt: towards 0 the result
 * approaches the cut-out foreground.
 *
 * Needs no model. Deterministic; the seed is not used.
 * @throws `invalid-options` when it is made with an unknown style
 */
export function styleApply(options: StyleApplyOptions): Stage<'face' | 'cutout' | 'regions', 'avatar'> {
  const { rendering } = readOptions(options);
  return defineStage({
    name: 'style-apply',
    reads: ['face', 'cutout', 'regions'],
    writes: ['avatar'],
    run: async ({ face, cutout, regions }, context) => {
      context.signal.throwIfAborted();
      if (rendering.kind === 'drawn') {
        const checkpoint = () => context.signal.throwIfAborted();
        return {
          avatar: await drawPerson({
            face,
            cutout,
            regions,
            rendering,
            intensity: context.intensity,
            checkpoint,
          }),
        };
      }
      const { treatment } = planTreatment(face, cutout, regions, rendering);
      context.signal.throwIfAborted();
      const { intensity } = context;
      const image = renderTreatment(cutout, regions.skin, treatment, intensity);
      const { gels } = rendering.relight;
      if (treatment.gelLight && gels)
        renderGels(image, cutout.alpha, regions.skin, treatment.gelLight, gels, intensity);
      return { avatar: { image, landmarks: face.landmarks } };
    },
  });
}
