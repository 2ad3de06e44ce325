import { drawn, drawnRendering } from './drawn.js';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { Style } from '../style.js';

export const animeCharacter: Style<DrawnRendering, 'anime_character'> = {
  ...drawn,
  token: 'anime_character',
  label: 'Anime character',
  description: 'A drawn character: flat tones, ink lines, large drawn eyes, glossy hair.',
  background: { token: 'neon_geometric', palette: 'neon_pink_cyan' },
  rendering: {
    ...drawnRendering,
    features: { eyes: 0.28, nose: -0.1, mouth: -0.05 },
    skin: { meshLight: 0.55, shadow: 12, detail: 0.5, blush: 0.8 },
    hair: { contrast: 1.15, gloss: 1 },
    shading: { softness: 0, gloss: 0 },
    ink: { strength: 0.7, onSkin: 0.45, widthPx: 1.7, outline: 0.75 },
    eyes: 'drawn',
    saturation: 1.28,
  },
};
