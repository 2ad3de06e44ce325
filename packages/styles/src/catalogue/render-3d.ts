import { drawn, drawnRendering } from './drawn.js';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { Style } from '../style.js';

export const render3d: Style<DrawnRendering, '3d_render'> = {
  ...drawn,
  token: '3d_render',
  label: '3-D render',
  description: 'A modelled figure: smooth skin under studio light, large eyes, sculpted hair.',
  background: { token: 'warm_studio', palette: 'amber_plum' },
  rendering: {
    ...drawnRendering,
    features: { eyes: 0.24, nose: -0.04, mouth: -0.02 },
    skin: { meshLight: 0.6, shadow: 17, detail: 0.6, blush: 0.7 },
    hair: { contrast: 1.1, gloss: 0.9 },
    shading: { softness: 1, gloss: 1 },
    ink: { strength: 0.25, onSkin: 0.15, widthPx: 1.4, outline: 0 },
    eyes: 'drawn',
    saturation: 1.15,
  },
};
