import type { BackgroundLight, LightColour } from '@avatar/stage';
import { lightOf, mix, seededRandom, smoothstep, tintOf } from '@avatar/image';
import type { Backdrop } from '../backdrop.js';
import { addDiscs, type BokehDisc } from '../photo/bokeh-discs.js';
import { LightRamp } from './light-ramp.js';
import { fractalNoise, valueNoise, type Noise } from './noise.js';
import { photographed } from './photograph.js';
import { SceneLight } from './scene-light.js';

const SIDE = 256;
const CAMERA = { blurRadius: 0.0115, softness: 0.0035, glare: 0.14, exposure: 0.8 };

/** Lengths are fractions of the side; x counts from the side without the sun. */
const HORIZON = 0.6;
const SUN = { x: 0.83, y: 0.5, radius: 0.026, light: 11 };
const SUN_COLOUR: LightColour = [1, 0.52, 0.17];
const GLINTS = 120;
/** Where the waves end, and how far the wet sand reaches. */
const SHORE = 0.9;

/** From the horizon to the top of the picture: below the sun's side of the sky, and away from it. */
const SKY_AT_SUN = new LightRamp([
  [0, '#ffb48c', 1.15],
  [0.12, '#ff9a66', 1.05],
  [0.32, '#ec7d62', 0.95],
  [0.6, '#98658f', 0.85],
  [1, '#3d4c8c', 0.75],
]);
const SKY_AWAY = new LightRamp([
  [0, '#d9907a', 0.85],
  [0.12, '#c98088', 0.8],
  [0.32, '#8f6d99', 0.8],
  [0.6, '#515c96', 0.8],
  [1, '#233a75', 0.75],
]);
/** Clouds from their shaded to their sunlit parts. */
const CLOUD = new LightRamp([
  [0, '#5d5480', 0.7],
  [0.5, '#b8718a', 1],
  [1, '#ffa469', 1.9],
]);
const SAND = new LightRamp([
  [SHORE, '#b98a78', 0.8],
  [1, '#8f6a58', 0.7],
]);

/** Sky without clouds, `height` 0 at the horizon and 1 at the top. */
function sky(x: number, height: number, out: Float64Array): void {
  const dx = x - SUN.x;
  const dy = height * HORIZON - (HORIZON - SUN.y);
  const towards = Math.exp(-(dx * dx) / 0.2);
  const distance = Math.sqrt(dx * dx + dy * dy);
  const glow = 1.3 * Math.exp(-distance / 0.055) + 0.5 * Math.exp(-distance / 0.2);
  for (let channel = 0; channel < 3; channel++)
    out[channel] =
      mix(SKY_AWAY.light(height, channel), SKY_AT_SUN.light(height, channel), towards) +
      glow * SUN_COLOUR[channel];
}

/** Clouds on a plane overhead: they draw together towards the horizon. */
function addClouds(x: number, height: number, noise: Noise, out: Float64Array): void {
  const depth = 1 / (height + 0.16);
  const u = (x - 0.5) * depth * 0.75;
  const v = depth * 1.9;
  const here = fractalNoise(noise, u, v, 5);
  const cover = smoothstep(0.5, 0.72, here) * smoothstep(0.02, 0.16, height);
  if (cover === 0) return;
  // Thinner towards the sun: that side is lit.
  const sunwards = fractalNoise(noise, u + (SUN.x - x) * 0.5, v + 0.3, 4);
  const near = Math.exp(-((x - SUN.x) ** 2) / 0.16);
  const lit = 0.25 + 2.6 * (here - sunwards) + 0.35 * near;
  for (let channel = 0; channel < 3; channel++)
    out[channel] = mix(out[channel], CLOUD.light(lit, channel) * (0.75 + 0.6 * near), cover * 0.85);
}

/** The sea mirrors the sky, the less the nearer it is; waves tilt the mirror. */
function sea(x: number, y: number, noise: Noise, out: Float64Array): void {
  const t = (y - HORIZON) / (1 - HORIZON);
  const depth = 1 / (t + 0.035);
  const wave = fractalNoise(noise, (x - 0.5) * depth * 2.2, depth * 9, 3) - 0.5;
  const mirrored = Math.min(1, Math.max(0, t * 0.9 + wave * (0.15 + 0.5 * t)));
  sky(x, mirrored, out);
  const reflected = mix(0.5, 0.34, smoothstep(0, 0.6, t));
  out[0] = out[0] * reflected + 0.004;
  out[1] = out[1] * reflected + 0.014 * t;
  out[2] = out[2] * reflected + 0.03 * t;
  // The sun's path, broken by the waves.
  const path = Math.exp(-((x - SUN.x) ** 2) / (0.0012 + 0.03 * t * t));
  const glitter = path * (0.55 + 2.4 * Math.max(0, wave)) * (1 - 0.6 * t);
  for (let channel = 0; channel < 3; channel++) out[channel] += 0.8 * glitter * SUN_COLOUR[channel];
}

/** Foam where the waves end, wet sand that mirrors the sky below. */
function beach(x: number, y: number, noise: Noise, out: Float64Array): void {
  const edge = SHORE + 0.02 * (noise(x * 3, 90) - 0.5) + 0.012 * (noise(x * 9, 70) - 0.5);
  const wet = smoothstep(edge, edge + 0.01, y);
  const mirror = 0.5 * (1 - smoothstep(edge, 1, y));
  const broken = smoothstep(0.35, 0.75, noise(x * 5, 50));
  const foam =
    (0.55 + 0.45 * broken) * Math.exp(-(((y - edge) / 0.008) ** 2)) +
    0.5 * (1 - broken) * Math.exp(-(((y - edge + 0.03 + 0.02 * noise(x * 4, 30)) / 0.007) ** 2));
  for (let channel = 0; channel < 3; channel++) {
    const sand = SAND.light(y, channel) * 0.6 + mirror * out[channel];
    out[channel] = mix(out[channel], sand, wet) + foam * [0.6, 0.46, 0.42][channel] * 0.7;
  }
}

/** Glints on the water, which the lens turns into discs. */
function glints(side: number, random: () => number): BokehDisc[] {
  return Array.from({ length: GLINTS }, () => {
    const t = 0.05 + 0.65 * random();
    const spread = (random() + random() + random() + random() - 2) * (0.03 + 0.3 * t);
    const x = SUN.x + spread;
    const light = (0.05 + 0.42 * random() ** 3) * (0.55 + 0.45 * t);
    return {
      x: side < 0 ? 1 - x : x,
      y: HORIZON + t * (1 - HORIZON),
      radius: CAMERA.blurRadius * 1.05,
      light: [light, light * 0.6, light * 0.34],
    };
  });
}

const lightFrom = (side: number): BackgroundLight => ({
  ambient: { tint: tintOf(lightOf([1, 0.8, 0.66])), strength: 0.32 },
  exposure: 0.93,
  eitherSide: true,
  rims: [{ colour: lightOf([1, 0.78, 0.48]), side: 0.88 * side, strength: 0.9, reach: 0.013 }],
});

/**
 * A beach at sunset, out of focus: sun beside the head, lit clouds, glints on the water. The seed sets clouds and
 * waves, and the side of the sun.
 */
export function beachSunset(sizePx: number, seed: number): Backdrop {
  const random = seededRandom(seed);
  const noise = valueNoise(seed);
  const side = random() < 0.5 ? -1 : 1;
  const scene = new SceneLight(SIDE);
  scene.paint((column, y, out) => {
    const x = side < 0 ? 1 - column : column;
    if (y < HORIZON) {
      sky(x, (HORIZON - y) / HORIZON, out);
      addClouds(x, (HORIZON - y) / HORIZON, noise, out);
      const distance = Math.hypot(x - SUN.x, y - SUN.y);
      const disc = smoothstep(SUN.radius + 0.004, SUN.radius - 0.004, distance) * SUN.light;
      for (let channel = 0; channel < 3; channel++) out[channel] += disc * SUN_COLOUR[channel];
    } else {
      sea(x, y, noise, out);
      beach(x, y, noise, out);
    }
  });
  const image = photographed(scene.planes, sizePx, CAMERA);
  addDiscs(image, glints(side, random));
  return { image, light: lightFrom(side) };
}
