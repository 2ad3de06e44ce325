import type { PlanarImage } from '@avatar/stage';
import { clamp, fastLinear, fastSrgb, mix, smoothstep } from '@avatar/image';
import { LightRamp } from './light-ramp.js';
import { fractalNoise, type Noise } from './noise.js';

/** Fractions of the side; `side` is 1 when its sun stands at the right of it, -1 at the left. */
export interface Planet {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly side: number;
}

/** Bands of cloud from dark to bright. */
const BANDS = new LightRamp([
  [0, '#6d3b3f', 0.9],
  [0.45, '#b5725a', 1],
  [0.75, '#e0b28a', 1],
  [1, '#f4dcc0', 1],
]);
/** Towards the planet's sun, in the picture's plane and towards the viewer: most of its face is night. */
const SUN = { x: 0.86, y: -0.42, z: 0.12 };
/** What the nebula sends to the night side, and the scattered light of the air at the edge. Linear. */
const NIGHT = [0.0018, 0.0012, 0.0036] as const;
const AIR = [0.35, 0.55, 1] as const;
/** Tilt of the bands. */
const TILT = 0.32;

/** Paints a gas giant over an sRGB-encoded square, in place. */
export function addPlanet({ width, planes }: PlanarImage, planet: Planet, noise: Noise): void {
  const radius = planet.radius * width;
  const cx = planet.x * width;
  const cy = planet.y * width;
  const glow = radius * 1.12;
  for (let row = Math.max(0, Math.floor(cy - glow)); row < Math.min(width, cy + glow); row++)
    for (let column = Math.max(0, Math.floor(cx - glow)); column < Math.min(width, cx + glow); column++) {
      const x = ((column + 0.5 - cx) / radius) * planet.side;
      const y = (row + 0.5 - cy) / radius;
      const distance = Math.sqrt(x * x + y * y);
      const cover = clamp((1 - distance) * radius + 0.5);
      const inside = Math.min(1, distance);
      const z = Math.sqrt(1 - inside * inside);
      const facing = (SUN.x * x + SUN.y * y) / Math.max(1, distance) + SUN.z * z;
      const lit = smoothstep(-0.06, 0.9, facing);
      const rim =
        0.9 *
        smoothstep(-0.1, 0.7, facing) *
        Math.exp(-Math.abs(distance - 1) / (distance > 1 ? 0.022 : 0.05));
      if (cover === 0 && rim < 1e-3) continue;
      const along = x * Math.cos(TILT) + y * Math.sin(TILT);
      const across = y * Math.cos(TILT) - x * Math.sin(TILT);
      const swirl = cover > 0 ? fractalNoise(noise, along * 1.6 + 30, across * 3 + 30, 4) : 0;
      const band =
        cover > 0 ? fractalNoise(noise, along * 0.35 + swirl * 0.5, across * 5.5 + swirl * 1.1 + 9, 3) : 0;
      const at = row * width + column;
      for (let channel = 0; channel < 3; channel++) {
        const behind = fastLinear(planes[channel][at]);
        const face =
          BANDS.light(smoothstep(0.2, 0.8, band), channel) * 1.05 * lit * (0.55 + 0.45 * z) + NIGHT[channel];
        planes[channel][at] = fastSrgb(mix(behind, face, cover) + rim * AIR[channel] * 0.55);
      }
    }
}

/** 0 where the planet hides what is behind it, else 1. */
export const besidePlanet = ({ x, y, radius }: Planet, atX: number, atY: number): number =>
  Math.hypot(atX - x, atY - y) < radius * 1.01 ? 0 : 1;
