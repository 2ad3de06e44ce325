import { mix } from '@avatar/image';
import type { Rgb } from '../colour/backdrop-colours.js';
import { chromaOf, oklabOf, rgbOfOklab, type Oklab } from '../colour/oklab.js';

const STEPS = 512;
/** How readily lost colourfulness is restored: 0 fully, larger ones leave colours that cancel out greyer. */
const RELUCTANCE = 0.25;

/**
 * Between two colours on a straight line in Oklab, which leads through grey where hues differ much: there the
 * colourfulness that the ends have is given back, so that the middle is not muddy.
 */
function between(from: Oklab, to: Oklab, at: number): Oklab {
  const straight: Oklab = [mix(from[0], to[0], at), mix(from[1], to[1], at), mix(from[2], to[2], at)];
  const wanted = mix(chromaOf(from), chromaOf(to), at);
  if (wanted < 1e-4) return straight;
  const lost = chromaOf(straight) / wanted;
  const restored = Math.sqrt((1 + RELUCTANCE) / (lost * lost + RELUCTANCE));
  return [straight[0], straight[1] * restored, straight[2] * restored];
}

/** Colours from one to another as three tables, read by `rampAt`. */
export type ColourRamp = readonly [red: Float32Array, green: Float32Array, blue: Float32Array];

/** sRGB-encoded colours `from` to `to`; both ends are exact. */
export function colourRamp(from: Rgb, to: Rgb): ColourRamp {
  const ramp: ColourRamp = [
    new Float32Array(STEPS + 2),
    new Float32Array(STEPS + 2),
    new Float32Array(STEPS + 2),
  ];
  const start = oklabOf(from);
  const end = oklabOf(to);
  for (let i = 0; i < STEPS + 2; i++) {
    const colour = i === 0 ? from : i >= STEPS ? to : rgbOfOklab(between(start, end, i / STEPS));
    for (let channel = 0; channel < 3; channel++) ramp[channel][i] = colour[channel];
  }
  return ramp;
}

/** One channel of the ramp at `position` in [0, 1]. */
export function rampAt(channel: Float32Array, position: number): number {
  const at = position * STEPS;
  const index = at | 0;
  return channel[index] + (channel[index + 1] - channel[index]) * (at - index);
}
