import type { CharacterSpec } from '../character-spec.js';
import type { Hex } from '../head-spec.js';
import type { FilledCharacter } from '../filled-character.js';
import type { HairStyle, HairTexture } from '../values/hair.js';
import type { Chance, Weights } from './chance.js';
import type { Known } from './features.js';
import { hueOf, lightnessOf, mixed } from './colours.js';
import { darknessOf } from './skin.js';

/** Natural colours, the dark ones first. */
const COLOURS: Readonly<Record<string, Hex>> = {
  black: '#1b1718',
  dark_brown: '#2f211b',
  brown: '#4a3224',
  chestnut: '#6b4029',
  light_brown: '#8a6240',
  blond: '#c9a465',
  light_blond: '#e2c78f',
  ginger: '#b5552a',
  auburn: '#7a3320',
};
const GREY: Hex = '#b9b6b8';

/** What a style says about the strands. */
const TEXTURE_OF: Readonly<Partial<Record<HairStyle, HairTexture>>> = {
  afro: 'coily',
  locs_short: 'coily',
  long_locs: 'coily',
  curly_short: 'curly',
  long_curly: 'curly',
  long_wavy: 'wavy',
  long_straight: 'straight',
  slick_back: 'straight',
};

const MASCULINE: Readonly<Record<HairTexture, Weights<HairStyle>>> = {
  straight: {
    crop: 4,
    side_part: 4,
    quiff: 2,
    slick_back: 1,
    buzz: 2,
    undercut: 2,
    lob: 1,
    long_straight: 1,
  },
  wavy: { crop: 3, side_part: 3, quiff: 3, undercut: 2, buzz: 1, lob: 1, long_wavy: 1 },
  curly: { curly_short: 6, crop: 2, buzz: 2, undercut: 1, long_curly: 1 },
  coily: { afro: 3, buzz: 4, crop: 2, locs_short: 2, long_locs: 1, braids: 1 },
};
const FEMININE: Readonly<Record<HairTexture, Weights<HairStyle>>> = {
  straight: { long_straight: 5, bob: 3, lob: 3, ponytail: 3, pixie: 1, bun: 1, half_up: 1, braids: 1 },
  wavy: { long_wavy: 5, lob: 4, bob: 2, ponytail: 2, pixie: 1, top_bun: 1, half_up: 1 },
  curly: { long_curly: 5, curly_short: 2, bob: 2, top_bun: 1, ponytail: 1 },
  coily: { afro: 4, long_locs: 2, braids: 3, long_curly: 2, top_bun: 1, buzz: 0.5, bun: 1 },
};

export function hairOf(given: CharacterSpec['hair'], known: Known, chance: Chance): FilledCharacter['hair'] {
  const masculine = 1 - known.presentation;
  const texture = given?.texture ?? textureFor(given?.style, known, chance);
  const style = given?.style ?? styleFor(texture, given, known, chance);
  const fades = given?.hex === undefined ? known.years : 0;
  const grey = chance.around('hair.grey', 0.95 * fades ** 1.6, 0.5 * fades);
  const recedes = style === 'receding' ? 0.65 : masculine > 0.6 ? 0.45 * known.years : 0.08 * known.years;
  return {
    style,
    texture,
    volume: given?.volume ?? chance.around('hair.volume', texture === 'straight' ? 0.44 : 0.52),
    hex: given?.hex ?? colourFor(known, chance),
    part: given?.part ?? chance.pick('hair.part', { left: 4, right: 3, center: 3, none: 2 }),
    fringe: given?.fringe ?? fringeFor(style, known, chance),
    recession: given?.recession ?? chance.around('hair.recession', recedes, 0.4 * recedes),
    grey: given?.grey ?? grey,
    ...(given?.second !== undefined && { second: given.second }),
  };
}

/** Every texture is seen on every skin; what is common differs. */
function textureFor(style: HairStyle | undefined, { skin }: Known, chance: Chance): HairTexture {
  const said = style && TEXTURE_OF[style];
  const dark = darknessOf(skin);
  return (
    said ??
    chance.pick('hair.texture', {
      straight: 5 - 4 * dark,
      wavy: 3.5 - 2 * dark,
      curly: 1.5 + 1.5 * dark,
      coily: 0.1 + 6 * dark ** 2,
    })
  );
}

/** Styles that curls are not seen in: tied, braided or too short. */
const WITHOUT_CURLS: readonly HairStyle[] = ['bun', 'top_bun', 'ponytail', 'buzz', 'crop', 'undercut', 'bob'];

function styleFor(
  texture: HairTexture,
  given: CharacterSpec['hair'],
  { presentation, years }: Known,
  chance: Chance,
): HairStyle {
  const feminine = chance.happens('hair.side', 0.5 + 1.4 * (presentation - 0.5));
  // Whoever says what hair is like means that it is there to be seen.
  const isSaid = given !== undefined && Object.keys(given).some((name) => SEEN_IN_HAIR.has(name));
  if (!isSaid && !feminine && chance.happens('hair.thin', 0.08 + 0.3 * years))
    return chance.pick('hair.thin.style', { bald: 2, receding: 2 * years, buzz: 1 });
  const weights = (feminine ? FEMININE : MASCULINE)[texture];
  const isCurled = given?.texture === 'curly' || given?.texture === 'coily';
  return chance.pick('hair.style', isCurled ? without(weights, WITHOUT_CURLS) : weights);
}

/** Fields of hair that say nothing where there is none. */
const SEEN_IN_HAIR: ReadonlySet<string> = new Set(['texture', 'volume', 'hex', 'part', 'fringe', 'second']);

function without(weights: Weights<HairStyle>, styles: readonly HairStyle[]): Weights<HairStyle> {
  const left = Object.entries(weights).filter(([style]) => !styles.includes(style as HairStyle));
  return Object.fromEntries(left);
}

function colourFor({ skin, years }: Known, chance: Chance): Hex {
  const light = (1 - darknessOf(skin)) ** 2;
  const name = chance.pick('hair.colour', {
    black: 3,
    dark_brown: 2.5,
    brown: 0.4 + 2.4 * light,
    chestnut: 0.1 + 1.6 * light,
    light_brown: 1.6 * light,
    blond: 1.6 * light,
    light_blond: 0.8 * light,
    ginger: 0.7 * light,
    auburn: 0.1 + 0.5 * light,
  });
  // With the years even strands that are not grey lose colour.
  return mixed(COLOURS[name], GREY, 0.08 * years);
}

const WITH_FRINGE: readonly HairStyle[] = [
  'bob',
  'lob',
  'pixie',
  'long_straight',
  'long_wavy',
  'ponytail',
  'half_up',
  'top_bun',
];

function fringeFor(style: HairStyle, { presentation }: Known, chance: Chance) {
  if (!WITH_FRINGE.includes(style)) return 'none';
  return chance.pick('hair.fringe', {
    none: 5,
    side: 2,
    curtain: 1 + presentation,
    straight: 0.5 + presentation,
  });
}

/** Hues that hair grows in, degrees; of greyish strands and of black ones the hue says nothing. */
const GROWN = { from: 8, to: 52, grey: 0.25, black: 0.2 };
/** What grows where the colour of the hair is none that hair grows in. */
const UNDYED: Hex = '#43332b';

/**
 * The colour of what else grows on the head, brows and beard: that of the hair with its grey strands, and a dark brown
 * where the hair is dyed purple, green or blue.
 */
export function grownColour({ hex, grey }: { readonly hex: Hex; readonly grey: number }): Hex {
  const { hue, saturation } = hueOf(hex);
  const isGrown =
    saturation < GROWN.grey || lightnessOf(hex) < GROWN.black || (hue > GROWN.from && hue < GROWN.to);
  return mixed(isGrown ? hex : mixed(UNDYED, hex, 0.12), GREY, 0.85 * grey);
}

const BROW_SHADE: Hex = '#54433a';

/** Brows are darker than light hair. */
export const browColour = (grown: Hex): Hex =>
  mixed(grown, BROW_SHADE, 0.5 * Math.max(0, lightnessOf(grown) - 0.3));
