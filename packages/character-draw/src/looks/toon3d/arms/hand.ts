import { linear, shade } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { Material } from '../render/materials.js';
import { cross, mix, unit, type Vec3 } from '../render/maths.js';
import { laySheet } from '../render/sheet.js';
import type { Finger, HandPlace, HandShape } from './hand-shapes.js';
import { bone, buildBones, type Bone } from './limb.js';

/** A hand with knuckles, creases and nails; gloved where the outfit says so. */
export function buildHand(
  figure: Figure,
  shape: HandShape,
  place: HandPlace,
  glove?: { readonly colour: Vec3; readonly material: Material },
): void {
  const { size = 1, across, lengthwise, at } = place;
  let out = unit(cross(across, lengthwise));
  if (out[2] < 0) out = [-out[0], -out[1], -out[2]];
  const put = ([x, y, z]: readonly [number, number, number]): Vec3 =>
    [0, 1, 2].map((j) => at[j] + (across[j] * x + lengthwise[j] * y + out[j] * z) * size) as unknown as Vec3;
  const bones: Bone[] = [];
  const grow = glove ? 0.02 : 0;
  for (const f of shape.fingers)
    for (let i = 0; i + 1 < f.line.length; i++)
      bones.push(
        bone(
          put(f.line[i]),
          put(f.line[i + 1]),
          f.width * size * (1 - 0.05 * i) + grow,
          f.width * size * (0.95 - 0.06 * i) + grow,
        ),
      );
  for (const [a, b, r] of shape.palm) bones.push(bone(put(a), put(b), r * size + grow));
  const skin = linear(figure.skin.base);
  const knuckle = linear(shade(figure.skin.base, { light: -0.02, chroma: 1.12, towards: 20, pull: 0.25 }));
  const joints = shape.fingers.flatMap((f) => f.line.slice(1).map(put));
  const colour = (p: Vec3): Vec3 => {
    if (glove) return glove.colour;
    const near = joints.some((q) => (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2 < 0.0125);
    return near ? knuckle : skin;
  };
  buildBones(figure, 'hands', glove?.material ?? Material.Skin, bones, colour, { blend: 0.038, step: 0.03 });
  if (!glove) for (const f of shape.fingers) if (f.nail) nail(figure, f, put, out, size);
}

function nail(
  figure: Figure,
  f: Finger,
  put: (p: readonly [number, number, number]) => Vec3,
  out: Vec3,
  size: number,
): void {
  const tip = put(f.line[f.line.length - 1]);
  const before = put(f.line[f.line.length - 2]);
  const forward = unit([tip[0] - before[0], tip[1] - before[1], tip[2] - before[2]]);
  const side = unit(cross(forward, out));
  const up = unit(cross(side, forward));
  const face: Vec3 = up[2] < 0 ? [-up[0], -up[1], -up[2]] : up;
  const r = f.width * size;
  const colour = linear(shade(figure.skin.base, { light: 0.05, chroma: 0.85, towards: 15, pull: 0.4 }));
  figure.mesh.begin('nails', Material.Moist, figure.bodyFrame);
  laySheet(
    figure.mesh,
    (u, v) => {
      const a = (u - 0.5) * 1.7;
      const l = mix(-0.45, 0.62, v) * r * 1.3;
      const w = Math.sin(a) * r * 0.88 * (1 - 0.25 * v * v);
      const h = Math.cos(a) * r * 0.97 - Math.max(0, v - 0.6) * r * 0.4 + 0.004;
      return [0, 1, 2].map((j) => tip[j] + forward[j] * l + side[j] * w + face[j] * h) as unknown as Vec3;
    },
    {
      columns: 10,
      rows: 8,
      colour: (_u, v) =>
        v > 0.86
          ? [Math.min(1, colour[0] * 1.15), Math.min(1, colour[1] * 1.15), Math.min(1, colour[2] * 1.15)]
          : colour,
      outward: () => face,
    },
  );
}
