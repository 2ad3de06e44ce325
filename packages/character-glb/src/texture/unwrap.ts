import type { Figure } from '@avatar/character-draw';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { pickVertices } from '../mesh/pick.js';

/** Share of the texture's width for a full turn; what is left takes the triangles that cross the seam behind. */
const TURN = 0.95;

/** A cylinder around an axis, unrolled; the front half gets most of the width. */
export interface Cylinder {
  /** Depth of the axis at a height. */
  readonly axis: (y: number) => number;
  /** Heights that become 0 and 1. */
  readonly top: number;
  readonly bottom: number;
  /** How much of the distance from the axis is added to the height: lays shoulders open. */
  readonly slope: number;
}

/** The jaw lies before the neck: the axis leans forward to stay within the head. */
export const headCylinder = ({ rig }: Figure): Cylinder => ({
  axis: rig.head.middle,
  top: -1.7,
  bottom: 1.75,
  slope: 0,
});
export const BODY_CYLINDER: Cylinder = { axis: () => -0.18, top: 0.1, bottom: 5.2, slope: 0.5 };

/** Texture coordinates on a cylinder; vertices on the seam are doubled. */
export function unwrapped(
  mesh: BustMesh,
  { axis, top, bottom, slope }: Cylinder,
): BustMesh & { uvs: Float32Array } {
  const count = mesh.rests.length / 3;
  const uvs: number[] = [];
  for (let i = 0; i < count; i++) {
    const x = mesh.rests[i * 3];
    const y = mesh.rests[i * 3 + 1];
    const z = mesh.rests[i * 3 + 2] - axis(y);
    const turn = Math.abs(Math.atan2(x, z)) / Math.PI;
    const wide = 1.55 * turn - 0.55 * turn * turn;
    const height = y + slope * Math.sqrt(x * x + z * z);
    uvs.push(
      TURN * (0.5 + 0.5 * Math.sign(x) * wide),
      Math.min(1, Math.max(0, (height - top) / (bottom - top))),
    );
  }
  const indices = mesh.indices.slice();
  const doubled = new Map<number, number>();
  const rows = Array.from({ length: count }, (_, i) => i);
  for (let t = 0; t < indices.length; t += 3) {
    const u = [0, 1, 2].map((k) => uvs[indices[t + k] * 2]);
    if (Math.max(...u) - Math.min(...u) < TURN / 2) continue;
    for (let k = 0; k < 3; k++) {
      const vertex = indices[t + k];
      if (u[k] >= TURN / 2) continue;
      let twin = doubled.get(vertex);
      if (twin === undefined) {
        twin = rows.push(vertex) - 1;
        uvs.push(Math.min(1, u[k] + TURN), uvs[vertex * 2 + 1]);
        doubled.set(vertex, twin);
      }
      indices[t + k] = twin;
    }
  }
  return { ...pickVertices(mesh, Uint32Array.from(rows)), indices, uvs: Float32Array.from(uvs) };
}
