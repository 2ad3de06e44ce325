import { MIN_LIKENESS } from '../contexts.js';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { Style } from '../style.js';

export const render3d: Style<DrawnRendering> = {
  token: '3d_render',
  label: '3-D render',
  description: 'A modelled figure: smooth skin under studio light, large eyes, sculpted hair.',
  licence: 'Apache-2.0',
  creator: 'The avatar toolkit authors',
  platforms: ['discord', 'youtube', 'telegram', 'x'],
  context: 'gaming',
  framing: { headHeight: 0.6, eyeLine: 0.46, minHeadroom: 0.05 },
  background: { token: 'warm_studio', palette: 'amber_plum' },
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
    features: { eyes: 0.24, nose: -0.04, mouth: -0.02 },
    skin: { meshLight: 0.6, shadow: 17, detail: 0.6, blush: 0.7 },
    hair: { contrast: 1.1, gloss: 0.9 },
    shading: { softness: 1, gloss: 1 },
    ink: { strength: 0.25, onSkin: 0.15, widthPx: 1.4, outline: 0 },
    eyes: 'drawn',
    saturation: 1.15,
  },
  minLikeness: MIN_LIKENESS,
};
