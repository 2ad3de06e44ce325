import { fantasy, fantasyGrade, fantasyRendering } from './fantasy.js';
import type { GelLighting } from '../parameters/gels.js';
import type { PhotoRendering } from '../kinds/photo/photo-rendering.js';
import type { Style } from '../style.js';

const fireLight: GelLighting = {
  gels: [
    { colour: [1, 0.62, 0.28], direction: [0.9, -0.1, 0.05], fromKeySide: true, strength: 2.1, falloff: 1.3 },
    {
      colour: [0.5, 0.26, 0.56],
      direction: [-0.95, -0.3, -0.1],
      fromKeySide: true,
      strength: 1.6,
      falloff: 1.2,
    },
  ],
  fill: [0.84, 0.79, 0.8],
  exposure: 0.88,
  bleach: 0.15,
  shine: 0.1,
  castShadows: 0.6,
};

export const fantasyKnight: Style<PhotoRendering, 'fantasy_knight'> = {
  ...fantasy,
  token: 'fantasy_knight',
  label: 'Fantasy: knight',
  description: 'Firelight and a crimson dusk, embers in the air. Light and scenery only: no armour.',
  background: { token: 'castle_dusk', palette: 'purple_blue' },
  rendering: {
    ...fantasyRendering,
    relight: { ...fantasyRendering.relight, gels: fireLight },
    ornament: {
      particles: [
        {
          shape: 'ember',
          colours: [
            [1, 0.5, 0.12],
            [1, 0.68, 0.24],
            [1, 0.34, 0.1],
          ],
          count: 60,
          radius: [0.002, 0.008],
          opacity: 0.95,
          depth: 'behind',
        },
        {
          shape: 'ember',
          colours: [
            [1, 0.5, 0.12],
            [1, 0.68, 0.24],
          ],
          count: 26,
          radius: [0.0025, 0.016],
          opacity: 0.9,
          depth: 'before',
        },
      ],
    },
    grade: {
      ...fantasyGrade,
      tint: { shadows: { a: 4, b: -2 }, midtones: { a: 0.5, b: 0 }, highlights: { a: 1, b: 6 } },
    },
  },
};
