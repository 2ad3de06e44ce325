import type { BackgroundLight, LightColour, Plane } from '@avatar/stage';
import {
  createPlanar,
  createPlane,
  enlarge,
  fastSrgb,
  gaussianBlur,
  mix,
  type Planes3,
  seededRandom,
  smoothstep,
  tintOf,
} from '@avatar/image';
import type { Backdrop } from '../backdrop.js';
import { throughLens } from '../photo/lens-blur.js';
import { fractalNoise, valueNoise } from './noise.js';
import { trunkCover, type TrunkRow } from './trunks.js';

/** Everything is far out of focus: the wood is drawn on a grid of this side. */
const GRID = 200;
/** Where the sun breaks in, in fractions of the side, and how far its haze reaches. */
const SUN = { x: 0.7, y: 0.24, haze: 0.3, faint: 0.62, faintness: 0.1 };
/** Linear light: of the haze around the sun, of the depth of the wood, of the mist over the ground. */
const HAZE: LightColour = [0.6, 0.6, 0.17];
const DEPTH: LightColour = [0.008, 0.034, 0.016];
const MIST: LightColour = [0.05, 0.12, 0.06];
const LENS = { blurRadius: 0.02, softness: 0.004, highlights: 0 };
/** Gaps in the canopy that the sky shines through; the lens makes discs of them. */
const GAPS = { count: 170, light: { least: 0.5, most: 4.2 }, lowest: 0.82, gain: 9 };
/** Clumps of leaves across the picture, and how much of the light they take. */
const LEAVES = { across: 5, octaves: 4, from: 0.36, to: 0.66 };
/** Trunks from far to near. */
const FAR_TRUNKS: TrunkRow = { count: 9, width: [0.008, 0.02], shade: 0.55, blur: 0 };
const NEAR_TRUNKS: readonly TrunkRow[] = [
  { count: 6, width: [0.02, 0.04], shade: 0.25, blur: 0.006 },
  { count: 4, width: [0.06, 0.13], shade: 0.05, blur: 0.014 },
];
/** Beams of light: how many to a turn, what they add, and how far they reach from a point above the sun. */
const BEAMS = { count: 34, light: 0.3, reach: 0.62, above: 0.3 };

/** Sun behind the right shoulder, green shade on the other side. */
const LIGHT: BackgroundLight = {
  ambient: { tint: tintOf([0.75, 1, 0.6]), strength: 0.12 },
  eitherSide: true,
  rims: [
    { colour: [1, 0.86, 0.42], side: 0.75, strength: 0.5, reach: 0.014 },
    { colour: [0.36, 0.7, 0.34], side: -0.9, strength: 0.3, reach: 0.012 },
  ],
};

/** Calls back for each point of the grid with its place in fractions of the side. */
function forEachPoint(draw: (x: number, y: number, i: number) => void): void {
  for (let row = 0, i = 0; row < GRID; row++)
    for (let column = 0; column < GRID; column++, i++) draw((column + 0.5) / GRID, (row + 0.5) / GRID, i);
}

/** Noise of the size of leaves, in [0, 1]. */
function foliage(seed: number): Float32Array {
  const noise = valueNoise(seed);
  const leaves = new Float32Array(GRID * GRID);
  forEachPoint((x, y, i) => {
    leaves[i] = fractalNoise(noise, x * LEAVES.across, y * LEAVES.across, LEAVES.octaves);
  });
  return leaves;
}

/** Leaves and haze, brighter towards the sun. */
function canopy(leaves: Float32Array): Planes3 {
  const light: Planes3 = [createPlane(GRID, GRID), createPlane(GRID, GRID), createPlane(GRID, GRID)];
  forEachPoint((x, y, i) => {
    const square = (x - SUN.x) ** 2 + 0.72 * (y - SUN.y) ** 2;
    const haze = Math.exp(-square / SUN.haze ** 2) + SUN.faintness * Math.exp(-square / SUN.faint ** 2);
    const open = 0.35 + 1.1 * smoothstep(LEAVES.from, LEAVES.to, leaves[i]);
    for (let channel = 0; channel < 3; channel++)
      light[channel].data[i] = open * (2 * DEPTH[channel] + HAZE[channel] * haze);
  });
  return light;
}

/** Gaps are brighter near the sun, and mostly faint. */
function addGaps(light: Planes3, random: () => number): void {
  for (let n = 0; n < GAPS.count; n++) {
    const [x, y] = [random(), random() ** 1.4 * GAPS.lowest];
    const near = Math.exp(-((x - SUN.x) ** 2 + (y - SUN.y) ** 2) / 0.16);
    const strength = GAPS.gain * mix(GAPS.light.least, GAPS.light.most, random() ** 3) * (0.25 + 0.75 * near);
    const warmth = random();
    const i = Math.floor(y * GRID) * GRID + Math.floor(x * GRID);
    light[0].data[i] += strength * mix(0.45, 1, warmth);
    light[1].data[i] += strength;
    light[2].data[i] += strength * mix(0.33, 0.22, warmth);
  }
}

/** Sets a row of trunks before what is there. */
function standTrunks(light: Planes3, row: TrunkRow, random: () => number): void {
  const cover = trunkCover(row, GRID, random).data;
  for (let channel = 0; channel < 3; channel++) {
    const { data } = light[channel];
    for (let i = 0; i < data.length; i++)
      data[i] = mix(data[i], row.shade * data[i] + 0.35 * DEPTH[channel], cover[i]);
  }
}

/** Beams through the canopy, mist over the ground, and dark leaves near the lens around the upper edge. */
function addAir(light: Planes3, leaves: Float32Array, random: () => number): void {
  const beams = Float32Array.from({ length: BEAMS.count }, () => random() ** 2);
  forEachPoint((x, y, i) => {
    const dx = x - SUN.x;
    const dy = y - SUN.y + BEAMS.above;
    const turn = (Math.atan2(dy, dx) / (2 * Math.PI) + 0.5) * BEAMS.count;
    const low = Math.floor(turn);
    const share = smoothstep(0, 1, turn - low);
    const beam = mix(beams[low % BEAMS.count], beams[(low + 1) % BEAMS.count], share);
    const lit = BEAMS.light * beam * Math.exp(-(dx * dx + dy * dy) / BEAMS.reach ** 2);
    const mist = 0.38 * smoothstep(0.5, 1, y) * (0.6 + 0.4 * leaves[i]);
    const edge = Math.max(1.5 * Math.abs(x - 0.5), 0.85 - y) + 0.9 * (leaves[i] - 0.5);
    const near = 0.85 * smoothstep(0.75, 1.05, edge);
    for (let channel = 0; channel < 3; channel++) {
      const hazy = mix(light[channel].data[i], MIST[channel], mist) + HAZE[channel] * lit;
      light[channel].data[i] = mix(hazy, 0.7 * DEPTH[channel], near);
    }
  });
}

/** An old wood with the sun breaking in, far out of focus; leaves, gaps and trunks are the seed's. */
export function enchantedForest(sizePx: number, seed: number): Backdrop {
  const random = seededRandom(seed);
  const sharp = canopy(foliage(seed));
  addGaps(sharp, random);
  standTrunks(sharp, FAR_TRUNKS, random);
  const light = throughLens(sharp, LENS);
  for (const row of NEAR_TRUNKS) standTrunks(light, row, random);
  addAir(light, foliage(seed + 1), random);
  const image = createPlanar(sizePx, sizePx);
  const atSize = (plane: Plane) => enlarge(gaussianBlur(plane, 0.8), sizePx, sizePx).data;
  for (let channel = 0; channel < 3; channel++) {
    const data = atSize(light[channel]);
    for (let i = 0; i < data.length; i++) image.planes[channel][i] = fastSrgb(data[i]);
  }
  return { image, light: LIGHT };
}
