import { wearsGlass } from '../../../../headwear/wears-glass.js';
import { dimmed, linear } from '../../model/colours.js';
import type { Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import type { Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import type { Tailor } from '../tailor.js';
import { put, type Garment } from './garment.js';

/** A padded suit with a locking ring, a chest pack with hoses, and a glass bubble. */
export const spacesuit: Garment = (tailor) => {
  const { body, cloth, second } = tailor;
  const { top, neck, shoulder } = body;
  const metal = linear('#aeb4bd');
  const edge: Field = (_x, y) => y - top + 0.42;
  const surface = tailor.shell(0.15, edge, 2.2, 0.066);
  tailor.part('lining', Material.Cloth);
  for (let i = 0; i < 2; i++)
    tailor.ring(top - 0.44 + i * 0.15, neck + 0.18 + 0.03 * i, 0.1, linear('#3b4150'), 0, 0.1);
  lockingRing(tailor, neck + 0.66, metal);
  chestPack(tailor, surface);
  const seam = (x: number, y: number) => Math.abs(y - top - 0.62 - 0.2 * (Math.abs(x) - shoulder * 0.7));
  const colourAt = (x: number, y: number): Vec3 => {
    const ax = Math.abs(x);
    if (ax > shoulder * 0.66 && seam(x, y) < 0.06) return second;
    if (ax > shoulder * 0.66 && seam(x, y) < 0.085) return dimmed(cloth, 0.62);
    if (Math.abs(ax - shoulder * 0.66) < 0.016 && y > top + 0.3) return dimmed(cloth, 0.6);
    const quilt = Math.abs((((y - top) * 2.4) % 1) - 0.5) < 0.018 && y > top + 1.9;
    return quilt ? dimmed(cloth, 0.75) : cloth;
  };
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, _z, out) => put(out, colourAt(x, y)),
    sleeve: {
      length: 'long',
      material: Material.Cloth,
      colour: () => cloth,
      loose: 0.11,
      cuff: second,
      glove: { colour: dimmed(cloth, 0.92), material: Material.Cloth },
    },
    ...(wearsGlass(tailor.figure.rig.person.character) && {
      bubble: { centre: [0, 0.06, -0.1], radius: 1.98 },
    }),
  };
};

function lockingRing(tailor: Tailor, radius: number, metal: Vec3): void {
  const { top } = tailor.body;
  const { cloth, second } = tailor;
  const at = (r: number, y: number, a: number): Vec3 => [
    Math.sin(a) * r,
    y + Math.cos(a) * 0.22,
    -0.14 + Math.cos(a) * r,
  ];
  const ring = (
    name: string,
    r: number,
    y: number,
    thick: number,
    colour: Vec3,
    material: Material,
  ): void => {
    tailor.part(name, material);
    tailor.wire(
      Array.from({ length: 61 }, (_, i) => at(r, y, (i / 60) * 2 * Math.PI + Math.PI)),
      thick,
      colour,
      120,
      (p) => [p[0], 0, p[2] + 0.14],
      1,
    );
  };
  ring('collar', radius + 0.05, top + 0.12, 0.15, cloth, Material.Cloth);
  ring('neck_ring', radius, top - 0.04, 0.11, metal, Material.Metal);
  ring('seal', radius - 0.02, top - 0.2, 0.075, second, Material.Gloss);
  ring('neck_ring', radius - 0.04, top - 0.3, 0.06, metal, Material.Metal);
  for (let i = 0; i < 12; i++)
    tailor.ball(
      at(radius + 0.1, top - 0.04, (i / 12) * 2 * Math.PI + 0.26),
      [0.035, 0.035, 0.035],
      dimmed(metal, 0.8),
      10,
    );
  tailor.part('latches', Material.Gloss);
  for (const side of [-1, 1])
    tailor.ball(at(radius + 0.1, top - 0.06, side * 0.5), [0.09, 0.07, 0.06], linear('#c23b2e'), 14);
}

function chestPack(tailor: Tailor, surface: Field): void {
  const { top } = tailor.body;
  const { cloth } = tailor;
  const z = tailor.front(surface, 0, top + 1.3)[2];
  const soft = (t: number) => Math.sign(t) * Math.abs(t) ** 0.3;
  const box = (
    name: string,
    cx: number,
    cy: number,
    w: number,
    h: number,
    d: number,
    colour: Vec3,
    material: Material,
  ): void => {
    tailor.part(name, material);
    laySheet(
      tailor.figure.mesh,
      (u, v) => {
        const a = (2 * u - 1) * Math.PI;
        const b = (v - 0.5) * Math.PI;
        return [
          cx + w * soft(Math.sin(a)) * soft(Math.cos(b)),
          cy + h * soft(Math.sin(b)),
          z + 0.02 + d * soft(Math.cos(a)) * soft(Math.cos(b)),
        ];
      },
      { columns: 28, rows: 16, colour: () => colour, outward: (p) => [p[0] - cx, p[1] - cy, (p[2] - z) * 3] },
    );
  };
  box('chest_pack', 0, top + 1.32, 0.62, 0.34, 0.2, dimmed(cloth, 0.82), Material.Cloth);
  tailor.part('buttons', Material.Gloss);
  for (const [x, hex] of [
    [-0.38, '#3fae6a'],
    [-0.2, '#e8b53c'],
    [-0.02, '#d1483b'],
  ] as const)
    tailor.ball([x, top + 1.2, z + 0.22], [0.055, 0.055, 0.03], linear(hex), 14);
  box('display', 0.33, top + 1.24, 0.17, 0.1, 0.22, linear('#20303c'), Material.Gloss);
  tailor.part('hoses', Material.Cloth);
  for (const side of [-1, 1])
    tailor.wire(
      [
        [side * 0.62, top + 1.3, z + 0.05],
        ...[
          [0.95, 1.2],
          [1.1, 0.8],
          [0.9, 0.35],
        ].map(([x, y]): Vec3 => {
          const p = tailor.front(surface, side * x, top + y);
          return [p[0], p[1], p[2] + 0.06];
        }),
      ],
      0.08,
      (u) => dimmed(linear('#4a505c'), 0.8 + 0.3 * Math.sin(u * 70)),
      50,
      () => [0, 0, 1],
      1,
    );
}
