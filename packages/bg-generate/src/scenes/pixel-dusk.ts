import type { BackgroundLight, PlanarImage } from '@avatar/stage';
import { createPlanar, lightOf, parseHexColour, seededRandom, smoothstep, tintOf } from '@avatar/image';
import type { Rgb } from '../colour/backdrop-colours.js';
import type { Backdrop } from '../backdrop.js';
import { valueNoise } from './noise.js';

/** Blocks a side. */
const BLOCKS = 80;
/** From the top to the horizon. */
const SKY = ['#14102b', '#241a4a', '#43257a', '#7c3a8f', '#c5577f', '#f28a63', '#fcc77a'].map(
  (hex) => parseHexColour(hex) as Rgb,
);
/** The hills, and the stars from faint to bright; the moon is of the brightest. */
const HILLS = ['#4a2466', '#2a174a'].map((hex) => parseHexColour(hex) as Rgb);
const STARS = ['#8f7fc4', '#d8cdf5', '#fff7e0'].map((hex) => parseHexColour(hex) as Rgb);

/** B. Bayer, "An optimum method for two-level rendition of continuous-tone pictures", 1973. */
const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
/** How far the colours of the sky reach into each other. */
const DITHER = 0.85;
/** Heights in blocks: where the sky ends, the bases of the hills, and their heights. */
const HORIZON = 68;
const RIDGES = [
  { base: 65, height: 12, detail: 0.11 },
  { base: 75, height: 9, detail: 0.16 },
] as const;
const STAR_COUNT = 46;
/** Stars keep to the dark part of the sky. */
const LOWEST_STAR = 46;
const MOON = { radius: 5.2, bite: 0.42, y: 15, fromEdge: 12 };
/** Clouds: bands of sky that are one colour brighter. */
const CLOUDS = { from: 30, to: 62, cover: 0.6 };

type Grid = Rgb[];
const at = (x: number, y: number): number => y * BLOCKS + x;
const threshold = (x: number, y: number): number => (BAYER[(y & 3) * 4 + (x & 3)] + 0.5) / 16 - 0.5;

function paintSky(grid: Grid, noise: ReturnType<typeof valueNoise>): void {
  for (let y = 0; y < BLOCKS; y++)
    for (let x = 0; x < BLOCKS; x++) {
      const band =
        smoothstep(CLOUDS.from, CLOUDS.from + 8, y) * (1 - smoothstep(CLOUDS.to - 8, CLOUDS.to, y));
      const cloud = noise(x * 0.045, y * 0.26) * 0.65 + noise(x * 0.11, y * 0.5 + 40) * 0.35;
      const lit = cloud * band > CLOUDS.cover ? 0.8 : 0;
      const height = (y / HORIZON) ** 1.15 * (SKY.length - 1) + lit;
      const level = Math.round(height + DITHER * threshold(x, y));
      grid[at(x, y)] = SKY[Math.min(SKY.length - 1, Math.max(0, level))];
    }
}

function paintStars(grid: Grid, random: () => number): void {
  for (let i = 0; i < STAR_COUNT; i++) {
    const x = 1 + Math.floor(random() * (BLOCKS - 2));
    const y = 1 + Math.floor(random() ** 1.4 * LOWEST_STAR);
    const brightness = Math.floor(random() * STARS.length);
    grid[at(x, y)] = STARS[brightness];
    if (i % 12 !== 0) continue;
    grid[at(x, y)] = STARS[2];
    for (const [dx, dy] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ])
      grid[at(x + dx, y + dy)] = STARS[0];
  }
}

/** A crescent, lit from where the sun went down. */
function paintMoon(grid: Grid, side: -1 | 1): void {
  const cx = side < 0 ? MOON.fromEdge : BLOCKS - MOON.fromEdge;
  const { radius, bite, y: cy } = MOON;
  for (let y = cy - 6; y <= cy + 6; y++)
    for (let x = cx - 6; x <= cx + 6; x++) {
      const whole = Math.hypot(x + 0.5 - cx, y + 0.5 - cy) < radius;
      const dark =
        Math.hypot(x + 0.5 - cx - side * radius * bite, y + 0.5 - cy + radius * bite) < radius * 0.92;
      if (whole && !dark) grid[at(x, y)] = STARS[2];
    }
}

function paintHills(grid: Grid, noise: ReturnType<typeof valueNoise>): void {
  RIDGES.forEach(({ base, height, detail }, index) => {
    for (let x = 0; x < BLOCKS; x++) {
      const rise = noise(x * 0.05, index * 20 + 7) * 0.7 + noise(x * detail * 2, index * 20 + 13) * 0.3;
      for (let y = Math.round(base - height * rise); y < BLOCKS; y++) grid[at(x, y)] = HILLS[index];
    }
  });
}

/** Ambient only: a rim light would draw across the blocks. */
const LIGHT: BackgroundLight = {
  ambient: { tint: tintOf(lightOf([0.86, 0.66, 0.86])), strength: 0.12 },
  rims: [],
};

/**
 * The sky after sunset as pixel art, in blocks of 1/80 of the side: seven colours with ordered dither, clouds, stars,
 * a crescent and hills. The seed sets stars, clouds and hills, and the side of the moon.
 */
export function pixelDusk(sizePx: number, seed: number): Backdrop {
  const random = seededRandom(seed);
  const noise = valueNoise(seed);
  const grid: Grid = [];
  const side = random() < 0.5 ? -1 : 1;
  paintSky(grid, noise);
  paintStars(grid, random);
  paintMoon(grid, side);
  paintHills(grid, noise);
  return { image: enlarged(grid, sizePx), light: LIGHT };
}

function enlarged(grid: Grid, sizePx: number): PlanarImage {
  const blockPx = Math.max(1, Math.round(sizePx / BLOCKS));
  const image = createPlanar(sizePx, sizePx);
  for (let y = 0, i = 0; y < sizePx; y++) {
    const row = Math.min(BLOCKS - 1, Math.floor(y / blockPx));
    for (let x = 0; x < sizePx; x++, i++) {
      const colour = grid[at(Math.min(BLOCKS - 1, Math.floor(x / blockPx)), row)];
      for (let channel = 0; channel < 3; channel++) image.planes[channel][i] = colour[channel];
    }
  }
  return image;
}
