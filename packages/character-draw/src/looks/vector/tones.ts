import { clamp } from '@avatar/image';
import { hexToOklch, lightnessOf, mixColours, oklchToHex, shade, type HexColour } from '@avatar/vector';
import type { Person } from '../../rig/person.js';

/** A colour with its shades. */
export interface Tones {
  readonly base: HexColour;
  readonly shadow: HexColour;
  /** A shadow within the shadow. */
  readonly deep: HexColour;
  readonly light: HexColour;
  readonly line: HexColour;
}

interface SkinTones extends Tones {
  readonly glint: HexColour;
  readonly blush: HexColour;
  /** Holes and moles. */
  readonly dark: HexColour;
}

export interface HairTones extends Tones {
  readonly glint: HexColour;
}

/** Shadows turn to violet a little, as cloth does in daylight. */
export function clothTones(base: HexColour): Tones {
  const l = lightnessOf(base);
  return {
    base,
    shadow: shade(base, { light: -0.085 - 0.03 * l, chroma: 1.08, towards: 290, pull: 0.12 }),
    deep: shade(base, { light: -0.17, chroma: 1.05, towards: 290, pull: 0.2 }),
    light: shade(base, { light: 0.06, chroma: 0.98 }),
    line: shade(base, { light: -(0.16 + 0.3 * l), chroma: 0.9, towards: 300, pull: 0.3 }),
  };
}

/** Metal has harder steps; warm metal shades to brown, cold metal to blue. */
export function metalTones(base: HexColour): Tones {
  const isWarm = hexToOklch(base)[1] > 0.07;
  const [towards, deepTowards, lineTowards] = isWarm ? [50, 45, 40] : [270, 275, 275];
  return {
    base,
    shadow: shade(base, {
      light: -0.13,
      chroma: isWarm ? 1.05 : 1.3,
      towards,
      pull: isWarm ? 0.35 : 0.5,
    }),
    deep: shade(base, {
      light: -0.26,
      chroma: isWarm ? 0.95 : 1.3,
      towards: deepTowards,
      pull: isWarm ? 0.5 : 0.6,
    }),
    light: isWarm
      ? shade(base, { light: 0.12, chroma: 0.75, towards: 100, pull: 0.3 })
      : shade(base, { light: 0.14, chroma: 0.6 }),
    line: shade(base, { light: -0.42, chroma: isWarm ? 0.8 : 1.1, towards: lineTowards, pull: 0.6 }),
  };
}

/** What highlights on the darkest skin keep back: the same step of lightness is a larger one there. */
const DARKEST = 0.03;

/**
 * The base is the given colour. Dark skin takes less darkening in its shadows and keeps its chroma: it glows, and
 * turns neither brick red nor grey.
 */
function skinTones(hex: HexColour, isInked: boolean): SkinTones {
  const l = lightnessOf(hex);
  const depth = 1 - l;
  const darkness = clamp((0.62 - l) / 0.2);
  const veryDark = clamp((0.36 - l) / 0.12);
  return {
    base: shade(hex, { light: 0, chroma: 1.03 + 0.06 * darkness }),
    shadow: shade(hex, {
      light: (isInked ? -0.095 : -0.075) + 0.026 * darkness,
      chroma: 1.22 - 0.02 * darkness,
      towards: 24 + 12 * darkness,
      pull: 0.4,
    }),
    deep: shade(hex, {
      light: -0.165 + 0.055 * darkness,
      chroma: 1.24 - 0.1 * darkness,
      towards: 5 + 14 * darkness,
      pull: 0.5,
    }),
    light: shade(hex, {
      light: 0.055 + 0.055 * depth - DARKEST * veryDark,
      chroma: 0.94,
      towards: 72,
      pull: 0.25,
    }),
    glint: shade(hex, { light: 0.09 + 0.1 * depth, chroma: 0.78, towards: 75, pull: 0.3 }),
    line: shade(hex, { light: -(0.28 + 0.22 * l), chroma: 1.1, towards: 10, pull: 0.6 }),
    blush: shade(hex, {
      light: l < 0.55 ? 0.02 : -0.05,
      chroma: l < 0.55 ? 1.25 : 1.7,
      towards: l < 0.55 ? 28 : 14,
      pull: 0.8,
    }),
    dark: shade(hex, { light: -0.3, chroma: 1.1, towards: 5, pull: 0.6 }),
  };
}

/** Black hair is lifted and tinted: else no form would show in it. */
function hairTones(hex: HexColour, isInked: boolean): HairTones {
  let base = hex;
  const [l0, c0, h0] = hexToOklch(hex);
  if (l0 < 0.34)
    base = oklchToHex([0.34 - (0.34 - l0) * 0.45, Math.max(c0 * 1.05, 0.022), c0 < 0.012 ? 280 : h0]);
  const [l, , h] = hexToOklch(base);
  const isDark = l < 0.4;
  return {
    base,
    shadow: shade(base, {
      light: (isInked ? -0.085 : -0.07) - 0.05 * l,
      chroma: 1.04,
      towards: 330,
      pull: 0.1,
    }),
    deep: shade(base, { light: -0.12 - 0.07 * l, chroma: 0.88, towards: 330, pull: 0.12 }),
    light: shade(base, {
      light: isDark ? 0.11 : 0.09,
      chroma: isDark ? 1.2 : 0.95,
      towards: isDark ? h : 80,
      pull: 0.15,
    }),
    glint: shade(base, {
      light: isDark ? 0.27 : l < 0.7 ? 0.17 : 0.11,
      chroma: isDark ? 1.9 : 0.9,
      towards: isDark ? h : 75,
      pull: 0.12,
    }),
    line: shade(base, { light: -(0.1 + 0.32 * l), chroma: 0.9, towards: 320, pull: 0.35 }),
  };
}

/** All colours of a person in a look. */
export interface Palette {
  readonly skin: SkinTones;
  readonly hair: HairTones;
  /** Streaks or tips; the hair's own where it has one colour. */
  readonly streak: HairTones | undefined;
  readonly beard: HairTones;
  readonly brow: HexColour;
  readonly lips: HexColour;
  readonly cloth: Tones;
  readonly second: Tones;
  readonly third: Tones;
  readonly ink: HexColour;
}

const GREY = '#c9c6cb';

export function paletteOf({ character, age }: Person, isInked: boolean): Palette {
  const { skin, hair, facial_hair: beard, brows, mouth, clothing } = character;
  const grey = Math.max(hair.grey, 0);
  const hairHex = grey > 0 ? mixColours(hair.hex, GREY, grey) : hair.hex;
  const tones = skinTones(skin.hex, isInked);
  // Lips lose their colour with the years.
  const lips = mixColours(mouth.hex, tones.shadow, 0.18 * age);
  return {
    skin: tones,
    hair: hairTones(hairHex, isInked),
    streak: hair.second === undefined ? undefined : hairTones(hair.second, isInked),
    beard: hairTones(beard.hex, isInked),
    brow: brows.hex,
    lips,
    cloth: clothTones(clothing.hex),
    second: clothTones(clothing.second),
    third: clothTones(clothing.third),
    ink: isInked ? '#2a1a26' : '#33262c',
  };
}
