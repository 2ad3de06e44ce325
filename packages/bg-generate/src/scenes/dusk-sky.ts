import type { LightColour } from '@avatar/stage';
import { mix, smoothstep } from '@avatar/image';
import { LightRamp } from './light-ramp.js';
import { fractalNoise, type Noise } from './noise.js';

/** Fractions of the side. */
const SUN = { x: 0.84, y: 0.545, radius: 0.03, light: 9 };
export const SUN_COLOUR: LightColour = [1, 0.45, 0.16];

/** From the top of the picture to the horizon, around the sun and away from it. */
const SKY_AT_SUN = new LightRamp([
  [0, '#41356f', 0.6],
  [0.22, '#8b4a83', 0.75],
  [0.42, '#dd6a6a', 0.95],
  [0.56, '#ffa45c', 1.15],
]);
export const SKY_AWAY = new LightRamp([
  [0, '#1b1c48', 0.55],
  [0.22, '#3c2a68', 0.65],
  [0.42, '#7b4280', 0.8],
  [0.6, '#c0686f', 0.95],
]);
const CLOUD = new LightRamp([
  [0, '#3f2c5c', 0.7],
  [0.5, '#a2507a', 0.9],
  [1, '#ff9166', 1.7],
]);

export const fromSun = (x: number, y: number): number => Math.hypot(x - SUN.x, y - SUN.y);

/** Clouds in the last light, and the sun, at a place above the horizon. */
export function duskSky(x: number, y: number, noise: Noise, out: Float64Array): void {
  const towards = Math.exp(-((x - SUN.x) ** 2) / 0.17);
  const distance = fromSun(x, y);
  const glow = 0.8 * Math.exp(-distance / 0.07) + 0.32 * Math.exp(-distance / 0.24);
  const depth = 1 / (0.78 - y);
  const u = (x - 0.5) * depth * 0.9;
  const cloud = fractalNoise(noise, u, depth * 1.7 + 20, 5);
  const cover = smoothstep(0.48, 0.72, cloud) * smoothstep(0.6, 0.42, y) * 0.8;
  const shaded = cover > 0 ? fractalNoise(noise, u + (SUN.x - x) * 0.45, depth * 1.7 + 20.25, 4) : 0;
  const lit = 0.2 + 2.4 * (cloud - shaded) + 0.45 * towards;
  const disc = smoothstep(SUN.radius + 0.003, SUN.radius - 0.003, distance) * SUN.light;
  for (let channel = 0; channel < 3; channel++) {
    const clear = mix(SKY_AWAY.light(y, channel), SKY_AT_SUN.light(y, channel), towards);
    out[channel] = mix(clear, CLOUD.light(lit, channel), cover) + (glow + disc) * SUN_COLOUR[channel];
  }
}
