import { clamp, hexColour, parseHexColour, rgbToLab } from '@avatar/image';
import { invalidOption } from '@avatar/stage';
import { corporateHeadshot, defineStyle, type PhotoRendering, type Style } from '@avatar/styles';
import { rounded } from './fit/rounded.js';

export interface BrandLookOptions {
  /** Name of the style in requests: lower-case words with underscores between. */
  readonly token: string;
  /** Up to 80 characters. Default: the token. */
  readonly label?: string | undefined;
  /** Colour of the backdrop, `#rrggbb`, and if there are two that of its border. */
  readonly colours: readonly string[];
}

/** Share of the brand's colour that shadows take, and the most in Lab. */
const TINT = { share: 0.1, most: 5 };
/** Without a second colour the border is so much darker. */
const BORDER = 0.72;

/**
 * The look of a brand from its colours alone: a headshot before a backdrop in them, with a trace of them in its shadows.
 * @throws AvatarError `invalid-options`
 */
export function brandLook({ token, label, colours }: BrandLookOptions): Style<PhotoRendering> {
  const count = Array.isArray(colours) ? colours.length : 0;
  if (count < 1 || count > 2) throw invalidOption('one or two colours', 'colours', colours);
  const [centre, border] = colours.map((colour) => {
    const rgb = parseHexColour(colour);
    if (rgb === undefined) throw invalidOption('#rrggbb', 'colours', 'another text');
    return rgb;
  });
  const [, a, b] = rgbToLab(...centre);
  const shift = (value: number) => rounded(clamp(TINT.share * value, -TINT.most, TINT.most), 1);
  const edge = border ?? centre.map((value) => value * BORDER);
  return defineStyle<PhotoRendering>({
    ...corporateHeadshot,
    token,
    label: label ?? token.replaceAll('_', ' '),
    description: 'A studio portrait before a backdrop in the colours of a brand.',
    background: { token: 'studio_light', palette: `${hexColour(centre)},${hexColour(edge)}` },
    rendering: {
      ...corporateHeadshot.rendering,
      grade: {
        monochrome: 0,
        redFilter: 0,
        saturation: 1,
        tint: { shadows: { a: shift(a), b: shift(b) }, midtones: { a: 0, b: 0 }, highlights: { a: 0, b: 0 } },
        contrast: 0.05,
        blackPoint: 0,
        whitePoint: 100,
        vignette: 0,
        glow: { strength: 0, threshold: 60, reach: 0.02 },
        grain: 0,
      },
    },
  });
}
