import type { BackgroundLight, LightColour } from '@avatar/stage';
import { clamp, lightOf, mix, seededRandom, smoothstep, tintOf } from '@avatar/image';
import type { Backdrop } from '../backdrop.js';
import { LightRamp } from './light-ramp.js';
import { fractalNoise, valueNoise, type Noise } from './noise.js';
import { photographed } from './photograph.js';
import { SceneLight } from './scene-light.js';
import { mountainCountry, viewTerrain, type TerrainPoint } from './terrain.js';

const SIDE = 256;
const CAMERA = { blurRadius: 0.0095, softness: 0.003, glare: 0.1, exposure: 0.85 };
const VIEW = { horizon: 0.66, height: 0.55, near: 0.9, far: 16 };
/** Morning sun from the right, low, a little behind the mountains. */
const SUN = { u: 0.93, v: 0.1, climb: 0.3 };
const SUNLIGHT: LightColour = [4.2, 2.5, 1.35];
const SKYLIGHT: LightColour = [0.24, 0.36, 0.62];

/** From the top of the picture to the horizon, towards the sun and away from it. */
const SKY_TO_SUN = new LightRamp([
  [0, '#5f86bf', 1],
  [0.45, '#a9bcd6', 1.1],
  [0.75, '#f3d9bf', 1.25],
]);
const SKY_AWAY = new LightRamp([
  [0, '#33649f', 0.95],
  [0.45, '#7ea3cf', 1],
  [0.75, '#cdd3dc', 1.05],
]);
const ROCK: LightColour = [0.13, 0.115, 0.11];
const SNOW: LightColour = [0.82, 0.84, 0.88];
const FOREST: LightColour = [0.018, 0.032, 0.022];
const MEADOW: LightColour = [0.07, 0.085, 0.03];
/** Heights, in the unit of the terrain. */
const SNOW_LINE = { from: 0.8, to: 1.15 };
const TREE_LINE = { from: 0.5, to: 0.8 };
/** Distance in which the air swallows most of a mountain's light, and the height that morning mist fills. */
const AIR = { distance: 26, mist: 0.36 };

const sunwards = (x: number): number => smoothstep(0.1, 1.05, x);

function sky(x: number, y: number, noise: Noise, out: Float64Array): void {
  const towards = sunwards(x);
  for (let channel = 0; channel < 3; channel++)
    out[channel] = mix(SKY_AWAY.light(y, channel), SKY_TO_SUN.light(y, channel), towards);
  const depth = 1 / (0.92 - y);
  const cloud = fractalNoise(noise, (x - 0.5) * depth * 1.5 + 9, depth * 2.6, 5);
  const cover = smoothstep(0.5, 0.78, cloud) * 0.8;
  const warm: LightColour = [1.12, 0.98 - 0.08 * towards, 0.94 - 0.18 * towards];
  for (let channel = 0; channel < 3; channel++) out[channel] = mix(out[channel], warm[channel], cover);
}

/** What grows or lies there: forest, meadow, rock or snow. */
function groundAt({ u, v, height, slopeU, slopeV }: TerrainPoint, noise: Noise, out: Float64Array): void {
  const steep = Math.sqrt(slopeU * slopeU + slopeV * slopeV);
  const patches = noise(u * 9, v * 9);
  const trees = smoothstep(TREE_LINE.to, TREE_LINE.from, height + 0.25 * (patches - 0.5));
  const open = smoothstep(0.45, 0.7, noise(u * 2.2 + 7, v * 2.2)) * smoothstep(1, 0.5, steep);
  const snow =
    smoothstep(SNOW_LINE.from, SNOW_LINE.to, height + 0.35 * (patches - 0.5)) * smoothstep(2.9, 1.5, steep);
  for (let channel = 0; channel < 3; channel++) {
    const low = mix(FOREST[channel] * (0.6 + 0.9 * patches), MEADOW[channel], open);
    out[channel] = mix(mix(ROCK[channel], low, trees), SNOW[channel], snow);
  }
}

/** Sun, sky and the air between. */
function lightUp(x: number, place: TerrainPoint, out: Float64Array): void {
  const { v, height, slopeU, slopeV, lit } = place;
  const length = Math.sqrt(1 + slopeU * slopeU + slopeV * slopeV);
  const sunLength = Math.hypot(SUN.u, SUN.v, SUN.climb);
  const facing = Math.max(0, (SUN.climb - slopeU * SUN.u - slopeV * SUN.v) / (length * sunLength));
  const open = 0.45 + 0.55 / length;
  const air = 1 - Math.exp(-v / AIR.distance);
  const mist = 0.75 * Math.exp(-Math.max(0, height) / AIR.mist) * smoothstep(2.2, 6, v);
  const haze = clamp(air + (1 - air) * mist);
  const towards = sunwards(x);
  const hazeLight: LightColour = [0.5 + 0.5 * towards, 0.62 + 0.2 * towards, 0.86 - 0.12 * towards];
  for (let channel = 0; channel < 3; channel++) {
    const light = SUNLIGHT[channel] * facing * lit + SKYLIGHT[channel] * open;
    out[channel] = mix(out[channel] * light, hazeLight[channel] * 0.8, haze);
  }
}

const lightFrom = (side: number): BackgroundLight => ({
  ambient: { tint: tintOf(lightOf([0.93, 0.97, 1])), strength: 0.3 },
  eitherSide: true,
  rims: [{ colour: lightOf([1, 0.9, 0.74]), side: 0.85 * side, strength: 0.6, reach: 0.012 }],
});

/**
 * High mountains in the morning, out of focus: snow in low sun, shadows across the slopes, mist in the valleys. The
 * seed sets the mountains and clouds, and the side of the sun.
 */
export function mountains(sizePx: number, seed: number): Backdrop {
  const random = seededRandom(seed);
  const noise = valueNoise(seed);
  const side = random() < 0.5 ? -1 : 1;
  const heights = mountainCountry(noise, [
    { x: 0.13 + 0.12 * random(), width: 0.2, height: 0.62 + 0.1 * random() },
    { x: 0.8 + 0.12 * random(), width: 0.17, height: 0.36 + 0.14 * random() },
  ]);
  const scene = new SceneLight(SIDE);
  const columnOf = (column: number): number => (side < 0 ? SIDE - 1 - column : column);
  scene.paint((column, y, out) => {
    if (y < VIEW.horizon + 0.05) sky(side < 0 ? 1 - column : column, y, noise, out);
  });
  const colour = new Float64Array(3);
  viewTerrain(heights, SIDE, VIEW, SUN, (column, top, end, place) => {
    groundAt(place, noise, colour);
    lightUp((column + 0.5) / SIDE, place, colour);
    for (let channel = 0; channel < 3; channel++) {
      const { data } = scene.planes[channel];
      for (let row = top; row < end; row++) data[row * SIDE + columnOf(column)] = colour[channel];
    }
  });
  return { image: photographed(scene.planes, sizePx, CAMERA), light: lightFrom(side) };
}
