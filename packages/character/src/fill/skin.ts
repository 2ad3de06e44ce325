import type { Hex } from '../head-spec.js';
import { along, lightnessOf, mixed } from './colours.js';
import type { Chance } from './chance.js';

/** Skin from very light to very dark in even steps of lightness. */
const TONES: readonly Hex[] = [
  '#f7dac8',
  '#f1c9ab',
  '#e6b68f',
  '#d8a077',
  '#c48a60',
  '#ab744d',
  '#905c3b',
  '#75472d',
  '#5b3522',
  '#422619',
];
const ROSY: Hex = '#d98a7c';
const GOLDEN: Hex = '#c99a52';

/** Every tone is as likely as every other, with its own undertone. */
export function skinBy(chance: Chance): Hex {
  const undertone = chance.share('skin.undertone');
  const tone = along(TONES, chance.share('skin.tone'));
  return mixed(tone, undertone < 0.5 ? ROSY : GOLDEN, Math.abs(undertone - 0.5) * 0.24);
}

/** How dark: 0 for the lightest tone, 1 for the darkest. */
export function darknessOf(skin: Hex): number {
  const lightest = lightnessOf(TONES[0]);
  const darkest = lightnessOf(TONES[TONES.length - 1]);
  return Math.min(1, Math.max(0, (lightest - lightnessOf(skin)) / (lightest - darkest)));
}

/** Lips without make-up. */
export const lipsOn = (skin: Hex): Hex => mixed(skin, darknessOf(skin) < 0.5 ? '#c2505a' : '#8a3540', 0.5);
