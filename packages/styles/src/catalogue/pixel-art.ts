import { MIN_LIKENESS } from '../contexts.js';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { Style } from '../style.js';

export const pixelArt: Style<DrawnRendering> = {
  token: 'pixel_art',
  label: 'Pixel art',
  description: 'A sprite: square pixels, few colours, a dark outline, dither.',
  licence: 'Apache-2.0',
  creator: 'The avatar toolkit authors',
  platforms: ['discord', 'youtube', 'telegram', 'x'],
  context: 'gaming',
  framing: { headHeight: 0.6, eyeLine: 0.46, minHeadroom: 0.05 },
  background: { token: 'pixel_dusk', palette: 'neon_pink_cyan' },
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
    features: { eyes: 0.2, nose: 0, mouth: 0.05 },
    skin: { meshLight: 0.4, shadow: 15, detail: 0.55, blush: 0.3 },
    hair: { contrast: 1.15, gloss: 0.6 },
    shading: { softness: 0, gloss: 0 },
    ink: { strength: 0.7, onSkin: 0.5, widthPx: 2.6, outline: 0 },
    eyes: 'bold',
    saturation: 1.35,
    pixels: { cells: 80, colours: 28, dither: 1.1 },
  },
  minLikeness: MIN_LIKENESS,
};
