import { MIN_LIKENESS } from '../contexts.js';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { Style } from '../style.js';

/** What the drawn styles share: one light from above and one side, and the bounds of the skin's lightness. */
export const drawnRendering = {
  kind: 'drawn',
  tone: {
    skinLightness: { min: 44, max: 74 },
    maxLift: 18,
    maxDrop: 4,
    hueStrength: 0.7,
    chromaStrength: 0.6,
    contrast: 0.15,
    saturation: 1,
  },
  relight: {
    delight: { flat: 0.5, oneSided: 0.6 },
    keyDirection: [0.6, -0.55, 0.6],
    ambient: 0.5,
    falloff: 1,
    strength: 0.9,
    ratio: { min: 0.7, max: 1.35 },
    body: 0.6,
    shadowFill: 0.4,
    bottomBrightness: 1,
  },
} satisfies Partial<DrawnRendering>;

/** For whom they are made, and how the head stands in the square. */
export const drawn = {
  licence: 'Apache-2.0',
  creator: 'The avatar toolkit authors',
  platforms: ['discord', 'youtube', 'telegram', 'x'],
  context: 'gaming',
  framing: { headHeight: 0.6, eyeLine: 0.46, minHeadroom: 0.05 },
  minLikeness: MIN_LIKENESS,
} satisfies Partial<Style>;
