import { paletteByToken, type Palette } from '@avatar/styles';
import { backdropFromHex } from './colour/backdrop-colours.js';

/**
 * The palette of a token such as `navy`; of `#rgb` or `#rrggbb`, as cloth of that colour under a studio lamp; or of two of
 * them with a comma between.
 * @throws AvatarError `invalid-options`, which lists the known palettes
 */
export const paletteOf = (palette: string): Palette =>
  palette.startsWith('#')
    ? { token: palette.toLowerCase(), label: 'Own colours', ...backdropFromHex(palette) }
    : paletteByToken(palette);
