import { linearToSrgb } from '@avatar/image';
import { clamp } from './maths.js';

const SHOULDER = 0.72;
const STEPS = 1024;
const RANGE = 4;
/** From the shoulder on light is compressed as film does it; white is reached slowly. */
const CURVE = Float32Array.from(
  { length: STEPS + 2 },
  (_, i) => SHOULDER + (1 - Math.exp(-((i / STEPS) * RANGE) / 0.42)) * (1.01 - SHOULDER),
);

/** Scene light to picture light, both linear. */
export function filmCurve(light: number): number {
  if (light <= SHOULDER) return light > 0 ? light : 0;
  const at = Math.min(STEPS, ((light - SHOULDER) / RANGE) * STEPS);
  const k = at | 0;
  return CURVE[k] + (CURVE[k + 1] - CURVE[k]) * (at - k);
}

const CODES = 4096;
const ENCODED = Float32Array.from({ length: CODES + 2 }, (_, i) => 255 * linearToSrgb(i / CODES));

/** Linear light to a byte; `noise` in [0, 1) takes the place of rounding, so that gradients do not band. */
export function encodeByte(linear: number, noise: number): number {
  const at = clamp(linear) * CODES;
  const k = at | 0;
  const value = ENCODED[k] + (ENCODED[k + 1] - ENCODED[k]) * (at - k) + noise * 0.9 + 0.05;
  return value > 255 ? 255 : value | 0;
}
