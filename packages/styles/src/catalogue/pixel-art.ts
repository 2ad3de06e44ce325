import { drawn, drawnRendering } from './drawn.js';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { Style } from '../style.js';

export const pixelArt: Style<DrawnRendering, 'pixel_art'> = {
  ...drawn,
  token: 'pixel_art',
  label: 'Pixel art',
  description: 'A sprite: square pixels, few colours, a dark outline, dither.',
  background: { token: 'pixel_dusk', palette: 'neon_pink_cyan' },
  rendering: {
    ...drawnRendering,
    features: { eyes: 0.2, nose: 0, mouth: 0.05 },
    skin: { meshLight: 0.4, shadow: 15, detail: 0.55, blush: 0.3 },
    hair: { contrast: 1.15, gloss: 0.6 },
    shading: { softness: 0, gloss: 0 },
    ink: { strength: 0.7, onSkin: 0.5, widthPx: 2.6, outline: 0 },
    eyes: 'bold',
    saturation: 1.35,
    pixels: { cells: 80, colours: 28, dither: 1.1 },
  },
};
