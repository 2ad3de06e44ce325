import { MIN_LIKENESS } from '../contexts.js';
import type { EngineRendering } from '../kinds/engine/engine-rendering.js';
import type { Style } from '../style.js';

/**
 * A photographic portrait that a generative engine paints from the photo. It is not among the styles of the toolkit,
 * which need no engine: give it to `createAvatarGenerator({ styles: [realistic], engines: { realistic: engine } })`.
 */
export const realistic: Style<EngineRendering, 'realistic'> = {
  token: 'realistic',
  label: 'Realistic',
  description: 'A photographic portrait in new light, painted by a generative engine.',
  licence: 'Apache-2.0',
  creator: 'The avatar toolkit authors',
  platforms: ['linkedin', 'slack', 'portfolio'],
  context: 'professional',
  framing: { headHeight: 0.54, eyeLine: 0.415, minHeadroom: 0.045 },
  background: { token: 'studio_light', palette: 'neutral_grey' },
  rendering: {
    kind: 'engine',
    engine: 'realistic',
    prompt:
      'Photographic head-and-shoulders portrait in a studio, soft key light, plain grey backdrop, natural skin with pores, sharp eyes',
    negativePrompt: 'drawing, painting, smooth plastic skin, extra people, text, watermark',
    strength: 0.4,
  },
  minLikeness: MIN_LIKENESS,
};
