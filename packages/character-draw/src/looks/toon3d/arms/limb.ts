import { capsule, union, type Field } from '../render/field.js';
import { Material } from '../render/materials.js';
import type { Vec3 } from '../render/maths.js';
import { evenLattice } from '../render/lattice-samples.js';
import { surfaceNets } from '../render/surface-nets.js';
import type { Figure } from '../model/figure.js';

/** A bone with its flesh: from point to point, radius to radius. */
export interface Bone {
  readonly from: Vec3;
  readonly to: Vec3;
  readonly start: number;
  readonly end: number;
}

export const bone = (from: Vec3, to: Vec3, start: number, end = start): Bone => ({ from, to, start, end });

function bonesField(bones: readonly Bone[], blend: number): Field {
  return (x, y, z) => {
    let d = 9;
    for (const b of bones) d = union(d, capsule(x, y, z, b.from, b.to, b.start, b.end), blend);
    return d;
  };
}

/** Meshes bones that grow into one another. `relief` is added to the distance. */
export function buildBones(
  figure: Figure,
  name: string,
  material: Material,
  bones: readonly Bone[],
  colour: (p: Vec3) => Vec3,
  { blend = 0.06, step = 0.05, relief }: { blend?: number; step?: number; relief?: Field } = {},
): void {
  const low = [9, 9, 9];
  const high = [-9, -9, -9];
  for (const b of bones)
    for (const p of [b.from, b.to])
      for (let j = 0; j < 3; j++) {
        const r = Math.max(b.start, b.end) + 0.12;
        low[j] = Math.min(low[j], p[j] - r);
        high[j] = Math.max(high[j], p[j] + r);
      }
  const field = bonesField(bones, blend);
  figure.mesh.begin(name, material, figure.bodyFrame);
  surfaceNets(
    figure.mesh,
    { at: relief ? (x, y, z) => field(x, y, z) + relief(x, y, z) : field },
    evenLattice([...low, ...high], step),
    (p) => colour(p),
    // Hands and arms lie outside of the paint of the face.
    material === Material.Skin ? () => [0, 9, 0] : undefined,
  );
}
