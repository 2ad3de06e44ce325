import { MIN_LIKENESS } from '../contexts.js';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { Style } from '../style.js';

export const cartoon: Style<DrawnRendering> = {
  token: 'cartoon',
  label: 'Cartoon',
  description: 'A comic portrait: bold ink, flat pop colours, a thick outline.',
  licence: 'Apache-2.0',
  creator: 'The avatar toolkit authors',
  platforms: ['discord', 'youtube', 'telegram', 'x'],
  context: 'gaming',
  framing: { headHeight: 0.6, eyeLine: 0.46, minHeadroom: 0.05 },
  background: { token: 'comic_rays', palette: 'pop_blue' },
  rendering: {
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
    features: { eyes: 0.16, nose: 0, mouth: 0.06 },
    skin: { meshLight: 0.4, shadow: 15, detail: 0.55, blush: 0.3 },
    hair: { contrast: 1.15, gloss: 0.6 },
    shading: { softness: 0, gloss: 0 },
    ink: { strength: 0.92, onSkin: 0.75, widthPx: 2.3, outline: 0.95 },
    eyes: 'bold',
    saturation: 1.4,
  },
  minLikeness: MIN_LIKENESS,
};
