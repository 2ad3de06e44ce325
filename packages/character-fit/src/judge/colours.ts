import { ramp } from '@avatar/image';
import type { Lab } from '@avatar/image';
import { hexOf } from '../crop/colour-sample.js';
import type { EyeColours } from '../measure/eyes.js';
import type { SkinMeasure } from '../measure/skin.js';
import type { Circumstances } from './circumstances.js';
import { reading, type Readings } from './reading.js';

/** Hue of skin where the photo has no colours. */
const NEUTRAL_SKIN = { a: 14, b: 17 };

/** Whites of the eyes darker than this say that the light is too dim to tell the tone of skin by. */
const DIM_WHITE = { from: 24, to: 38 };

/** @param white of the eyes, if it could be measured */
export function judgeSkin(
  skin: SkinMeasure | undefined,
  white: Lab | undefined,
  seen: Circumstances,
): Readings {
  if (skin === undefined) return {};
  if (seen.isBlackAndWhite)
    return { 'skin.hex': reading(hexOf([skin.lab[0], NEUTRAL_SKIN.a, NEUTRAL_SKIN.b]), 0.15) };
  const confidence =
    0.95 *
    (1 - 0.5 * ramp(12, 35, skin.unevenness)) *
    (1 - 0.5 * ramp(4, 25, skin.strangeHue)) *
    (1 - 0.6 * ramp(6, 18, skin.doubt)) *
    (white ? 0.35 + 0.65 * ramp(DIM_WHITE.from, DIM_WHITE.to, white[0]) : 1) *
    ramp(40, 100, seen.headPx);
  return { 'skin.hex': reading(skin.hex, confidence) };
}

const IRISES = {
  dark_brown: '#3a2416',
  brown: '#5b3a21',
  hazel: '#7d6338',
  green: '#6b7d4e',
  blue: '#5f88ad',
  grey: '#7b8a92',
} as const;

/** Of seven light-eyed people one was right: such an answer is never sure. */
const LIGHT_IRIS = 0.35;

/** Dark irises are told well; light ones hardly ever. */
export function judgeIris(
  eyes: readonly EyeColours[],
  seen: Circumstances & { readonly hasGlasses: boolean; readonly hidesEyes: boolean },
): Readings {
  if (eyes.length === 0 || seen.isBlackAndWhite || seen.hidesEyes || seen.headPx < 150) return {};
  const mean = (pick: (eye: EyeColours) => number) =>
    eyes.reduce((sum, eye) => sum + pick(eye), 0) / eyes.length;
  const iris: Lab = [
    mean(({ iris: [L] }) => L),
    mean(({ iris, white }) => iris[1] - 0.5 * Math.max(-10, Math.min(12, white[1] - 4))),
    mean(({ iris, white }) => iris[2] - 0.6 * Math.max(-14, Math.min(14, white[2] - 5))),
  ];
  const name = irisName(iris);
  const contrast = mean(({ iris: [L], white }) => white[0] - L);
  const sure =
    ramp(5, 28, contrast) * agreement(eyes) * ramp(150, 600, seen.headPx) * (seen.hasGlasses ? 0.5 : 1);
  const most = name === 'brown' || name === 'dark_brown' ? 1 : LIGHT_IRIS;
  const least = name === 'dark_brown' ? 0.45 : 0;
  return { 'eyes.hex': reading(IRISES[name], Math.max(least, Math.min(most, sure))) };
}

function irisName([L, a, b]: Lab): keyof typeof IRISES {
  if (L > 27 && b < -0.5 && a < 4) return b < -2.5 ? 'blue' : 'grey';
  if (L > 27 && a < 2 && b < 4) return 'grey';
  if (L >= 18 && a < 0.5 && Math.abs(b) < 2.5) return 'grey';
  if (L > 24 && a < 1 && b >= 3.5) return 'green';
  if (L > 30 && b > 9) return 'hazel';
  return L < 23 ? 'dark_brown' : 'brown';
}

function agreement([one, other]: readonly EyeColours[]): number {
  if (other === undefined) return 0.5;
  const hue = ramp(4, 12, Math.abs(one.iris[2] - other.iris[2]));
  return Math.max(0, 1 - hue - 0.5 * ramp(6, 14, Math.abs(one.iris[0] - other.iris[0])));
}

/** Lips are drawn in their own colour only where it stands out from the skin; else it follows the skin. */
export function judgeLips(
  lips: Lab | undefined,
  skin: SkinMeasure | undefined,
  seen: Circumstances,
): Readings {
  if (lips === undefined || skin === undefined || seen.isBlackAndWhite) return {};
  const painted = ramp(12, 24, lips[1] - skin.lab[1]);
  return { 'mouth.hex': reading(hexOf(lips), 0.9 * painted * ramp(60, 200, seen.headPx)) };
}
