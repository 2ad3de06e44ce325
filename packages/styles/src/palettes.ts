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

/** Every palette. */
export const PALETTES = [
  {
    token: 'neutral_grey',
    label: 'Neutral grey',
    centre: [0.8, 0.82, 0.85],
    edge: [0.36, 0.39, 0.44],
  },
  { token: 'soft_white', label: 'Soft white', centre: [0.96, 0.96, 0.955], edge: [0.79, 0.8, 0.81] },
  { token: 'charcoal', label: 'Charcoal', centre: [0.42, 0.43, 0.45], edge: [0.11, 0.115, 0.125] },
  { token: 'navy', label: 'Navy', centre: [0.28, 0.36, 0.5], edge: [0.09, 0.12, 0.19] },
  { token: 'midnight', label: 'Midnight blue', centre: [0.17, 0.13, 0.36], edge: [0.04, 0.032, 0.11] },
  { token: 'umber', label: 'Umber', centre: [0.45, 0.37, 0.28], edge: [0.13, 0.105, 0.085] },
  { token: 'warm_beige', label: 'Warm beige', centre: [0.88, 0.83, 0.76], edge: [0.56, 0.49, 0.42] },
  { token: 'amber_plum', label: 'Amber to plum', centre: [1, 0.72, 0.4], edge: [0.34, 0.13, 0.32] },
  { token: 'purple_blue', label: 'Purple to blue', centre: [0.53, 0.2, 0.86], edge: [0.13, 0.42, 0.95] },
  { token: 'peach_lavender', label: 'Peach to lavender', centre: [1, 0.8, 0.7], edge: [0.76, 0.73, 0.98] },
  { token: 'neon_pink_cyan', label: 'Neon pink and cyan', centre: [1, 0.13, 0.6], edge: [0.05, 0.85, 1] },
  { token: 'pop_blue', label: 'Pop blue', centre: [0.36, 0.79, 0.98], edge: [0.11, 0.55, 0.89] },
  { token: 'pop_yellow', label: 'Pop yellow', centre: [1, 0.87, 0.32], edge: [0.98, 0.69, 0.13] },
  { token: 'pop_orange', label: 'Pop orange', centre: [1, 0.62, 0.36], edge: [0.95, 0.38, 0.2] },
  { token: 'pop_green', label: 'Pop green', centre: [0.5, 0.87, 0.62], edge: [0.16, 0.67, 0.45] },
  { token: 'pop_pink', label: 'Pop pink', centre: [1, 0.6, 0.75], edge: [0.93, 0.29, 0.55] },
] as const satisfies readonly Palette[];

export type PaletteToken = (typeof PALETTES)[number]['token'];

/** @throws `invalid-options` that lists the known palettes */
export const paletteByToken = (token: string): Palette => findByToken<Palette>('palette', PALETTES, token);
