import type { BackgroundLight, LightColour, RasterImage } from '@avatar/stage';
import { clamp, fastLinear, mix, rasteriseSvg, seededRandom, smoothstep } from '@avatar/image';
import type { Backdrop } from '../backdrop.js';
import { lightOf, tintOf } from '../light-colour.js';
import { drawCastle, type CastleWindow } from './castle.js';
import { LightRamp } from './light-ramp.js';
import { fractalNoise, valueNoise, type Noise } from './noise.js';
import { photographed } from './photograph.js';
import { SceneLight } from './scene-light.js';

const SIDE = 288;
const CAMERA = { blurRadius: 0.0075, softness: 0.0025, glare: 0.15, exposure: 0.85 };

/** Lengths are fractions of the side; x counts from the side of the castle. */
const SUN = { x: 0.84, y: 0.545, radius: 0.03, light: 9 };
const SUN_COLOUR: LightColour = [1, 0.45, 0.16];
const CASTLE = { x: 0.155, base: 0.7, size: 0.4 };
const WINDOW_LIGHT: LightColour = [2.8, 1.3, 0.34];

/** From the top of the picture to the horizon, around the sun and away from it. */
const SKY_AT_SUN = new LightRamp([
  [0, '#41356f', 0.6],
  [0.22, '#8b4a83', 0.75],
  [0.42, '#dd6a6a', 0.95],
  [0.56, '#ffa45c', 1.15],
]);
const SKY_AWAY = new LightRamp([
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

/** Ridges from far to near: foot, height, how rough, and their light before the air takes it. */
const RIDGES = [
  { base: 0.6, height: 0.1, scale: 2.6, light: [0.2, 0.075, 0.13], air: 0.62 },
  { base: 0.66, height: 0.1, scale: 3.4, light: [0.085, 0.036, 0.075], air: 0.42 },
  { base: 0.73, height: 0.09, scale: 4.2, light: [0.03, 0.016, 0.04], air: 0.2 },
] as const;
/** The castle's own hill, and the forest in front of all. */
const HILL = { x: 0.15, width: 0.3, top: 0.685, light: [0.022, 0.012, 0.03] } as const;
const FOREST = { base: 0.86, height: 0.06, light: [0.008, 0.006, 0.014] } as const;

const fromSun = (x: number, y: number): number => Math.hypot(x - SUN.x, y - SUN.y);

function sky(x: number, y: number, noise: Noise, out: Float64Array): void {
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

/** How high a crest stands at a place across the picture, 0 to 1. */
function crest(noise: Noise, x: number, row: number, octaves: number): number {
  return 1 - Math.abs(2 * fractalNoise(noise, x, row, octaves) - 1);
}

/** The height of a line across the picture at the middle of each column. */
function skyline(heightAt: (x: number) => number): Float64Array {
  const heights = new Float64Array(SIDE);
  for (let column = 0; column < SIDE; column++) heights[column] = heightAt((column + 0.5) / SIDE);
  return heights;
}

/** Covers what is there with the ridges, and with the light of the air before each. */
function ridgePainter(noise: Noise): (x: number, y: number, out: Float64Array) => void {
  const ridges = RIDGES.map((ridge, index) => ({
    ...ridge,
    tops: skyline(
      (x) => ridge.base - ridge.height * (crest(noise, x * ridge.scale, index * 9 + 2, 5) - 0.45) * 1.6,
    ),
  }));
  return (x, y, out) => {
    const column = Math.floor(x * SIDE);
    const glow = Math.exp(-fromSun(x, y) / 0.2);
    for (const { tops, light, air } of ridges) {
      const top = tops[column];
      const cover = smoothstep(top - 0.003, top + 0.003, y);
      if (cover === 0) continue;
      const mist = clamp(air * (0.45 + 0.9 * smoothstep(top, top + 0.1, y)));
      for (let channel = 0; channel < 3; channel++) {
        const airlight = mix(SKY_AWAY.light(0.56, channel) * 0.6, SUN_COLOUR[channel] * 1.1, glow * 0.8);
        out[channel] = mix(out[channel], mix(light[channel], airlight, mist), cover);
      }
    }
  };
}

/** Dark ground, lit a little from the sun. */
function addGround(x: number, y: number, top: number, light: readonly number[], out: Float64Array): void {
  const cover = smoothstep(top - 0.003, top + 0.003, y);
  if (cover === 0) return;
  const glow = 0.1 * Math.exp(-fromSun(x, y) / 0.25);
  const depth = smoothstep(top + 0.16, top, y);
  for (let channel = 0; channel < 3; channel++)
    out[channel] = mix(
      out[channel],
      light[channel] * (0.5 + 0.5 * depth) + glow * SUN_COLOUR[channel],
      cover,
    );
}

const hillTop = (x: number, noise: Noise): number =>
  mix(0.84, HILL.top, Math.exp(-(((x - HILL.x) / HILL.width) ** 2))) + 0.02 * (noise(x * 14, 60) - 0.5);

/** Firs: narrow spikes on a rolling line. */
const forestTop = (x: number, noise: Noise): number => {
  const fir = Math.abs(((x * 46 + 3 * noise(x * 20, 80)) % 1) - 0.5) * 2;
  const tall = noise(Math.floor(x * 46 + 3 * noise(x * 20, 80)) * 1.7, 85);
  return FOREST.base - FOREST.height * (noise(x * 4, 75) + (1 - fir) * (0.25 + 0.5 * tall));
};

function addCastle(scene: SceneLight, picture: RasterImage, noise: Noise): void {
  const { data } = picture;
  let i = 0;
  scene.paint((x, y, out) => {
    const opacity = data[i * 4 + 3] / 255;
    if (opacity > 0) {
      // Mist rises around the foot.
      const mist = 0.55 * smoothstep(CASTLE.base - 0.24, CASTLE.base, y) * (0.6 + 0.6 * noise(x * 6, y * 9));
      for (let channel = 0; channel < 3; channel++) {
        const stone = fastLinear(data[i * 4 + channel] / 255);
        const lit = mix(stone, SKY_AWAY.light(0.5, channel) * 0.55, clamp(mist));
        out[channel] = mix(out[channel], lit, opacity);
      }
    }
    i++;
  });
}

/** Windows are too small for the grid: each of its points holds the share that it covers. */
function addWindows(scene: SceneLight, windows: readonly CastleWindow[]): void {
  for (const { x, y, width, height } of windows) {
    const area = width * height * SIDE * SIDE;
    for (const part of [0.25, 0.75]) scene.addPoint(x + width / 2, y + height * part, WINDOW_LIGHT, area / 2);
  }
}

const lightFrom = (side: number): BackgroundLight => ({
  ambient: { tint: tintOf(lightOf([1, 0.74, 0.78])), strength: 0.28 },
  exposure: 0.88,
  eitherSide: true,
  rims: [
    { colour: lightOf([1, 0.66, 0.36]), side: 0.88 * side, strength: 0.9, reach: 0.012 },
    { colour: lightOf([0.55, 0.42, 0.9]), side: -0.9 * side, strength: 0.35, reach: 0.011 },
  ],
});

/** The same picture seen in a mirror, in place. */
function mirror(scene: SceneLight): void {
  for (const { data, width } of scene.planes)
    for (let row = 0; row < data.length; row += width) data.subarray(row, row + width).reverse();
}

/**
 * A castle on a hill at dusk, a little out of focus: lit windows, mist, ridges in the last sun. The seed sets towers, clouds and
 * ridges, and the side of the sun.
 */
export async function castleDusk(sizePx: number, seed: number): Promise<Backdrop> {
  const random = seededRandom(seed);
  const noise = valueNoise(seed);
  const side = random() < 0.5 ? -1 : 1;
  const castle = drawCastle(SIDE, CASTLE, random);
  const picture = await rasteriseSvg(castle.svg);
  const scene = new SceneLight(SIDE);
  const paintRidges = ridgePainter(noise);
  scene.paint((x, y, out) => {
    if (y < 0.68) sky(x, y, noise, out);
    if (y > 0.4) paintRidges(x, y, out);
  });
  addCastle(scene, picture, noise);
  addWindows(scene, castle.windows);
  const hill = skyline((x) => hillTop(x, noise));
  const forest = skyline((x) => forestTop(x, noise));
  scene.paint((x, y, out) => {
    if (y < 0.6) return;
    const column = Math.floor(x * SIDE);
    addGround(x, y, hill[column], HILL.light, out);
    addGround(x, y, forest[column], FOREST.light, out);
  });
  if (side < 0) mirror(scene);
  return { image: photographed(scene.planes, sizePx, CAMERA), light: lightFrom(side) };
}
