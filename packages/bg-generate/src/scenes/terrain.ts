import { smoothstep } from '@avatar/image';
import { fractalNoise, type Noise } from './noise.js';

/** Heights of a country in front of the camera: `u` to the right, `v` away, all in one unit of about a kilometre. */
export type Heights = (u: number, v: number, octaves: number) => number;

/** Width that the lens shows at distance 1. */
const FIELD = 1.1;
/** Octaves of the noise for the shape, for slopes and for shadows. */
const DETAIL = 7;
const SHADOW_DETAIL = 4;
const SLOPE_STEP = 0.012;

/**
 * Sharp crests between valleys (F. K. Musgrave, "Procedural Fractal Terrains", 1994): each layer is rough where the
 * last was high.
 */
function ridges(noise: Noise, u: number, v: number, octaves: number): number {
  let sum = 0;
  let strength = 0.5;
  let weight = 1;
  let x = u;
  let y = v;
  for (let octave = 0; octave < octaves; octave++) {
    const crest = 1 - Math.abs(2 * noise(x, y) - 1);
    const signal = crest * crest * weight;
    sum += signal * strength;
    weight = Math.min(1, signal * 1.8);
    strength *= 0.46;
    const turned = 1.616 * x - 1.212 * y + 31.7;
    y = 1.212 * x + 1.616 * y + 11.3;
    x = turned;
  }
  return sum;
}

/** Where a mountain stands in the picture: its place across and its width, as fractions of the side, and its height. */
export interface Summit {
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** Foothills near the camera, then mountains that rise where the summits are. */
export function mountainCountry(noise: Noise, summits: readonly Summit[]): Heights {
  return (u, v, octaves) => {
    const x = 0.5 + u / (v * FIELD);
    let rise = 0.26;
    for (const summit of summits) rise += summit.height * Math.exp(-(((x - summit.x) / summit.width) ** 2));
    const far = smoothstep(2.6, 6, v);
    const hills = 0.5 * fractalNoise(noise, u * 0.9 + 40, v * 0.9, Math.min(4, octaves)) - 0.25;
    return (
      hills * (0.5 + 0.5 * far) +
      far * (0.2 + rise * (0.75 + 3.2 * ridges(noise, u * 0.36, v * 0.36 + 3, octaves)))
    );
  };
}

/** One place of the country as the camera sees it. */
export interface TerrainPoint {
  readonly u: number;
  readonly v: number;
  height: number;
  /** How steeply it rises to the right and away. */
  slopeU: number;
  slopeV: number;
  /** 0 in the shadow of something else, 1 in the sun. */
  lit: number;
}

/** Towards the sun: across, away, and how fast the way there climbs. */
export interface SunDirection {
  readonly u: number;
  readonly v: number;
  readonly climb: number;
}

const SHADOW_STEPS = [0.08, 0.18, 0.34, 0.6, 1, 1.6];

function surveyed(heights: Heights, u: number, v: number, height: number, sun: SunDirection): TerrainPoint {
  const slopeU = (heights(u + SLOPE_STEP, v, DETAIL) - height) / SLOPE_STEP;
  const slopeV = (heights(u, v + SLOPE_STEP, DETAIL) - height) / SLOPE_STEP;
  let lit = 1;
  for (const step of SHADOW_STEPS) {
    const over = heights(u + sun.u * step, v + sun.v * step, SHADOW_DETAIL) - height - sun.climb * step;
    lit = Math.min(lit, smoothstep(0.06 + 0.1 * step, -0.04, over));
  }
  return { u, v, height, slopeU, slopeV, lit };
}

export interface Viewpoint {
  /** Eye level in the picture, as a fraction of the side, and the height of the camera. */
  readonly horizon: number;
  readonly height: number;
  readonly near: number;
  readonly far: number;
}

/**
 * Looks along every column from near to far and hands on each place that nothing nearer hides, with the rows that it
 * fills: the way the landscapes of early flight games were drawn.
 */
export function viewTerrain(
  heights: Heights,
  side: number,
  { horizon, height: eye, near, far }: Viewpoint,
  sun: SunDirection,
  paint: (column: number, topRow: number, endRow: number, place: TerrainPoint) => void,
): void {
  for (let column = 0; column < side; column++) {
    let top = side;
    for (let v = near; v < far && top > 0; v *= 1.013) {
      const u = ((column + 0.5) / side - 0.5) * v * FIELD;
      const height = heights(u, v, DETAIL);
      const row = Math.max(0, Math.round((horizon - (height - eye) / (v * FIELD)) * side));
      if (row >= top) continue;
      paint(column, row, top, surveyed(heights, u, v, height, sun));
      top = row;
    }
  }
}
