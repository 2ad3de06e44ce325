import { findByToken } from './look-up.js';

/** What can stand behind the person: one entry of the list of backgrounds. */
export interface BackgroundEntry {
  readonly token: string;
  readonly label: string;
  /**
   * `palette`: painted in the two colours of a palette. `colour`: one flat colour, which is the token. `scene`: a
   * drawn place with colours of its own. `photo`: made of what the photo itself shows behind the person. `image`: a
   * picture of the caller's. `transparent`: nothing, the picture has an alpha channel.
   */
  readonly kind: 'palette' | 'colour' | 'scene' | 'photo' | 'image' | 'transparent';
  /** The palette that it is painted in unless the caller asks for another. Only with `kind: 'palette'`. */
  readonly palette?: string;
}

/** Every background. */
export const BACKGROUNDS = [
  { token: 'studio_light', label: 'Studio backdrop', kind: 'palette', palette: 'neutral_grey' },
  { token: 'gradient', label: 'Diagonal gradient of two colours', kind: 'palette', palette: 'purple_blue' },
  { token: 'pastel', label: 'Soft pastel gradient', kind: 'palette', palette: 'peach_lavender' },
  { token: 'warm_studio', label: 'Glowing wall', kind: 'palette', palette: 'amber_plum' },
  { token: 'blinds', label: 'Street light through blinds', kind: 'palette', palette: 'charcoal' },
  { token: 'neon_geometric', label: 'Neon disc and shapes', kind: 'palette', palette: 'neon_pink_cyan' },
  { token: 'comic_rays', label: 'Comic rays and dots', kind: 'palette', palette: 'pop_blue' },
  { token: 'pixel_dusk', label: 'Dusk sky in pixels', kind: 'scene' },
  { token: 'beach_sunset', label: 'Beach at sunset', kind: 'scene' },
  { token: 'mountains', label: 'Mountains in the morning', kind: 'scene' },
  { token: 'neon_city', label: 'City at night in the rain', kind: 'scene' },
  { token: 'castle_dusk', label: 'Castle at dusk', kind: 'scene' },
  { token: 'space', label: 'Nebula and planet', kind: 'scene' },
  { token: 'enchanted_forest', label: 'Old wood with the sun breaking in', kind: 'scene' },
  { token: 'original_blur', label: "The photo's own background, blurred", kind: 'photo' },
  { token: 'deep_bokeh', label: "The photo's own background as dark bokeh", kind: 'photo' },
  { token: 'image', label: 'A picture of your own', kind: 'image' },
  { token: 'transparent', label: 'Transparent', kind: 'transparent' },
] as const satisfies readonly BackgroundEntry[];

/** The token of a background of the list, or a flat colour. */
export type BackgroundToken = (typeof BACKGROUNDS)[number]['token'] | `#${string}`;

/** A flat colour is its own token. */
const HEX_COLOUR = /^#(?:[0-9a-f]{3}){1,2}$/i;

/**
 * The background with that token; `#rgb` and `#rrggbb` are flat colours.
 * @throws `invalid-options` that lists the known backgrounds
 */
export const backgroundByToken = (token: string): BackgroundEntry =>
  HEX_COLOUR.test(token)
    ? { token: token.toLowerCase(), label: 'Flat colour', kind: 'colour' }
    : findByToken<BackgroundEntry>('background', BACKGROUNDS, token, ['#rrggbb']);
