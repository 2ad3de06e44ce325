import type { Lapel } from '@avatar/character';
import { dimmed } from '../../model/colours.js';
import { smoothCurve } from '../../render/curve.js';
import type { Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { clamp, mix, mixVec, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import type { Tailor } from '../tailor.js';

/** Lapels with their collar: ribs run from the nape over the shoulder line down to the button. */
export function lapels(tailor: Tailor, jacket: Field, buttonY: number, colour: Vec3, kind: Lapel): void {
  const { top } = tailor.body;
  const lower = dimmed(colour, 0.62);
  for (const side of [-1, 1]) {
    const [inner, outer] = lapelLines(tailor, jacket, side, buttonY, kind);
    const columns = 72;
    const rows = 9;
    const a = smoothCurve(inner, columns + 1);
    const b = smoothCurve(outer, columns + 1);
    const seam = seamColumn(b, top + (kind === 'peak' ? 0.3 : 0.4));
    if (kind !== 'shawl') notch(a, b, seam);
    tailor.part('lapels', Material.Cloth);
    const grid = tailor.draped(
      jacket,
      (u, v) => mixVec(a[Math.round(u * columns)], b[Math.round(u * columns)], v),
      (_u, v) => 0.022 + 0.05 * Math.sin(Math.PI * clamp(0.1 + 0.82 * v) ** 0.85),
      columns,
      rows,
      colour,
      5,
      seam - 5,
    );
    const out = (p: Vec3): Vec3 => [p[0] * 0.4, -0.1, 1];
    tailor.wire(
      grid.map((column) => column[rows]),
      0.02,
      colour,
      110,
      out,
      1,
    );
    tailor.wire(
      grid.map((column) => column[0]),
      0.034,
      colour,
      110,
      out,
      1,
    );
    // Seam of the collar.
    if (kind !== 'shawl')
      tailor.wire(
        grid[seam].map((p): Vec3 => [p[0], p[1], p[2] + 0.014]),
        0.01,
        lower,
        14,
        () => [0, 0, 1],
        1,
      );
    laySheet(
      tailor.figure.mesh,
      (u, v) => {
        const p = a[Math.round(u * columns * 0.62)];
        const r = Math.hypot(p[0], p[2] + 0.2) || 1;
        const k = 1 - ((v * 0.09) / r) * 1.2;
        return [p[0] * k, p[1] + v * 0.28, -0.2 + (p[2] + 0.2) * k];
      },
      { columns: 40, rows: 4, colour: () => lower, outward: (p) => [-p[0], 0, -p[2] - 0.2] },
    );
  }
}

function lapelLines(
  tailor: Tailor,
  jacket: Field,
  side: number,
  buttonY: number,
  kind: Lapel,
): [Vec3[], Vec3[]] {
  const { top, neck } = tailor.body;
  const inner: Vec3[] = [];
  const outer: Vec3[] = [];
  for (let i = 0; i < 7; i++) {
    const d = mix(Math.PI, 0.85, i / 6);
    const front = smoothstep(1.7, 0.85, d);
    const back = smoothstep(1.4, 3, d);
    const ri = neck + 0.155 + 0.05 * front;
    const ro = ri + mix(0.34, 0.3, front);
    inner.push([
      side * Math.sin(d) * ri,
      top + mix(mix(-0.24, -0.42, back), 0, front),
      -0.2 + Math.cos(d) * (ri + 0.04 + 0.12 * front),
    ]);
    outer.push([
      side * Math.sin(d) * ro,
      top + mix(mix(0.02, 0.04, back), 0.22, front),
      -0.2 + Math.cos(d) * (ro + 0.04 + 0.1 * front),
    ]);
  }
  const open = neck * 0.7 + 0.14;
  const yi = [0.2, 0.5, 0.85, 1.15];
  const yo = kind === 'peak' ? [0.36, 0.68, 1, 1.28] : [0.56, 0.76, 1.02, 1.28];
  const xo =
    kind === 'peak'
      ? [neck * 0.8 + 0.62, neck * 0.8 + 0.5, 0.52, 0.26]
      : kind === 'shawl'
        ? [neck * 0.8 + 0.42, neck * 0.8 + 0.4, 0.5, 0.27]
        : [neck * 0.8 + 0.5, neck * 0.8 + 0.46, 0.52, 0.26];
  const stretch = (buttonY - top) / 1.5;
  for (let i = 0; i < 4; i++) {
    const y = top + yi[i] * stretch;
    const x = mix(open, 0.015, clamp((y - top - 0.2) / (buttonY - top - 0.2)));
    inner.push(lift(tailor.front(jacket, side * x, y)));
    outer.push(lift(tailor.front(jacket, side * xo[i], top + yo[i] * stretch)));
  }
  inner.push(lift(tailor.front(jacket, side * 0.015, buttonY)));
  outer.push(lift(tailor.front(jacket, side * 0.05, buttonY + 0.03)));
  return [inner, outer];
}

const lift = ([x, y, z]: Vec3): Vec3 => [x, y, z + 0.03];

function seamColumn(outer: readonly Vec3[], height: number): number {
  let best = 0;
  let nearest = Infinity;
  outer.forEach((p, i) => {
    const d = Math.abs(p[1] - height) + (p[2] < 0 ? 9 : 0);
    if (d < nearest) [nearest, best] = [d, i];
  });
  return best;
}

/** A small wedge out of the outer edge, where collar and lapel meet. */
function notch(inner: readonly Vec3[], outer: Vec3[], at: number): void {
  for (let i = Math.max(0, at - 3); i <= Math.min(outer.length - 1, at + 3); i++)
    outer[i] = mixVec(outer[i], inner[i], 0.58 * (1 - Math.abs(i - at) / 4));
}
