import { dimmed, linear } from '../../model/colours.js';
import { pushOut, snapTo, type Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { mix, mixVec, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import { plainSleeve } from '../outfit.js';
import { printOf, withArmholes } from '../patterns.js';
import { put, type Garment } from './garment.js';

export const hoodie: Garment = (tailor) => {
  const { body, cloth, dark, spec, bottom } = tailor;
  const { top, neck } = body;
  const height = tailor.neckline(-0.5, 0.02);
  const edge: Field = (x, y, z) => y - height(x, z);
  const surface = tailor.shell(0.09, edge, 1.6);
  // A thick roll around the neck, an open V in front, the hanging mass behind.
  const roll = (d: number, v: number, side: number): Vec3 => {
    const front = smoothstep(1.1, 0, d);
    const back = smoothstep(1.6, 3.1, d);
    const thick = mix(mix(0.27, 0.15, front), 0.36, back) * (1 + 0.05 * Math.sin(d * 9 + 1.3 * side));
    const turn = mix(-1, 3.75, v);
    const y = top + mix(-0.16, 0.36, front ** 1.4) - 0.3 * back;
    return [
      side *
        Math.sin(d) *
        (neck + 0.12 + thick * 0.75 - Math.cos(turn) * thick * 0.85 + 0.03 * Math.sin(d * 7)),
      y - Math.sin(turn) * thick + 0.02 * Math.sin(d * 6 + v * 5),
      -0.2 + Math.cos(d) * (neck + 0.1 + front * 0.06 + thick * 0.7 - Math.cos(turn) * thick * 0.8),
    ];
  };
  tailor.part('hood', Material.Cloth);
  const cord = linear(spec.second);
  const steel = linear('#c9ccd2');
  for (const side of [-1, 1]) {
    const start = (v: number) => 0.1 - 0.07 * smoothstep(0.3, 0.8, v);
    const at = (d: number, v: number) =>
      d < 0.9 ? pushOut(surface, roll(d, v, side), 0.015) : roll(d, v, side);
    tailor.part('hood', Material.Cloth);
    laySheet(tailor.figure.mesh, (u, v) => at(mix(start(v), Math.PI, u), v), {
      columns: 60,
      rows: 22,
      colour: (_u, v) => dimmed(cloth, v < 0.34 ? mix(0.55, 0.88, v / 0.34) : 1.03),
      outward: (p, _u, v) => [
        p[0] * (v < 0.3 ? -1 : 1),
        v > 0.3 && v < 0.75 ? -0.6 : 0.1,
        (p[2] + 0.2) * (v < 0.3 ? -1 : 1),
      ],
    });
    laySheet(
      tailor.figure.mesh,
      (u, v) => {
        const a = at(start(v), v);
        const c = at(start(v), 0.5);
        return mixVec(a, [mix(a[0], c[0], 0.9) - side * 0.02, mix(a[1], c[1], 0.9), mix(a[2], c[2], 0.9)], u);
      },
      { columns: 10, rows: 10, colour: () => dimmed(cloth, 0.9), outward: () => [-side * 0.4, 0.2, 1] },
    );
    const points = [0, 0.2, 0.45, 0.7, 1].map((t, i): Vec3 => {
      const x = side * (0.2 + 0.05 * Math.sin(t * 3));
      return snapTo(
        surface,
        tailor.front(surface, x, mix(top + 0.52, Math.min(top + 1.5, bottom - 0.2), t)),
        0.05 + (i === 0 ? 0.08 : 0),
      );
    });
    points.unshift([side * 0.17, top + 0.36, points[0][2] + 0.1]);
    tailor.part('cord', Material.Cloth);
    tailor.wire(
      points,
      0.032,
      (u, v) => dimmed(cord, 0.9 + 0.12 * Math.sin(u * 90 + v * 2)),
      60,
      () => [0, 0, 1],
      1,
    );
    const end = points[points.length - 1];
    tailor.part('eyelets', Material.Metal);
    tailor.wire(
      [end, [end[0], end[1] + 0.08, end[2]], [end[0], end[1] + 0.16, end[2]]],
      0.038,
      steel,
      8,
      () => [0, 0, 1],
      1,
    );
    tailor.ball([side * 0.17, top + 0.36, points[0][2] + 0.015], [0.055, 0.055, 0.03], steel, 14);
  }
  tailor.part('pocket', Material.Cloth);
  const pocket = Math.min(bottom - 0.05, top + 2);
  tailor.cord(
    surface,
    [
      tailor.front(surface, -1.1, pocket),
      tailor.front(surface, 0, pocket - 0.1),
      tailor.front(surface, 1.1, pocket),
    ],
    0,
    0.02,
    dark,
  );
  const print = withArmholes(printOf(spec, cloth), body);
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, z, out) => put(out, print(x, y, z)),
    sleeve: { ...plainSleeve(cloth), colour: print, loose: 0.085, cuff: dimmed(cloth, 0.86) },
  };
};
