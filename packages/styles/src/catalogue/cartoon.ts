import { drawn, drawnRendering } from './drawn.js';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { Style } from '../style.js';

export const cartoon: Style<DrawnRendering, 'cartoon'> = {
  ...drawn,
  token: 'cartoon',
  label: 'Cartoon',
  description: 'A comic portrait: bold ink, flat pop colours, a thick outline.',
  background: { token: 'comic_rays', palette: 'pop_blue' },
  rendering: {
    ...drawnRendering,
    features: { eyes: 0.16, nose: 0, mouth: 0.06 },
    skin: { meshLight: 0.4, shadow: 15, detail: 0.55, blush: 0.3 },
    hair: { contrast: 1.15, gloss: 0.6 },
    shading: { softness: 0, gloss: 0 },
    ink: { strength: 0.92, onSkin: 0.75, widthPx: 2.3, outline: 0.95 },
    eyes: 'bold',
    saturation: 1.4,
  },
};
