import { dimmed, lifted, linear } from '../../model/colours.js';
import type { Field } from '../../render/field.js';
import { pushOut } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { mix, mixVec, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import { plainSleeve } from '../outfit.js';
import { printOf, withArmholes } from '../patterns.js';
import { giveWay } from '../drape.js';
import { placket, plainAtNeck, shirtCollar, shirtEdge } from './collars.js';
import { put, type Garment } from './garment.js';

export const shirt: Garment = (tailor) => {
  const { body, cloth, light, spec, bottom } = tailor;
  const { top, shoulder } = body;
  const edge = shirtEdge(body, 0.12, 0.12);
  const surface = tailor.shell(0.06, edge);
  placket(tailor, surface, top + 0.14, bottom - 0.05, 0.1, 0.045, light);
  for (let i = 0; i < 5; i++)
    tailor.button(surface, 0, top + 0.28 + i * 0.46, 0.036, lifted(light, 1.15), 0.055);
  shirtCollar(tailor, surface, light, 0.1, 0.62);
  const [x, y, w] = [shoulder * 0.46, top + 1.15, 0.27];
  tailor.part('pocket', Material.Cloth);
  const seam = (
    a: readonly [number, number],
    b: readonly [number, number],
    off: number,
    thick: number,
    k: number,
  ) =>
    tailor.cord(
      surface,
      [tailor.front(surface, a[0], a[1]), tailor.front(surface, b[0], b[1])],
      off,
      thick,
      dimmed(cloth, k),
      20,
    );
  seam([x - w, y], [x + w, y], 0.02, 0.022, 0.84);
  seam([x - w, y], [x - w, y + 0.5], 0.01, 0.01, 0.74);
  seam([x + w, y], [x + w, y + 0.5], 0.01, 0.01, 0.74);
  const print = plainAtNeck(withArmholes(printOf(spec, cloth), body), body, light);
  return {
    surface,
    isSkin: (px, py, pz) => edge(px, py, pz) < 0,
    colourAt: (px, py, pz, out) => put(out, print(px, py, pz)),
    sleeve: { ...plainSleeve(cloth), colour: print, loose: 0.045, cuff: light },
  };
};

/** A knitted shirt with a soft collar and short sleeves. */
export const polo: Garment = (tailor) => {
  const { body, cloth, second, spec } = tailor;
  const { top } = body;
  const edge = shirtEdge(body, 0.12, 0.2);
  const surface = tailor.shell(0.052, edge);
  placket(tailor, surface, top + 0.22, top + 1.05, 0.11, 0.03, dimmed(cloth, 0.96));
  for (let i = 0; i < 2; i++)
    tailor.button(surface, 0, top + 0.46 + i * 0.34, 0.036, linear('#f2eee6'), 0.04);
  shirtCollar(tailor, surface, dimmed(cloth, 0.96), 0.1, 0.7, 0.86);
  const print = plainAtNeck(withArmholes(printOf(spec, cloth), body), body, dimmed(cloth, 0.96));
  const pique = (x: number, y: number, z: number): Vec3 =>
    dimmed(print(x, y, z), 0.97 + 0.035 * Math.sin(x * 80 + y * 30) * Math.sin(y * 80));
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, z, out) => put(out, pique(x, y, z)),
    sleeve: { ...plainSleeve(cloth, 'short'), colour: pique, cuff: second },
  };
};

/** A long shirt with a stand-up collar, embroidered along the opening. */
export const kurta: Garment = (tailor) => {
  const { body, cloth, light, second, spec, bottom } = tailor;
  const { top } = body;
  const edge: Field = (_x, y, z) => y - top + mix(0.36, 0.2, smoothstep(-0.1, 0.32, z));
  const surface = tailor.shell(0.06, edge, 1.3);
  tailor.part('collar', Material.Cloth);
  for (const side of [-1, 1]) {
    const at = (d: number, v: number): Vec3 => {
      const low = top + 0.02 + mix(-0.16, 0.14, smoothstep(2.6, 0.1, d));
      const high = top - 0.44 + mix(-0.04, 0.22, smoothstep(2.8, 0.1, d)) + 0.09 * smoothstep(0.3, 0.1, d);
      const y = mix(low, high, v);
      const r = tailor.standRadius(d, y) + mix(0.12, 0.07, v) + 0.08 * v * (1 - v);
      return [side * Math.sin(d) * r, y, -0.2 + Math.cos(d) * (r + 0.02)];
    };
    const out = (p: Vec3): Vec3 => [p[0], 0, p[2] + 0.2];
    laySheet(
      tailor.figure.mesh,
      (u, v) => {
        const d = mix(0.1, Math.PI, u);
        return d < 0.75 ? pushOut(surface, at(d, v), v < 0.2 ? 0.03 : 0) : at(d, v);
      },
      { columns: 44, rows: 8, colour: () => light, outward: out },
    );
    // The inner side: as deep as the collar is high.
    laySheet(
      tailor.figure.mesh,
      (u, v) => {
        const p = at(mix(0.1, Math.PI, u), 1 - v * 0.8);
        return [p[0] * 0.94, p[1], -0.2 + (p[2] + 0.2) * 0.94];
      },
      { columns: 44, rows: 4, colour: () => dimmed(light, 0.72), outward: (p) => [-p[0], 0, -p[2]] },
    );
    const upper = Array.from({ length: 24 }, (_, i) => at(mix(0.1, Math.PI, i / 23), 1));
    const front = Array.from({ length: 6 }, (_, i) => at(0.1, i / 5));
    const lower = Array.from({ length: 24 }, (_, i) =>
      giveWay(surface, at(mix(0.1, Math.PI, i / 23), 0), 0.03),
    );
    tailor.wire([...front, ...upper], 0.024, second, 70, out, 1);
    tailor.wire(lower, 0.018, second, 60, out, 1);
  }
  placket(tailor, surface, top + 0.2, bottom - 0.05, 0.2, 0.05, mixVec(light, second, 0.16));
  tailor.part('embroidery', Material.Cloth);
  for (const k of [-1, 1])
    tailor.cord(
      surface,
      [0, 0.5, 1].map((t) => tailor.front(surface, k * 0.2, mix(top + 0.2, bottom - 0.05, t))),
      0.03,
      0.018,
      second,
    );
  const gold = linear('#d9a441');
  for (let i = 0; i < 4; i++)
    tailor.button(surface, 0, top + 0.36 + i * 0.44, 0.05, gold, 0.07, Material.Metal);
  for (let i = 0; i < 9; i++)
    for (const k of [-1, 1])
      tailor.button(
        surface,
        k * 0.125,
        top + 0.36 + i * 0.2,
        0.018,
        dimmed(second, 0.85),
        0.055,
        Material.Cloth,
      );
  const print = withArmholes(printOf(spec, cloth), body);
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, z, out) => put(out, print(x, y, z)),
    sleeve: { ...plainSleeve(cloth), colour: print, loose: 0.06, cuff: second },
  };
};
