import type { Fringe, HairStyle, HairTexture } from '@avatar/character';
import { clamp, rgbToLab, type Lab, ramp } from '@avatar/image';
import { hexOf, hueOf, mixed } from '../crop/colour-sample.js';
import type { HairColour } from '../measure/hair-colour.js';
import type { HairShape } from '../measure/hair-shape.js';
import type { HairTextureMeasure } from '../measure/hair-texture.js';
import type { Circumstances } from './circumstances.js';
import { hairLength, lowestOf, SHOULDER, type HairLength } from './hair-length.js';
import { judgeHairTexture } from './hair-texture.js';
import { reading, type Reading, type Readings } from './reading.js';

export interface HairSeen {
  readonly shape: HairShape;
  readonly colour: HairColour | undefined;
  readonly texture: HairTextureMeasure | undefined;
  readonly isCovered: boolean;
}

/** Style, texture, volume, colour, fringe, hairline and grey of the hair. */
export function judgeHair(hair: HairSeen, seen: Circumstances): Readings {
  const { shape, isCovered } = hair;
  const length = hairLength(shape, seen, isCovered);
  const L = hair.colour?.lab[0] ?? 0;
  const { texture, isRoped } = judgeHairTexture(hair.texture, shape, L, hasLength(length.value), seen);
  const worn = texture.confidence >= LEAST_TEXTURE ? texture.value : 'straight';
  const recession = recessionOf(shape, length.value);
  const fringe = fringeOf(shape, isCovered);
  return {
    'hair.style': reading(
      isRoped ? 'long_locs' : styleOf(hair, length.value, worn, recession),
      isCovered
        ? UNDER_A_HAT * length.confidence
        : Math.min(length.confidence, Math.max(texture.confidence, 0.5)),
    ),
    'hair.texture': texture,
    'hair.volume': reading(volumeOf(shape), isCovered ? 0.1 : shape.isTopCut ? 0.4 : 0.8),
    'hair.fringe': fringe,
    'hair.recession': reading(Math.round(recession * 100) / 100, isCovered ? 0.1 : 0.6),
    ...colourReadings(hair.colour, seen),
  };
}

/** Below this confidence a texture says nothing about the style. */
const LEAST_TEXTURE = 0.3;

/** Of hair under a hat only the length is seen. */
const UNDER_A_HAT = 0.75;

/** The top of usual hair stands half a head above the eyes; a tenth more is much. */
const volumeOf = ({ personTop }: HairShape): number =>
  Math.round(clamp(0.5 + (0.37 * 0.8 * (-personTop - 0.52)) / 0.12, 0.1, 0.9) * 100) / 100;

const hasLength = (length: HairLength): boolean => ['bob', 'shoulder', 'long'].includes(length);

const meanSide = ({ sides: [left, right] }: HairShape): number => (left + right) / 2;

/** Bare skin in the band of the crown; parted long hair shows skin too. */
function recessionOf({ crown }: HairShape, length: HairLength): number {
  return length === 'short' || length === 'bald' ? ramp(0.12, 0.5, crown.skin) : 0;
}

function fringeOf(
  { forehead, foreheadThirds: [left, middle, right] }: HairShape,
  isCovered: boolean,
): Reading<Fringe> {
  if (isCovered) return reading('none', 0.3);
  const sure = 0.9 - 0.5 * Math.max(0, 1 - Math.abs(forehead - 0.3) / 0.15);
  if (forehead > 0.55) return reading('straight', 0.7);
  if (forehead < 0.3) return reading('none', sure);
  const isParted = left > 0.15 && right > 0.15 && middle < 0.5 * Math.min(left, right) + 0.05;
  return reading(isParted ? 'curtain' : middle > 0.4 ? 'straight' : 'side', 0.6);
}

const LONG_STYLES: Readonly<Record<HairTexture, HairStyle>> = {
  straight: 'long_straight',
  wavy: 'long_wavy',
  curly: 'long_curly',
  coily: 'long_curly',
};

function styleOf(hair: HairSeen, length: HairLength, texture: HairTexture, recession: number): HairStyle {
  const { shape, isCovered } = hair;
  const isCurled = texture === 'curly' || texture === 'coily';
  const isCloud = texture === 'coily' && meanSide(shape) > 0.12 && lowestOf(shape) <= SHOULDER;
  if (length === 'long') return LONG_STYLES[texture];
  if (isCovered) return length === 'shoulder' ? 'lob' : length === 'bob' ? 'bob' : 'crop';
  if (length === 'top_bun') return 'top_bun';
  if (length === 'tied') return 'bun';
  if (isCloud) return 'afro';
  if (length === 'shoulder') return isCurled ? 'long_curly' : 'lob';
  if (length === 'bob' && texture === 'coily') return 'curly_short';
  if (length === 'bob') return isCurled && lowestOf(shape) > SHOULDER ? 'long_curly' : 'bob';
  if (length === 'bald') return recession > 0.8 && shape.area < 0.03 ? 'bald' : 'receding';
  if (recession > 0.55) return 'receding';
  return shortStyle(hair, texture);
}

function shortStyle({ shape, texture: measure }: HairSeen, texture: HairTexture): HairStyle {
  const isClose = shape.area < 0.125 && shape.top > -0.5;
  // Strands side by side are a cut with some length, if there are enough of them to tell.
  const isCombed = measure !== undefined && measure.windows > 150 && measure.coherence >= 0.62;
  if (isClose && !isCombed) return 'buzz';
  if (texture === 'coily') return meanSide(shape) > 0.06 || shape.top <= -0.6 ? 'afro' : 'crop';
  if (texture === 'curly') return 'curly_short';
  if (shape.forehead > 0.5) return 'pixie';
  const hangs = Math.max(...shape.foreheadThirds) > 0.25;
  if (shape.top <= -0.58 && isCombed && !hangs) return 'quiff';
  return shape.forehead > 0.3 || texture === 'wavy' ? 'crop' : 'side_part';
}

/** Share of grey strands: little chroma and not dark; blond hair keeps its hue. */
export function greyShare(colour: HairColour | undefined, { isBlackAndWhite }: Circumstances): number {
  if (colour === undefined || isBlackAndWhite) return 0;
  const isBlond = hueOf(colour.lab) > 68 && colour.chroma > 13;
  return ramp(18, 9, colour.chroma) * ramp(28, 45, colour.lab[0]) * (isBlond ? 0.4 : 1);
}

/**
 * How sure hair is white, in [0, 1]: without colour, and about as light as the skin below it. Only the skin tells white
 * hair from grey light.
 */
export function whiteness(
  colour: HairColour | undefined,
  skin: Lab | undefined,
  seen: Circumstances,
): number {
  if (colour === undefined || skin === undefined) return 0;
  const [L] = colour.lab;
  return greyShare(colour, seen) * ramp(-14, -4, L - skin[0]) * ramp(36, 48, L);
}

/** Colour of grey strands, as looks paint them. */
const GREY: Lab = rgbToLab(0xb9 / 255, 0xb6 / 255, 0xb8 / 255);
/** Of hair that is grey all over: what was measured has its own tone of grey, which a full share would replace. */
const MOST_GREY = 0.4;

function colourReadings(colour: HairColour | undefined, seen: Circumstances): Readings {
  if (colour === undefined) return {};
  const { lab, count } = colour;
  const { isBlackAndWhite } = seen;
  const grey = MOST_GREY * greyShare(colour, seen);
  // The field is the colour before any grey: mixed with its grey again it is what was measured.
  const before = mixed(isBlackAndWhite ? [lab[0], 2, 3] : lab, GREY, -grey / (1 - grey));
  return {
    'hair.hex': reading(hexOf(before), ramp(60, 600, count) * (isBlackAndWhite ? 0.3 : 0.9)),
    'hair.grey': reading(Math.round(grey * 100) / 100, isBlackAndWhite ? 0.1 : 0.6),
  };
}
