import { fantasy, fantasyGrade, fantasyRendering } from './fantasy.js';
import type { GelLighting } from '../parameters/gels.js';
import type { PhotoRendering } from '../kinds/photo/photo-rendering.js';
import type { Style } from '../style.js';

const forestLight: GelLighting = {
  gels: [
    { colour: [1, 0.9, 0.62], direction: [0.85, -0.5, 0], fromKeySide: true, strength: 2, falloff: 1.3 },
    {
      colour: [0.4, 0.8, 0.45],
      direction: [-0.95, -0.1, -0.2],
      fromKeySide: true,
      strength: 1.4,
      falloff: 1.2,
    },
  ],
  fill: [0.9, 0.86, 0.83],
  exposure: 0.9,
  bleach: 0.12,
  shine: 0.08,
  castShadows: 0.5,
};

export const fantasyElf: Style<PhotoRendering, 'fantasy_elf'> = {
  ...fantasy,
  token: 'fantasy_elf',
  label: 'Fantasy: elf',
  description:
    'Green and golden light of an old forest, falling leaves, fireflies. Light and scenery only: ears stay as they are.',
  background: { token: 'enchanted_forest', palette: 'purple_blue' },
  rendering: {
    ...fantasyRendering,
    relight: { ...fantasyRendering.relight, gels: forestLight },
    ornament: {
      particles: [
        {
          shape: 'mote',
          colours: [
            [1, 0.95, 0.55],
            [0.75, 1, 0.55],
          ],
          count: 40,
          radius: [0.0018, 0.008],
          opacity: 0.85,
          depth: 'behind',
        },
        {
          shape: 'leaf',
          colours: [
            [0.46, 0.62, 0.2],
            [0.75, 0.66, 0.2],
            [0.3, 0.5, 0.2],
          ],
          count: 9,
          radius: [0.012, 0.03],
          opacity: 0.9,
          depth: 'behind',
        },
        {
          shape: 'leaf',
          colours: [
            [0.5, 0.66, 0.22],
            [0.82, 0.68, 0.22],
            [0.42, 0.58, 0.2],
          ],
          count: 14,
          radius: [0.016, 0.085],
          opacity: 0.95,
          depth: 'before',
        },
        {
          shape: 'mote',
          colours: [
            [1, 0.95, 0.55],
            [0.8, 1, 0.6],
          ],
          count: 16,
          radius: [0.0018, 0.018],
          opacity: 0.8,
          depth: 'before',
        },
      ],
    },
    grade: {
      ...fantasyGrade,
      tint: { shadows: { a: -4, b: -1 }, midtones: { a: 0.5, b: 0 }, highlights: { a: 0, b: 3 } },
    },
  },
};
