import { clamp, mean, ramp } from '@avatar/image';
import { hueOf } from '../crop/colour-sample.js';
import type { EyeColours } from '../measure/eyes.js';
import type { Circumstances } from './circumstances.js';
import { reading, type Readings } from './reading.js';

const IRISES = {
  dark_brown: '#3a2416',
  brown: '#5b3a21',
  hazel: '#7d6338',
  green: '#6b7d4e',
  blue: '#5f88ad',
  grey: '#7b8a92',
} as const;

/** The iris of both eyes, the better lit one counting more; differences are from the white beside it. */
interface Iris {
  readonly L: number;
  readonly a: number;
  readonly b: number;
  /** How much less red than the white, which has the light's colour and that of the lids. */
  readonly lessRed: number;
  /** Yellow without the light's share. */
  readonly yellow: number;
  /** How much darker than the white. */
  readonly contrast: number;
}

export function judgeIris(
  eyes: readonly EyeColours[],
  seen: Circumstances & { readonly hasGlasses: boolean; readonly hidesEyes: boolean },
): Readings {
  if (eyes.length === 0 || seen.isBlackAndWhite || seen.hidesEyes || seen.headPx < 150) return {};
  const iris = irisOf(eyes);
  // Glasses mirror the sky.
  const clear = seen.hasGlasses ? 0.7 : 1;
  const light = lightness(iris) * clear;
  if (light > 0.15) return { 'eyes.hex': reading(lightColour(iris), light * ramp(150, 200, seen.headPx)) };
  const sure =
    ramp(5, 28, iris.contrast) * agreement(eyes) * ramp(150, 600, seen.headPx) * (seen.hasGlasses ? 0.5 : 1);
  if (isHazel(iris)) return { 'eyes.hex': reading(IRISES.hazel, 0.6 * clear) };
  if (iris.L < 23) return { 'eyes.hex': reading(IRISES.dark_brown, Math.max(0.45, sure)) };
  return { 'eyes.hex': reading(IRISES.brown, sure) };
}

function irisOf(eyes: readonly EyeColours[]): Iris {
  const weights = eyes.map(({ iris: [L], white }) => Math.max(1, white[0] - L));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const over = (pick: (eye: EyeColours) => number) =>
    eyes.reduce((all, eye, i) => all + pick(eye) * weights[i], 0) / sum;
  return {
    L: over(({ iris: [L] }) => L),
    a: over(({ iris: [, a] }) => a),
    b: over(({ iris: [, , b] }) => b),
    lessRed: over(({ iris, white }) => white[1] - iris[1]),
    yellow: over(({ iris, white }) => iris[2] - 0.6 * clamp(white[2] - 5, -14, 14)),
    contrast: mean(eyes.map(({ iris: [L], white }) => white[0] - L)),
  };
}

/**
 * How sure the iris is a light one, in [0, 1]: what a brown one always has is red. Of 60 people each light-eyed one at
 * 0.4 or more was light-eyed; in dim or blurred photos light eyes look brown, and stay so.
 */
function lightness({ L, a, lessRed }: Iris): number {
  const withoutRed = Math.max(ramp(3, 8, lessRed), ramp(4, 1.5, a) * ramp(20, 26, L));
  return withoutRed * ramp(12, 18, L) * ramp(8, 5, a);
}

const lightColour = ({ yellow }: Iris): string =>
  yellow < -2 ? IRISES.blue : yellow < 5 ? IRISES.grey : IRISES.green;

const isHazel = (iris: Iris): boolean =>
  iris.L > 25 && iris.b > 12 && iris.contrast > 15 && hueOf([iris.L, iris.a, iris.b]) > 60;

function agreement([one, other]: readonly EyeColours[]): number {
  if (other === undefined) return 0.5;
  const hue = ramp(4, 12, Math.abs(one.iris[2] - other.iris[2]));
  return Math.max(0, 1 - hue - 0.5 * ramp(6, 14, Math.abs(one.iris[0] - other.iris[0])));
}
