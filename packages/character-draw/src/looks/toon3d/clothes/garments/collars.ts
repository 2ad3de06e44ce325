import { dimmed } from '../../model/colours.js';
import { type Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { mix, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import type { Tailor } from '../tailor.js';

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
  const standTop = (d: number) => top + mix(-0.72, -0.22, smoothstep(2.8, 0, d));
  const bottom = (d: number) => top + mix(-0.44, 0.38 * length, smoothstep(1.5, 0.25, d));
  tailor.part('collar', Material.Cloth);
  for (const side of [-1, 1]) {
    const sheet = (u: number, v: number): Vec3 => {
      const d = mix(mix(start, tip, v), Math.PI, u);
      const r =
        tailor.neckRadius(d, top - 0.62) +
        0.05 +
        room +
        0.03 * Math.sin(Math.PI * v) +
        v * mix(0.2, 0.15, smoothstep(1.2, 0.2, d));
      return [side * Math.sin(d) * r, mix(standTop(d), bottom(d), v), -0.2 + Math.cos(d) * (r + 0.03)];
    };
    const grid = tailor.draped(surface, sheet, 0.05, 34, 9, colour, 4);
    laySheet(
      tailor.figure.mesh,
      (u, v) => {
        const d = mix(start * 0.8, Math.PI, u);
        const y = mix(standTop(d) + 0.05, top + 0.12, v);
        const r = tailor.standRadius(d, y) + 0.045 + room - 0.012 * v;
        return [side * Math.sin(d) * r, y, -0.2 + Math.cos(d) * (r + 0.03)];
      },
      { columns: 30, rows: 4, colour: () => dimmed(colour, 0.92), outward: (p) => [p[0], 0, p[2] + 0.2] },
    );
    const out = (p: Vec3): Vec3 => [p[0], 0, p[2] + 0.2];
    const last = grid[0].length - 1;
    tailor.wire(grid[0], 0.02, colour, 20, out, 1);
    tailor.wire(
      grid.map((column) => column[last]),
      0.02,
      colour,
      48,
      out,
      1,
    );
    tailor.wire(
      grid.map((column) => column[0]),
      0.02,
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
