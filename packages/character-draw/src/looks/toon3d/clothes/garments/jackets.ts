import { dimmed, lifted, mixColours } from '../../model/colours.js';
import { snapTo, type Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { clamp, mix, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import { plainSleeve } from '../outfit.js';
import { printOf, withArmholes } from '../patterns.js';
import type { Tailor } from '../tailor.js';
import { placket, shirtCollar } from './collars.js';
import type { Garment } from './garment.js';
import { lapels } from './lapels.js';
import { layeredOutfit } from './layered-outfit.js';

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

export const suit: Garment = (tailor) => {
  const { body, cloth, second, third, spec, bottom } = tailor;
  const { top, shoulder } = body;
  const edge: Field = (_x, y, z) => y - top + mix(0.44, 0.2, smoothstep(-0.2, 0.3, z));
  const shirtSurface = tailor.shell(0.05, edge, 0.4, 0.066);
  placket(tailor, shirtSurface, top + 0.6, bottom - 0.1, 0.1, 0.02, second);
  necktie(tailor, shirtSurface, third);
  shirtCollar(tailor, shirtSurface, second, 0.05, 0.46, 0.92);
  const print = withArmholes(
    printOf({ ...spec, second: mixColours(spec.hex, spec.second, 0.3) }, cloth),
    body,
  );
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
  return layeredOutfit(surface, edge, second, {
    ...plainSleeve(cloth),
    colour: print,
    loose: 0.07,
    cuff: second,
  });
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
    const y = mix(top + 0.1, Math.min(bottom - 0.15, top + 1.85), t);
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
    (u, v) => 0.035 + 0.05 * Math.sin(Math.PI * clamp(0.1 + 0.8 * v)) + 0.03 * (1 - u),
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
  const print = withArmholes(printOf({ ...spec, second: spec.third }, cloth), body);
  const surface = jacket(tailor, top + 1.42, (p) => print(...p));
  lapels(tailor, surface, top + 1.42, lifted(cloth, 1.06), spec.lapel);
  return layeredOutfit(surface, edge, second, { ...plainSleeve(cloth), colour: print, loose: 0.07 });
};
