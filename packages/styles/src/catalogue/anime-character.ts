import { MIN_LIKENESS } from '../contexts.js';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { Style } from '../style.js';

export const animeCharacter: Style<DrawnRendering> = {
  token: 'anime_character',
  label: 'Anime character',
  description: 'A drawn character: flat tones, ink lines, large drawn eyes, glossy hair.',
  licence: 'Apache-2.0',
  creator: 'The avatar toolkit authors',
  platforms: ['discord', 'youtube', 'telegram', 'x'],
  context: 'gaming',
  framing: { headHeight: 0.6, eyeLine: 0.46, minHeadroom: 0.05 },
  background: { token: 'neon_geometric', palette: 'neon_pink_cyan' },
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
    features: { eyes: 0.28, nose: -0.1, mouth: -0.05 },
    skin: { meshLight: 0.55, shadow: 12, detail: 0.5, blush: 0.8 },
    hair: { contrast: 1.15, gloss: 1 },
    shading: { softness: 0, gloss: 0 },
    ink: { strength: 0.7, onSkin: 0.45, widthPx: 1.7, outline: 0.75 },
    eyes: 'drawn',
    saturation: 1.28,
  },
  minLikeness: MIN_LIKENESS,
};
