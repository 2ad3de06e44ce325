import type { BackgroundLight, LightColour } from '@avatar/stage';
import { lightOf, seededRandom, smoothstep, tintOf } from '@avatar/image';
import type { Backdrop } from '../backdrop.js';
import { fractalNoise, valueNoise, type Noise } from './noise.js';
import { photographed } from './photograph.js';
import { addPlanet, besidePlanet, type Planet } from './planet.js';
import { SceneLight } from './scene-light.js';
import { addStars, starField } from './stars.js';

const SIDE = 256;
/** A telescope is in focus: the blur only hides the grid. */
const CAMERA = { blurRadius: 0.001, softness: 0.0036, glare: 0.22, exposure: 1 };

/** Light of glowing hydrogen and oxygen, of starlight on dust, and of the empty sky; linear. */
const HYDROGEN: LightColour = [1, 0.16, 0.34];
const OXYGEN: LightColour = [0.02, 0.36, 0.62];
const STARLIT: LightColour = [0.28, 0.26, 1];
const EMPTY: LightColour = [0.0035, 0.004, 0.012];
/** The young stars that light the nebula, beside the head; fractions of the side, from the planet's side. */
const CLUSTERS = [
  { x: 0.16, y: 0.36, reach: 0.3, light: 1 },
  { x: 0.86, y: 0.66, reach: 0.26, light: 0.6 },
] as const;

/** How much gas there is: a band across the picture, torn by turbulence. */
function nebula(x: number, y: number, noise: Noise, out: Float64Array): void {
  const warpX = fractalNoise(noise, x * 2.4 + 3, y * 2.4 + 11, 4) - 0.5;
  const warpY = fractalNoise(noise, x * 2.4 + 41, y * 2.4 + 7, 4) - 0.5;
  const u = x + 0.55 * warpX;
  const v = y + 0.55 * warpY;
  const band = Math.exp(-(((v - 0.42 - 0.35 * (u - 0.5)) / 0.5) ** 2));
  const gas = fractalNoise(noise, u * 3.1 + 20, v * 3.1 + 60, 5);
  const threads = 1 - Math.abs(2 * fractalNoise(noise, u * 4.6 + 90, v * 4.6, 5) - 1);
  const dust = fractalNoise(noise, u * 4 + 130, v * 4 + 50, 5);
  let starlight = 0;
  for (const { x: cx, y: cy, reach, light } of CLUSTERS) {
    const square = ((x - cx) ** 2 + (y - cy) ** 2) / (reach * reach);
    starlight += light * Math.exp(-square * 1.4);
  }
  const cloud = smoothstep(0.3, 0.76, gas) * band;
  const bright = cloud * (0.22 + 1.5 * starlight) * (0.35 + 1.3 * threads ** 4);
  const clear = Math.exp(-5.5 * smoothstep(0.46, 0.74, dust) * (0.3 + band));
  const hot = smoothstep(0.25, 0.95, starlight + 0.4 * (gas - 0.5));
  const faint = 0.11 * band * gas * (0.4 + gas);
  for (let channel = 0; channel < 3; channel++) {
    const glow =
      HYDROGEN[channel] * bright * (1 - 0.78 * hot) * 0.8 +
      OXYGEN[channel] * bright * hot * 0.9 +
      STARLIT[channel] * (faint + 0.22 * bright);
    out[channel] = EMPTY[channel] + glow * clear;
  }
}

const lightFrom = (side: number): BackgroundLight => ({
  ambient: { tint: tintOf(lightOf([0.78, 0.7, 1])), strength: 0.3 },
  exposure: 0.85,
  eitherSide: true,
  rims: [
    { colour: lightOf([1, 0.5, 0.74]), side: -0.9 * side, strength: 0.7, reach: 0.012 },
    { colour: lightOf([0.5, 0.78, 1]), side: 0.9 * side, strength: 0.65, reach: 0.011 },
  ],
});

/**
 * Deep space, in focus: a nebula lit by young stars, dark dust, stars and a gas giant in the corner. The seed sets
 * all of them, and the side of the planet.
 */
export function space(sizePx: number, seed: number): Backdrop {
  const random = seededRandom(seed);
  const noise = valueNoise(seed);
  const side = random() < 0.5 ? -1 : 1;
  const scene = new SceneLight(SIDE);
  scene.paint((x, y, out) => nebula(side < 0 ? 1 - x : x, y, noise, out));
  const image = photographed(scene.planes, sizePx, CAMERA);
  const x = 0.84 + 0.04 * random();
  const planet: Planet = {
    x: side < 0 ? 1 - x : x,
    y: 0.19 + 0.06 * random(),
    radius: 0.11 + 0.03 * random(),
    side,
  };
  addStars(image, starField(random), (atX, atY) => besidePlanet(planet, atX, atY));
  addPlanet(image, planet, noise);
  return { image, light: lightFrom(side) };
}
