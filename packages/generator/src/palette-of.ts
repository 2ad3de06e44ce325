import { backdropFromHex } from '@avatar/bg-generate';
import { paletteByToken, type Palette } from '@avatar/styles';

/** The palette of a token, or of one or two colours. @throws AvatarError `invalid-options` */
export const paletteOf = (palette: string): Palette =>
  palette.startsWith('#')
    ? { token: palette.toLowerCase(), label: 'Own colours', ...backdropFromHex(palette) }
    : paletteByToken(palette);
