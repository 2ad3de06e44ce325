import { fantasy, fantasyGrade, fantasyRendering } from './fantasy.js';
import type { GelLighting } from '../parameters/gels.js';
import type { PhotoRendering } from '../kinds/photo/photo-rendering.js';
import type { Style } from '../style.js';

const arcaneLight: GelLighting = {
  gels: [
    { colour: [0.5, 0.36, 1], direction: [-0.95, -0.25, -0.12], strength: 2.6, falloff: 1.1 },
    { colour: [0.3, 0.6, 1], direction: [0.95, -0.25, -0.12], strength: 2.6, falloff: 1.1 },
    { colour: [1, 0.72, 0.38], direction: [0, 0.62, 0.7], strength: 0.7, falloff: 1.6 },
  ],
  fill: [0.7, 0.66, 0.76],
  exposure: 0.88,
  bleach: 0.4,
  shine: 0.1,
  castShadows: 0.4,
};

export const fantasyWizard: Style<PhotoRendering, 'fantasy_wizard'> = {
  ...fantasy,
  token: 'fantasy_wizard',
  label: 'Fantasy: wizard',
  description:
    'A ring of arcane light behind the head, violet and blue light, sparks. Light and scenery only: no robe, no hat.',
  background: { token: 'studio_light', palette: 'midnight' },
  rendering: {
    ...fantasyRendering,
    relight: { ...fantasyRendering.relight, gels: arcaneLight },
    ornament: {
      ring: { colour: [0.56, 0.5, 1], radius: 0.78, opacity: 0.85 },
      particles: [
        {
          shape: 'mote',
          colours: [
            [0.6, 0.65, 1],
            [1, 0.82, 0.5],
          ],
          count: 46,
          radius: [0.0016, 0.006],
          opacity: 0.9,
          depth: 'behind',
        },
        {
          shape: 'mote',
          colours: [
            [1, 0.82, 0.5],
            [0.7, 0.6, 1],
          ],
          count: 22,
          radius: [0.0016, 0.02],
          opacity: 0.75,
          depth: 'before',
        },
      ],
    },
    grade: fantasyGrade,
  },
};
