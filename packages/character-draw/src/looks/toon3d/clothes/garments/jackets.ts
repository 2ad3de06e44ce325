import { dimmed, lifted, linear } from '../../model/colours.js';
import { snapTo, type Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { bump, clamp, mix, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import { plainSleeve, type Outfit, type Sleeve } from '../outfit.js';
import { printOf } from '../patterns.js';
import type { Tailor } from '../tailor.js';
import { lapels, placket, shirtCollar } from './collars.js';
import { put, type Garment } from './garment.js';

/** An open-fronted jacket over what is already there: V down to `buttonY`. Returns its surface. */
function jacket(
  tailor: Tailor,
  buttonY: number,
  colour: (p: Vec3) => Vec3,
  material: Material = Material.Printed,
  thickness = 0.125,
): Field {
  const { body, dark, cloth, bottom } = tailor;
  const { top, neck } = body;
  const open = neck * 0.7 + 0.18;
  const edge: Field = (x, y, z) => {
    const ax = Math.abs(x);
    const r = Math.sqrt(x * x + (z + 0.2) * (z + 0.2));
    const back = Math.max(r - neck - 0.24, y - top - 0.2);
    if (z < -0.05) return back;
    const w = mix(open, 0.02, clamp((y - top - 0.2) / (buttonY - top - 0.2)));
    return Math.min(Math.max(ax - w, y - buttonY), back);
  };
  const surface = tailor.garment(thickness, 1.15);
  tailor.layer(surface, edge, (_u, _v, p) => colour(p), 'jacket', material, 0.056);
  if (buttonY < bottom - 0.2) {
    tailor.cord(
      surface,
      [0, 0.25, 0.5, 1].map((t) => tailor.front(surface, 0.03 + 0.05 * t, mix(buttonY, bottom - 0.05, t))),
      0.005,
      0.022,
      dark,
    );
    tailor.button(surface, 0.05, buttonY + 0.08, 0.055, dimmed(cloth, 0.35), 0.03);
  }
  return surface;
}

const outfitOf = (surface: Field, edge: Field, inner: Vec3, sleeve: Sleeve): Outfit => ({
  layerColourAt: (x, y, z, out) => put(out, sleeve.colour(x, y, z)),
  surface,
  isSkin: (x, y, z) => edge(x, y, z) < 0,
  colourAt: (_x, _y, _z, out) => put(out, inner),
  sleeve,
});

export const suit: Garment = (tailor) => {
  const { body, cloth, second, third, spec, bottom } = tailor;
  const { top, shoulder } = body;
  const edge: Field = (_x, y, z) => y - top + mix(0.44, 0.2, smoothstep(-0.2, 0.3, z));
  const shirtSurface = tailor.shell(0.05, edge, 0.4, 0.066);
  placket(tailor, shirtSurface, top + 0.1, bottom - 0.1, 0.1, 0.02, second);
  necktie(tailor, shirtSurface, third);
  shirtCollar(tailor, shirtSurface, second, 0.05, 0.46, 0.92);
  const print = printOf({ ...spec, second: spec.hex }, cloth);
  const surface = jacket(tailor, top + 1.5, (p) => print(...p));
  lapels(tailor, surface, top + 1.5, lifted(cloth, 1.06), spec.lapel);
  const p = tailor.front(surface, shoulder * 0.48, top + 1.18);
  tailor.part('pocket_square', Material.Cloth);
  laySheet(
    tailor.figure.mesh,
    (u, v) =>
      snapTo(
        surface,
        [
          p[0] - 0.17 + 0.34 * u,
          p[1] + 0.02 - 0.2 * v - (u > 0.4 ? 0.05 * (1 - Math.abs(u - 0.7) * 3) : 0.02 * Math.sin(u * 8)) * v,
          p[2],
        ],
        0.04 + 0.02 * Math.sin(u * 9),
      ),
    { columns: 8, rows: 6, colour: () => second, outward: () => [0, 0, 1] },
  );
  tailor.part('pocket', Material.Cloth);
  tailor.cord(
    surface,
    [tailor.front(surface, p[0] - 0.25, p[1] + 0.05), tailor.front(surface, p[0] + 0.25, p[1])],
    0.025,
    0.03,
    dimmed(cloth, 0.85),
    20,
  );
  return outfitOf(surface, edge, second, { ...plainSleeve(cloth), colour: print, loose: 0.07, cuff: second });
};

function necktie(tailor: Tailor, surface: Field, colour: Vec3): void {
  const { top } = tailor.body;
  const { bottom } = tailor;
  const knot = tailor.front(surface, 0, top + 0.12)[2];
  tailor.part('tie', Material.Cloth);
  laySheet(
    tailor.figure.mesh,
    (u, v) => {
      const a = (2 * u - 1) * Math.PI;
      const w = mix(0.155, 0.085, v);
      const s = Math.sin(a);
      return [
        Math.sign(s) * Math.abs(s) ** 0.7 * w,
        mix(top - 0.06, top + 0.24, v),
        knot + 0.1 + 0.085 * Math.cos(a) * Math.sin(Math.PI * clamp(0.2 + 0.7 * v)),
      ];
    },
    { columns: 24, rows: 14, colour: () => colour, outward: (p) => [p[0], 0, p[2] - knot - 0.1] },
  );
  const left: Vec3[] = [];
  const right: Vec3[] = [];
  for (let i = 0; i < 8; i++) {
    const t = i / 7;
    const y = mix(top + 0.2, bottom - 0.15, t);
    const w = mix(0.075, 0.235, t ** 0.8);
    const z = tailor.front(surface, 0, y)[2];
    left.push([-w, y, z]);
    right.push([w, y, z]);
  }
  const stripes = (u: number, v: number): Vec3 =>
    lifted(colour, Math.sin((u * 26 + v * 4) * 2) > 0.72 ? 1.45 : 1);
  tailor.strip(
    surface,
    left,
    right,
    (u, v) =>
      0.035 + 0.05 * Math.sin(Math.PI * clamp(0.1 + 0.8 * v)) + (u < 0.12 ? 0.05 * (1 - u / 0.12) : 0),
    stripes,
    60,
    10,
  );
  for (const line of [left, right]) tailor.cord(surface, line, 0.04, 0.014, dimmed(colour, 0.8));
}

export const blazer: Garment = (tailor) => {
  const { body, cloth, second, spec } = tailor;
  const { top } = body;
  const fall = (x: number) => top + 0.78 - 1.05 * Math.sqrt(x * x + 0.004) - 0.9 * x * x;
  const edge: Field = (x, y, z) => (z > 0 ? y - fall(x) : y - top + 0.3);
  const inner = tailor.shell(0.035, edge, 0.6);
  tailor.cord(
    inner,
    Array.from({ length: 17 }, (_, i) => {
      const x = mix(-0.58, 0.58, i / 16);
      return tailor.front(inner, x, fall(x));
    }),
    0.01,
    0.02,
    dimmed(second, 0.95),
  );
  const print = printOf({ ...spec, second: spec.third }, cloth);
  const surface = jacket(tailor, top + 1.42, (p) => print(...p));
  lapels(tailor, surface, top + 1.42, lifted(cloth, 1.06), spec.lapel);
  return outfitOf(surface, edge, second, { ...plainSleeve(cloth), colour: print, loose: 0.07 });
};

/** A T-shirt under a jacket that hangs open. */
function casual(
  tailor: Tailor,
  thickness: number,
  colour: (p: Vec3) => Vec3,
  material: Material,
): { surface: Field; edge: Field } {
  const { second, body } = tailor;
  const height = tailor.neckline(-0.4, 0.17);
  const edge: Field = (x, y, z) => y - height(x, z) + 0.045;
  const inner = tailor.shell(0.035, edge, 0.6);
  tailor.ribCollar(inner, height, 0.1, dimmed(second, 0.95));
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
  shirtCollar(tailor, surface, lifted(cloth, 1.05), 0.34, 0.78, 1.05);
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
  return outfitOf(surface, edge, second, {
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
  return outfitOf(surface, edge, second, {
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
