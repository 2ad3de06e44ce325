import { clamp, mix, smoothstep } from '@avatar/image';
import type { Point3 } from '@avatar/vector';

export { clamp, mix, smoothstep };

/** Position, direction or linear colour. Head and body space: x to the viewer's right, y down, z to the viewer. */
export type Vec3 = readonly [number, number, number];

export const vec3 = (point: Point3): Vec3 => [point[0], point[1], point[2]];

/** Smooth bump of height 1 around 0 that is gone at three times `width`. */
export function bump(distance: number, width: number): number {
  const t = distance / width;
  return Math.exp(-t * t);
}

export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const mixVec = (a: Vec3, b: Vec3, t: number): Vec3 => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const lengthOf = (a: Vec3): number => Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
export function unit(a: Vec3): Vec3 {
  const length = lengthOf(a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}

const SINE_STEPS = 4096;
const TURN = 2 * Math.PI;
const SINES = Float32Array.from({ length: SINE_STEPS }, (_, i) => Math.sin((i / SINE_STEPS) * TURN));
/** Sine from a table of single floats: the same on every machine, exact enough for textures. */
export const tableSine = (angle: number): number =>
  SINES[Math.round((angle * SINE_STEPS) / TURN) & (SINE_STEPS - 1)];

/** Integer noise of a lattice point, 0 to 1. */
export function latticeNoise(x: number, y: number, z: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 1274126177);
  h = Math.imul(h ^ (h >>> 13), 1103515245);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise along a line, 0 to 1; `row` picks the line. */
export function lineNoise(x: number, row: number): number {
  const cell = Math.floor(x);
  const t = x - cell;
  return mix(latticeNoise(cell, row, 7), latticeNoise(cell + 1, row, 7), t * t * (3 - 2 * t));
}
