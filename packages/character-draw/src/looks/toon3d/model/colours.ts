import { parseHexColour, srgbToLinear } from '@avatar/image';
import { hexToOklch, lightnessOf, mixColours, oklchToHex, shade, type HexColour } from '@avatar/vector';
import { skinPaint } from './skin-paint.js';
import { mix, smoothstep, type Vec3 } from '../render/maths.js';

/** `#rrggbb` as linear light. */
export function linear(hex: HexColour): Vec3 {
  const [r, g, b] = parseHexColour(hex) ?? [0, 0, 0];
  return [srgbToLinear(r), srgbToLinear(g), srgbToLinear(b)];
}

/** A colour times a factor. */
export const dimmed = (colour: Vec3, k: number): Vec3 => [colour[0] * k, colour[1] * k, colour[2] * k];

/** A colour times a factor, never above white. */
export const lifted = (colour: Vec3, k: number): Vec3 => [
  Math.min(1, colour[0] * k),
  Math.min(1, colour[1] * k),
  Math.min(1, colour[2] * k),
];

export interface SkinColours {
  /** 0 fair to 1 very dark. */
  readonly depth: number;
  /** Share of the broad highlights that it keeps: less only on the darkest tones. */
  readonly sheen: number;
  readonly base: HexColour;
  readonly blush: HexColour;
  readonly shadow: HexColour;
  readonly deep: HexColour;
  readonly lips: HexColour;
}

/** The shades of a skin; dark tones are told apart, for light and lips answer otherwise on them. */
export function skinColours(hex: HexColour, lipHex: HexColour): SkinColours {
  const [lightness, chroma, hue] = hexToOklch(hex);
  const depth = smoothstep(0.66, 0.42, lightness);
  const base = skinPaint(hex);
  const dark = lightness < 0.55;
  return {
    depth,
    sheen: mix(0.28, 1, smoothstep(0.22, 0.4, lightness)),
    base,
    blush: oklchToHex([
      lightness - (dark ? 0 : 0.06),
      Math.min(chroma * 1.7, chroma + 0.05),
      hue + (18 - hue) * (dark ? 0.6 : 0.8),
    ]),
    shadow: shade(base, { light: -0.17, chroma: dark ? 0.95 : 1.25, towards: dark ? 20 : 10, pull: 0.45 }),
    deep: shade(base, { light: -0.3, chroma: 1.1, towards: 5, pull: 0.6 }),
    lips: lipHex,
  };
}

export interface HairColours {
  readonly base: HexColour;
  readonly low: HexColour;
  readonly lowest: HexColour;
  readonly high: HexColour;
}

const GREY = '#c9c6cb';

/** Shades of hair. Black hair is neutral and really dark: its form comes from the highlights. */
export function hairColours(hex: HexColour, grey = 0): HairColours {
  const given = grey > 0 ? mixColours(hex, GREY, grey) : hex;
  const [lightness, chroma, hue] = hexToOklch(given);
  if (lightness < 0.36) {
    const base = oklchToHex([
      0.245 - (0.36 - lightness) * 0.3,
      Math.min(0.05, chroma * 0.9 + 0.003),
      chroma < 0.014 ? 50 : hue,
    ]);
    return {
      base,
      low: shade(base, { light: -0.035 }),
      lowest: shade(base, { light: -0.07 }),
      high: shade(base, { light: 0.05, chroma: 1.1 }),
    };
  }
  // The key light and its two highlights give the lightness back.
  const mixed = shade(given, { light: -0.065 - 0.035 * lightness, chroma: 0.97 });
  return {
    base: mixed,
    low: shade(mixed, { light: -0.07 - 0.05 * lightness, chroma: 1.04, towards: 330, pull: 0.06 }),
    lowest: shade(mixed, { light: -0.12 - 0.07 * lightness, chroma: 0.95, towards: 330, pull: 0.08 }),
    high: shade(mixed, { light: 0.07, chroma: 0.95, towards: 80, pull: 0.15 }),
  };
}

export { lightnessOf, mixColours, shade };
