import { dimmed } from '../../model/colours.js';
import { type Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { mix, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import type { BodyField } from '../body-field.js';
import type { Tailor } from '../tailor.js';

type Print = (x: number, y: number, z: number) => Vec3;

/** A print that ends at the neck: what stands up inside of the collar has the collar's colour. */
export const plainAtNeck =
  (print: Print, { top, neck }: BodyField, plain: Vec3): Print =>
  (x, y, z) =>
    y < top + 0.1 && x * x + (z + 0.2) * (z + 0.2) < (neck + 0.16) ** 2 ? plain : print(x, y, z);

/** Thickness of the seam around a collar, units. */
const EDGE = 0.014;

/**
 * Where a shirt ends: buttoned up in front, up to `back` over the shoulder line at the nape, and cloth on the shoulders.
 * Units.
 */
export function shirtEdge({ top, neck }: BodyField, back: number, opening: number): Field {
  return (x, y, z) => {
    const beyond = Math.sqrt(x * x + (z + 0.2) * (z + 0.2)) - neck - 0.14;
    const height = y - top + mix(back, -opening, smoothstep(-0.2, 0.3, z)) + (z > 0 ? 1.2 * Math.abs(x) : 0);
    return Math.max(height, Math.min(0.2, beyond));
  };
}

/**
 * A turn-down shirt collar. `start` is where it begins beside the middle, `tip` the azimuth of its points, both in
 * radians, and `room` what lies below the collar, in units.
 */
export function shirtCollar(
  tailor: Tailor,
  surface: Field,
  colour: Vec3,
  start: number,
  tip: number,
  length = 1,
  room = 0,
): void {
  const { top } = tailor.body;
  const standTop = (d: number) => top + mix(-0.5, -0.2, smoothstep(2.6, 0.4, d));
  const bottom = (d: number) => top + mix(-0.44, 0.38 * length, smoothstep(1.5, 0.25, d));
  tailor.part('collar', Material.Cloth);
  for (const side of [-1, 1]) {
    const sheet = (u: number, v: number): Vec3 => {
      const d = mix(mix(start, tip, v), Math.PI, u);
      const r =
        tailor.neckRadius(d, top - 0.62) +
        0.05 +
        room +
        0.05 * Math.sin(Math.PI * v) +
        v * mix(0.2, 0.15, smoothstep(1.2, 0.2, d));
      return [side * Math.sin(d) * r, mix(standTop(d), bottom(d), v), -0.2 + Math.cos(d) * (r + 0.03)];
    };
    const grid = tailor.draped(surface, sheet, 0.05, 34, 9, colour, 4);
    laySheet(
      tailor.figure.mesh,
      (u, v) => {
        const d = mix(start * 0.8, Math.PI, u);
        // In front the stand ends behind the turned-down part, or its lower corner would show where the collar is open.
        const y = mix(standTop(d) + 0.05, top + 0.12, v * smoothstep(start * 0.8, start + 0.4, d));
        const r = tailor.standRadius(d, y) + 0.045 + room - 0.012 * v;
        return [side * Math.sin(d) * r, y, -0.2 + Math.cos(d) * (r + 0.03)];
      },
      { columns: 30, rows: 4, colour: () => dimmed(colour, 0.92), outward: (p) => [p[0], 0, p[2] + 0.2] },
    );
    const out = (p: Vec3): Vec3 => [p[0], 0, p[2] + 0.2];
    const last = grid[0].length - 1;
    tailor.wire(grid[0], EDGE, colour, 20, out, 1);
    tailor.wire(
      grid.map((column) => column[last]),
      EDGE,
      colour,
      48,
      out,
      1,
    );
    tailor.wire(
      grid.map((column) => column[0]),
      EDGE,
      colour,
      48,
      out,
      1,
    );
  }
}

/** The doubled strip that holds the buttons. */
export function placket(
  tailor: Tailor,
  surface: Field,
  y0: number,
  y1: number,
  half: number,
  off: number,
  colour: Vec3,
): void {
  tailor.part('placket', Material.Cloth);
  const side = (k: number) => [y0, (y0 + y1) / 2, y1].map((y) => tailor.front(surface, k * half, y));
  tailor.strip(surface, side(-1), side(1), off, colour, 24, 6);
  for (const k of [-1, 1])
    tailor.cord(
      surface,
      [0, 0.33, 0.66, 1].map((t) => tailor.front(surface, k * half, mix(y0, y1, t))),
      0.012,
      0.01,
      dimmed(colour, 0.66),
    );
}
