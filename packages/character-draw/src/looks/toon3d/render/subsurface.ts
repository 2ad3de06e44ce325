import type { LightBuffer } from './light-buffer.js';
import { KEY } from './lights.js';
import { scatters } from './materials.js';
import { clamp, mix } from './maths.js';

/** How far red, green and blue light spreads below the skin, in units (standard deviation). */
const SPREAD = [0.085, 0.042, 0.024] as const;
/** How far each colour wraps beyond the terminator, and what is left of it in full shadow. */
const WRAP = [0.4, 0.27, 0.22] as const;
const SHADOW_FLOOR = [0.4, 0.33, 0.3] as const;

/** Key light that leaves the skin, one plane a colour, blurred over the skin and never across a step in depth. */
export function skinIrradiance(light: LightBuffer): readonly [Float32Array, Float32Array, Float32Array] {
  const { width, normals, materials, lit } = light;
  const plane = (channel: 0 | 1 | 2): Float32Array => {
    const values = new Float32Array(lit.length);
    const wrap = WRAP[channel];
    for (let i = 0; i < values.length; i++) {
      if (!scatters(materials[i])) continue;
      const facing = normals[i * 3] * KEY[0] + normals[i * 3 + 1] * KEY[1] + normals[i * 3 + 2] * KEY[2];
      values[i] = clamp((facing + wrap) / (1 + wrap)) * mix(SHADOW_FLOOR[channel], 1, lit[i]);
    }
    const across = new Float32Array(values.length);
    blurAlong(light, values, across, 1, SPREAD[channel]);
    blurAlong(light, across, values, width, SPREAD[channel]);
    return values;
  };
  return [plane(0), plane(1), plane(2)];
}

function blurAlong(
  { positions, materials, scale }: LightBuffer,
  source: Float32Array,
  target: Float32Array,
  step: number,
  spread: number,
): void {
  const sigma = spread * scale;
  const reach = Math.ceil(sigma * 2);
  const weights = Float64Array.from({ length: reach + 1 }, (_, i) =>
    Math.exp((-i * i) / (2 * sigma * sigma)),
  );
  for (let at = 0; at < source.length; at++) {
    if (!scatters(materials[at])) continue;
    const z = positions[at * 3 + 2];
    let sum = source[at];
    let total = 1;
    for (let i = 1; i <= reach; i++)
      for (let side = -1; side <= 1; side += 2) {
        const other = at + side * i * step;
        if (other < 0 || other >= source.length || !scatters(materials[other])) continue;
        const apart = Math.abs(positions[other * 3 + 2] - z);
        if (apart > 0.25) continue;
        const weight = weights[i] * (1 - apart * 3.6);
        sum += source[other] * weight;
        total += weight;
      }
    target[at] = sum / total;
  }
}
