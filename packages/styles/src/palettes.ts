import { findByToken } from './look-up.js';

/** sRGB-encoded, each channel in [0, 1]. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Colours of a backdrop: behind the head, and where the light does not reach. */
export interface Palette {
  readonly token: string;
  readonly label: string;
  readonly centre: Colour;
  readonly edge: Colour;
}

export const PALETTES: readonly Palette[] = [
  {
    token: 'neutral_grey',
    label: 'Neutral grey',
    centre: [0.8, 0.82, 0.85],
    edge: [0.36, 0.39, 0.44],
  },
  { token: 'soft_white', label: 'Soft white', centre: [0.96, 0.96, 0.955], edge: [0.79, 0.8, 0.81] },
  { token: 'charcoal', label: 'Charcoal', centre: [0.42, 0.43, 0.45], edge: [0.11, 0.115, 0.125] },
  { token: 'navy', label: 'Navy', centre: [0.28, 0.36, 0.5], edge: [0.09, 0.12, 0.19] },
  { token: 'warm_beige', label: 'Warm beige', centre: [0.88, 0.83, 0.76], edge: [0.56, 0.49, 0.42] },
  { token: 'purple_blue', label: 'Purple to blue', centre: [0.53, 0.2, 0.86], edge: [0.13, 0.42, 0.95] },
  { token: 'peach_lavender', label: 'Peach to lavender', centre: [1, 0.8, 0.7], edge: [0.76, 0.73, 0.98] },
];

/** @throws `invalid-options` that lists the known palettes */
export const paletteByToken = (token: string): Palette => findByToken('palette', PALETTES, token);
