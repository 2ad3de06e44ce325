import { ramp } from '@avatar/image';
import type { Lab } from '@avatar/image';
import { hexOf } from '../crop/colour-sample.js';
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
