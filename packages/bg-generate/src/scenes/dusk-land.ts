import { clamp, mix, smoothstep } from '@avatar/image';
import { fromSun, SKY_AWAY, SUN_COLOUR } from './dusk-sky.js';
import { fractalNoise, type Noise } from './noise.js';

/** Ridges from far to near: foot, height, how rough, and their light before the air takes it. */
const RIDGES = [
  { base: 0.6, height: 0.1, scale: 2.6, light: [0.2, 0.075, 0.13], air: 0.62 },
  { base: 0.66, height: 0.1, scale: 3.4, light: [0.085, 0.036, 0.075], air: 0.42 },
  { base: 0.73, height: 0.09, scale: 4.2, light: [0.03, 0.016, 0.04], air: 0.2 },
] as const;
/** The castle's own hill, and the forest in front of all. */
const HILL = { x: 0.15, width: 0.3, top: 0.685, light: [0.022, 0.012, 0.03] } as const;
const FOREST = { base: 0.86, height: 0.06, light: [0.008, 0.006, 0.014] } as const;

/** Paints over what is there at a place; fractions of the side. */
type Painter = (x: number, y: number, out: Float64Array) => void;

/** How high a crest stands at a place across the picture, 0 to 1. */
function crest(noise: Noise, x: number, row: number, octaves: number): number {
  return 1 - Math.abs(2 * fractalNoise(noise, x, row, octaves) - 1);
}

/** The height of a line across the picture at the middle of each column. */
function skyline(side: number, heightAt: (x: number) => number): Float64Array {
  const heights = new Float64Array(side);
  for (let column = 0; column < side; column++) heights[column] = heightAt((column + 0.5) / side);
  return heights;
}

/** Covers what is there with the ridges, and with the light of the air before each. */
export function ridgePainter(noise: Noise, side: number): Painter {
  const ridges = RIDGES.map((ridge, index) => ({
    ...ridge,
    tops: skyline(
      side,
      (x) => ridge.base - ridge.height * (crest(noise, x * ridge.scale, index * 9 + 2, 5) - 0.45) * 1.6,
    ),
  }));
  return (x, y, out) => {
    const column = Math.floor(x * side);
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

/** The castle's hill and the forest before it. */
export function groundPainter(noise: Noise, side: number): Painter {
  const hill = skyline(side, (x) => hillTop(x, noise));
  const forest = skyline(side, (x) => forestTop(x, noise));
  return (x, y, out) => {
    const column = Math.floor(x * side);
    addGround(x, y, hill[column], HILL.light, out);
    addGround(x, y, forest[column], FOREST.light, out);
  };
}
