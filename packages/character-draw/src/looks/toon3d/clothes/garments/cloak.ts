import { dimmed, lifted, linear } from '../../model/colours.js';
import type { Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { mix, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import { plainSleeve } from '../outfit.js';
import { put, type Garment } from './garment.js';

/** A cape over a tunic: deep folds, open in front, a gathered collar, a clasp. */
export const cloak: Garment = (tailor) => {
  const { body, cloth, second, third, bottom } = tailor;
  const { top, neck, shoulder } = body;
  const gold = linear('#d9a441');
  const tunic = second;
  const edge: Field = (x, y, z) =>
    z > 0
      ? y - (top + 0.16 - 0.5 * Math.max(0, 0.28 - Math.abs(x)) + 0.3 * smoothstep(0.3, 0, Math.abs(x)))
      : y - top + 0.6;
  const surface = tailor.shell(0.05, edge, 1.2);
  tailor.cord(
    surface,
    [0, 0.5, 1].map((t) => tailor.front(surface, 0, mix(top + 0.34, bottom - 0.05, t))),
    0.01,
    0.02,
    dimmed(tunic, 0.6),
  );
  const cape: Field = (x, y, z) => {
    const a = Math.atan2(x, z + 0.2);
    const k = smoothstep(top - 0.1, top + 1.3, y);
    return (
      body.field(x, y, z) -
      0.15 -
      0.055 * k * Math.sin(a * 15 + Math.sin(y * 1.4 + a * 3) * 0.9) -
      0.02 * Math.sin(a * 7 + y * 3) -
      0.1 * k
    );
  };
  // The cape closes over the collar bones, so that no tunic shows beside the neck.
  const gap = (t: number) => 0.24 + 0.36 * Math.max(0, t - 0.42) ** 0.8;
  tailor.layer(
    cape,
    (x, y, z) => Math.min(z < 0 ? y - top + 0.5 : Math.abs(x) - gap(y - top), y - top + 0.36),
    cloth,
    'cape',
    Material.Cloth,
    0.058,
    [-shoulder - 1.3, top - 0.5, -1.9, shoulder + 1.3, bottom, 2],
  );
  tailor.part('trim', Material.Cloth);
  for (const side of [-1, 1])
    tailor.cord(
      cape,
      [0.42, 0.7, 1.05, 1.5, 2].map((t) =>
        tailor.front(cape, side * (gap(t) + 0.02), Math.min(bottom - 0.04, top + t)),
      ),
      0,
      0.045,
      gold,
      50,
    );
  tailor.part('collar', Material.Cloth);
  for (const side of [-1, 1])
    laySheet(
      tailor.figure.mesh,
      (u, v) => {
        const d = mix(0.13, Math.PI, u);
        const front = smoothstep(1.2, 0.1, d);
        const back = smoothstep(1.6, 3.1, d);
        const thick =
          mix(mix(0.25, 0.17, front), 0.36, back) *
          (1 + 0.06 * Math.sin(d * 11) + 0.03 * Math.sin(d * 19 + v * 4));
        const turn = mix(-1, 3.75, v);
        return [
          side * Math.sin(d) * (neck + 0.16 + thick * 0.75 - Math.cos(turn) * thick * 0.85),
          top + mix(-0.12, 0.3, front ** 1.3) - 0.24 * back - Math.sin(turn) * thick,
          -0.2 + Math.cos(d) * (neck + 0.18 + 0.1 * front + thick * 0.7 - Math.cos(turn) * thick * 0.8),
        ];
      },
      {
        columns: 64,
        rows: 18,
        colour: (_u, v) => dimmed(cloth, v < 0.34 ? mix(0.5, 0.85, v / 0.34) : 1.05),
        outward: (p, _u, v) => [
          p[0] * (v < 0.3 ? -1 : 1),
          v > 0.3 && v < 0.75 ? -0.6 : 0.1,
          (p[2] + 0.2) * (v < 0.3 ? -1 : 1),
        ],
      },
    );
  clasp();
  return {
    surface: cape,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (_x, _y, _z, out) => put(out, tunic),
    sleeve: { ...plainSleeve(tunic), colour: () => tunic, loose: 0.06, cuff: gold },
  };

  function clasp(): void {
    const z = Math.max(tailor.front(cape, 0.3, top + 0.5)[2], tailor.front(surface, 0, top + 0.5)[2]) + 0.15;
    const ring = (side: number): Vec3[] =>
      Array.from({ length: 25 }, (_, i) => {
        const a = (i / 24) * 2 * Math.PI;
        return [side * 0.29 + Math.cos(a) * 0.13, top + 0.5 + Math.sin(a) * 0.13, z + 0.05];
      });
    for (const side of [-1, 1]) {
      tailor.part('clasp', Material.Metal);
      tailor.ball([side * 0.29, top + 0.5, z], [0.15, 0.15, 0.07], gold, 28);
      tailor.wire(ring(side), 0.022, dimmed(gold, 0.75), 50, () => [0, 0, 1], 1);
      tailor.part('jewel', Material.Gloss);
      tailor.ball([side * 0.29, top + 0.5, z + 0.045], [0.075, 0.075, 0.06], lifted(third, 1.1), 20);
    }
    tailor.part('clasp', Material.Metal);
    for (const drop of [0.05, 0.13])
      for (let i = 0; i < 9; i++) {
        const t = i / 8;
        tailor.ball(
          [mix(-0.2, 0.2, t), top + 0.5 + drop + 0.16 * (1 - (2 * t - 1) ** 2) * drop * 6, z + 0.01],
          [0.034, 0.026, 0.026],
          gold,
          10,
        );
      }
  }
};
