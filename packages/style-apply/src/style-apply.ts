import { defineStage, sameSize, type Stage } from '@avatar/stage';
import { networkIdsOf } from '@avatar/styles';
import { styleApplySettings, type StyleApplyOptions } from './options.js';
import { rendererOf } from './renderer.js';

/**
 * Renders the person in a style: relit as a photo, drawn, or by the network or the function that the style brings. The
 * backdrop comes later, with `composite`. Every effect is scaled by the intensity of the attempt: towards 0 the result
 * approaches the cut-out foreground.
 *
 * Deterministic; only a function of the style's own may use the seed. Needs a model only for a style that brings one.
 * @throws `invalid-options` when it is made with an unknown style; while running, with a style that brings a network,
 *   `model-unavailable` and `inference-failed`, and with one that brings a function `stage-failed` for what is no picture
 */
export function styleApply(options: StyleApplyOptions): Stage<'face' | 'cutout' | 'regions', 'avatar'> {
  const { style, models } = styleApplySettings(options);
  const render = rendererOf(style, models);
  return defineStage({
    name: 'style-apply',
    reads: ['face', 'cutout', 'regions'],
    writes: ['avatar'],
    agreements: [sameSize(['face', 'cutout', 'regions', 'avatar'])],
    models: [...(style.models ?? []), ...networkIdsOf(style)],
    run: async (person, context) => {
      context.signal.throwIfAborted();
      return { avatar: await render(person, context) };
    },
  });
}
