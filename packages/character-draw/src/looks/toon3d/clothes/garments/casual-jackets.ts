import { dimmed, lifted, linear } from '../../model/colours.js';
import { snapTo, type Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { bump, clamp, mix, smoothstep, type Vec3 } from '../../render/maths.js';
import { plainSleeve } from '../outfit.js';
import type { Tailor } from '../tailor.js';
import { shirtCollar } from './collars.js';
import type { Garment } from './garment.js';
import { UNDER_RIB } from './knitwear.js';
import { layeredOutfit } from './layered-outfit.js';

/** A T-shirt under a jacket that hangs open. */
function casual(
  tailor: Tailor,
  thickness: number,
  colour: (p: Vec3) => Vec3,
  material: Material,
): { surface: Field; edge: Field } {
  const { second, body } = tailor;
  const height = tailor.neckline(-0.4, 0.17);
  const edge: Field = (x, y, z) => y - height(x, z) + UNDER_RIB;
  const inner = tailor.shell(0.035, edge, 0.6);
  tailor.ribCollar(inner, height, 0.1, dimmed(second, 0.95), 0.035);
  const { top, neck } = body;
  const open: Field = (x, y, z) => {
    const ax = Math.abs(x);
    const r = Math.sqrt(x * x + (z + 0.2) * (z + 0.2));
    const back = Math.max(r - neck - 0.22, y - top - 0.2);
    if (z < -0.05) return back;
    const w = neck * 0.62 + 0.2 + 0.12 * smoothstep(top + 1.4, top + 3, y) - 0.1 * bump(y - top - 1.3, 0.7);
    return Math.min(ax - w, back);
  };
  const surface = tailor.garment(thickness, 1.25);
  tailor.layer(surface, open, (_u, _v, p) => colour(p), 'jacket', material, 0.054);
  const x = neck * 0.62 + 0.24;
  for (const side of [-1, 1])
    tailor.cord(
      surface,
      [0.3, 0.7, 1.1, 1.6, 2.2].map((t) =>
        tailor.front(
          surface,
          side * (x + 0.12 * smoothstep(1.4, 3, t) - 0.1 * bump(t - 1.3, 0.7)),
          Math.min(tailor.bottom - 0.04, top + t),
        ),
      ),
      0.01,
      0.035,
      dimmed(tailor.cloth, material === Material.Leather ? 0.9 : 0.8),
    );
  return { surface, edge };
}

export const denimJacket: Garment = (tailor) => {
  const { cloth, second, body, bottom } = tailor;
  const { top, shoulder } = body;
  const stitch = linear('#d29a52');
  const twill = (p: Vec3): Vec3 => {
    const u = Math.atan2(p[0], p[2] + 0.9) * 1.35;
    const seam = Math.min(
      Math.abs(Math.abs(p[0]) - shoulder * 0.56 - 0.05 * (p[1] - top)),
      Math.abs(p[1] - top - 0.78 + 0.05 * Math.abs(p[0])),
      Math.abs(Math.abs(p[0]) - shoulder * 0.86),
    );
    const worn = 1 + 0.16 * Math.sin(p[0] * 2.3 + p[1] * 1.7) * Math.sin(p[1] * 2.9);
    const dashed = seam > 0.034 && seam < 0.046 && Math.sin((p[0] + p[1]) * 120) > -0.2;
    return dashed
      ? stitch
      : dimmed(
          cloth,
          (seam < 0.014 ? 0.66 : seam < 0.06 ? 1.12 : 1) *
            worn *
            (0.95 + 0.05 * Math.sin((u + p[1] * 0.6) * 120)),
        );
  };
  const { surface, edge } = casual(tailor, 0.115, twill, Material.Printed);
  shirtCollar(tailor, surface, lifted(cloth, 1.05), 0.5, 0.86, 1.05, 0.115);
  for (const side of [-1, 1]) {
    for (let i = 0; i < 4; i++) {
      const y = top + 0.62 + i * 0.5;
      if (y < bottom - 0.1)
        tailor.button(
          surface,
          side * (body.neck * 0.62 + 0.33),
          y,
          0.05,
          linear('#b98a4a'),
          0.03,
          Material.Metal,
        );
    }
    tailor.part('pocket', Material.Cloth);
    const [x, y, w] = [side * shoulder * 0.54, top + 0.92, 0.27];
    const flap = [
      [x - w, y],
      [x - w, y + 0.2],
      [x, y + 0.32],
      [x + w, y + 0.2],
      [x + w, y],
      [x - w, y],
    ] as const;
    for (let i = 0; i + 1 < flap.length; i++)
      tailor.cord(
        surface,
        [tailor.front(surface, ...flap[i]), tailor.front(surface, ...flap[i + 1])],
        0.02,
        0.016,
        dimmed(cloth, 0.72),
        16,
      );
    tailor.button(surface, x, y + 0.24, 0.04, linear('#b98a4a'), 0.025, Material.Metal);
  }
  return layeredOutfit(surface, edge, second, {
    ...plainSleeve(cloth),
    colour: (x, y, z) => twill([x, y, z]),
    loose: 0.07,
    cuff: dimmed(cloth, 0.9),
  });
};

export const leatherJacket: Garment = (tailor) => {
  const { cloth, second, body, bottom } = tailor;
  const { top, shoulder } = body;
  const hide = (p: Vec3): Vec3 => {
    const seam = Math.min(
      Math.abs(Math.abs(p[0]) - shoulder * 0.84),
      Math.abs(p[1] - top - 0.5 - 0.1 * Math.abs(p[0])),
    );
    return dimmed(cloth, seam < 0.014 ? 0.45 : 1);
  };
  const { surface, edge } = casual(tailor, 0.13, hide, Material.Leather);
  tailor.part('collar', Material.Leather);
  lapelsOfLeather(tailor, surface, lifted(cloth, 1.1));
  const steel = linear('#c3c7cd');
  tailor.part('zip', Material.Metal);
  for (const side of [-1, 1]) {
    const x = body.neck * 0.62 + 0.21;
    for (let i = 0; i < 26; i++) {
      const y = top + 1.12 + i * 0.075;
      if (y > bottom - 0.06) break;
      const p = tailor.front(surface, side * (x + 0.06), y);
      tailor.ball([p[0], p[1], p[2] + 0.02], [0.03, 0.02, 0.02], steel, 8);
    }
    tailor.wire(
      [-0.2, 0, 0.2].map((t) =>
        snapTo(
          surface,
          tailor.front(surface, side * shoulder * 0.52 + t * side * 0.8, top + 1.45 - t * 0.5),
          0.012,
        ),
      ),
      0.02,
      steel,
      14,
    );
  }
  return layeredOutfit(surface, edge, second, {
    ...plainSleeve(cloth),
    material: Material.Leather,
    loose: 0.075,
    cuff: dimmed(cloth, 0.85),
  });
};

/** Wide lapels that lie open. */
function lapelsOfLeather(tailor: Tailor, surface: Field, colour: Vec3): void {
  const { top, neck } = tailor.body;
  for (const side of [-1, 1]) {
    const at = (u: number, v: number): Vec3 => {
      const d = mix(Math.PI, 0.5, Math.min(1, u / 0.6));
      if (u < 0.6) {
        const r = neck + 0.2 + 0.34 * v;
        return [
          side * Math.sin(d) * r,
          top + mix(-0.36, 0.1, v) + mix(0, 0.16, smoothstep(0.3, 0.6, u)),
          -0.2 + Math.cos(d) * (r + 0.08),
        ];
      }
      const t = (u - 0.6) / 0.4;
      const x = mix(
        neck * 0.62 + 0.2 + 0.5 * v * Math.sin(Math.PI * (0.38 + 0.6 * t)),
        neck * 0.62 + 0.22,
        t * t,
      );
      const y = top + 0.14 + 0.1 * v + t * 1.0;
      return [side * x, y, tailor.front(surface, side * x, y)[2]];
    };
    const grid = tailor.draped(
      surface,
      at,
      (_u, v) => 0.03 + 0.05 * Math.sin(Math.PI * clamp(0.1 + 0.8 * v)),
      60,
      8,
      colour,
      4,
    );
    tailor.wire(
      grid.map((column) => column[8]),
      0.026,
      dimmed(colour, 0.9),
      80,
      (p) => [p[0] * 0.4, -0.1, 1],
      1,
    );
    tailor.wire(
      grid.map((column) => column[0]),
      0.03,
      dimmed(colour, 0.9),
      80,
      (p) => [p[0] * 0.4, -0.1, 1],
      1,
    );
  }
}
