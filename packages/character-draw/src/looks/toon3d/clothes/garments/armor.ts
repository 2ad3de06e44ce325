import { dimmed, linear } from '../../model/colours.js';
import { pushOut, type Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { bump, mix, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import type { Tailor } from '../tailor.js';
import { put, type Garment } from './garment.js';

/** Links of mail: brightness over two directions. */
function mailOf(u: number, v: number): number {
  const a = u * 17 + (Math.floor(v * 19) % 2 ? 0.5 : 0);
  const b = v * 19;
  const du = a - Math.floor(a) - 0.5;
  const dv = b - Math.floor(b) - 0.5;
  const r = Math.hypot(du, dv);
  return r > 0.28 && r < 0.48 ? 1.5 : 0.55;
}

/** Mail below, a breastplate with a keel, a gorget, pauldrons. */
export const armor: Garment = (tailor) => {
  const { body, cloth, second, bottom } = tailor;
  const { top, shoulder } = body;
  const mail = linear('#5b616b');
  const edge: Field = (_x, y) => y - top + 0.3;
  const surface = tailor.shell(0.04, edge, 0.4, 0.07);
  const plate: Field = (x, y, z) =>
    body.field(x, y, z) -
    0.16 -
    0.13 * Math.exp(-Math.abs(x) * 5) * smoothstep(top + 0.1, top + 0.9, y) * (z > 0 ? 1 : 0) -
    0.05 * bump(y - top - 1.5, 0.5);
  const neckline = (x: number) => top + 0.34 - 0.06 * Math.cos(Math.abs(x) * 3);
  tailor.layer(
    (x, y, z) => (z < -0.5 ? 9 : plate(x, y, z)),
    (x, y) => Math.min(y - neckline(x), shoulder * 0.66 + 0.12 * (y - top) - Math.abs(x)),
    cloth,
    'breastplate',
    Material.Metal,
    0.05,
    [-shoulder * 0.98, top - 0.1, -0.5, shoulder * 0.98, bottom, 1.6],
  );
  const border = Array.from({ length: 25 }, (_, i) => {
    const x = mix(-shoulder * 0.6, shoulder * 0.6, i / 24);
    return tailor.front(plate, x, neckline(x));
  });
  tailor.part('trim', Material.Metal);
  tailor.cord(plate, border, 0, 0.045, second, 90);
  for (const side of [-1, 1])
    tailor.cord(
      plate,
      [0.36, 0.9, 1.5, Math.min(2, bottom - top - 0.05)].map((t) =>
        tailor.front(plate, side * (shoulder * 0.64 + 0.12 * t - 0.02), top + t),
      ),
      0,
      0.04,
      second,
    );
  for (let i = -3; i <= 3; i++)
    if (i !== 0)
      tailor.button(plate, i * 0.3, neckline(i * 0.3) + 0.14, 0.035, second, 0.012, Material.Metal);
  tailor.cord(
    plate,
    [0.5, 1.2, Math.min(2, bottom - top - 0.05)].map((t) => tailor.front(plate, 0, top + t)),
    0,
    0.02,
    dimmed(cloth, 0.9),
  );
  gorget(tailor);
  pauldrons(tailor);
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, _z, out) => put(out, dimmed(mail, mailOf(x, y))),
    sleeve: {
      length: 'long',
      material: Material.Printed,
      colour: (x, y) => dimmed(mail, mailOf(x, y)),
      loose: 0.03,
      plates: cloth,
      glove: { colour: cloth, material: Material.Metal },
    },
  };
};

function gorget(tailor: Tailor): void {
  const { top, neck } = tailor.body;
  const { cloth, second, body } = tailor;
  const lames = [
    [top - 0.62, neck + 0.15, top - 0.3, neck + 0.2],
    [top - 0.38, neck + 0.24, top - 0.05, neck + 0.34],
    [top - 0.12, neck + 0.34, top + 0.3, neck + 0.72],
  ];
  tailor.part('gorget', Material.Metal);
  lames.forEach(([y0, r0, y1, r1], i) => {
    laySheet(
      tailor.figure.mesh,
      (u, v) => {
        const a = (2 * u - 1) * Math.PI;
        const c = Math.cos(a);
        const r = mix(r0, r1, v) + 0.02 * Math.sin(Math.PI * v);
        const p: Vec3 = [
          Math.sin(a) * r,
          mix(y0, y1, v) + c * mix(0.16, 0.2, v) + 0.05 * v * Math.exp(-a * a * 8),
          -0.2 + c * (r + 0.02),
        ];
        return i === 2 ? pushOut(body.field, p, 0.14) : p;
      },
      { columns: 72, rows: 8, colour: () => cloth, outward: (p) => [p[0], -0.2, p[2] + 0.2] },
    );
    const rim = Array.from({ length: 49 }, (_, j): Vec3 => {
      const a = (j / 48) * 2 * Math.PI + Math.PI;
      return [Math.sin(a) * r0, y0 + Math.cos(a) * 0.16, -0.2 + Math.cos(a) * (r0 + 0.02)];
    });
    tailor.wire(
      rim,
      i ? 0.026 : 0.045,
      i ? dimmed(cloth, 0.95) : second,
      90,
      (p) => [p[0], 0, p[2] + 0.2],
      1,
    );
  });
}

/** Shoulder caps with three lames that follow the arm. */
function pauldrons(tailor: Tailor): void {
  const { shoulder, top } = tailor.body;
  const { cloth, second } = tailor;
  tailor.part('pauldrons', Material.Metal);
  for (const side of [-1, 1]) {
    const centre: Vec3 = [side * shoulder * 0.82, top + 0.62, -0.1];
    for (let i = 3; i >= 0; i--) {
      const t = i / 3;
      // Each lame is a band of the ball, farther down and a little smaller: they overlap like scales.
      const cx = centre[0] + side * t * 0.13;
      const cy = centre[1] + t * 0.5;
      const [rx, ry, rz] = [mix(0.72, 0.6, t), mix(0.8, 0.66, t), mix(0.76, 0.66, t)];
      const low = i ? 0.34 * Math.PI : 0.4 * Math.PI;
      const at = (u: number, v: number): Vec3 => {
        const around = mix(-2.5, 2.5, u);
        const down = mix(i ? 0.16 * Math.PI : 0, low, v);
        const flare = 1 + 0.05 * smoothstep(0.7, 1, v);
        return [
          cx + side * (0.14 * Math.sin(down) + Math.sin(down) * Math.sin(around) * rx * 0.98 * flare),
          cy - Math.cos(down) * ry,
          centre[2] + Math.sin(down) * Math.cos(around) * rz * flare,
        ];
      };
      const out = (p: Vec3): Vec3 => [p[0] - cx, p[1] - cy, p[2] - centre[2]];
      laySheet(tailor.figure.mesh, at, {
        columns: 44,
        rows: 12,
        colour: () => dimmed(cloth, 1 - 0.03 * i),
        outward: out,
      });
      tailor.wire(
        Array.from({ length: 25 }, (_, j) => at(j / 24, 1)),
        0.034,
        i === 0 || i === 3 ? second : dimmed(cloth, 0.92),
        60,
        out,
        1,
      );
    }
    for (let j = 0; j < 5; j++) {
      const around = -1.2 + j * 0.6;
      const down = 0.3 * Math.PI;
      tailor.ball(
        [
          centre[0] + side * (0.1 * Math.sin(down) + Math.sin(down) * Math.sin(around) * 0.73),
          centre[1] - Math.cos(down) * 0.81,
          centre[2] + Math.sin(down) * Math.cos(around) * 0.77,
        ],
        [0.035, 0.035, 0.035],
        second,
        10,
      );
    }
  }
}
