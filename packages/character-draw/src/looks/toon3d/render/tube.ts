import { smoothCurve } from './curve.js';
import { cross, unit, type Vec3 } from './maths.js';
import type { MeshBuilder } from './mesh-builder.js';

/** Where a vertex of a tube sits: along it 0 to 1, and on its rim (`side` to the left or right, `out` to the outside). */
export interface TubePoint {
  readonly along: number;
  readonly side: number;
  readonly out: number;
  /** Angle around the tube as a part of a turn. */
  readonly around: number;
}

export interface TubeOptions {
  /** Half width in units at `along`. */
  readonly width: (along: number) => number;
  /** Thickness over width. Default 1. */
  readonly flatness?: number;
  /** Direction in which the flat side looks at a point of the centre line. */
  readonly outward: (point: Vec3) => Vec3;
  readonly colour: (at: TubePoint, point: Vec3) => Vec3;
  readonly rest?: (at: TubePoint, point: Vec3) => Vec3;
  /** How far normals lean to `outward`: locks of one mass are lit as one. 0 (default) to 1. */
  readonly bend?: number;
  /** Factor of the radius at an angle around: grooves between strands. Default 1 everywhere. */
  readonly relief?: (turn: number, along: number) => number;
  /** Vertices around. Default 10. */
  readonly around?: number;
  /** Rings along. Default 22. */
  readonly rings?: number;
}

/** A tube swept along a smooth curve through `points`, closed at both ends. */
export function sweepTube(mesh: MeshBuilder, points: readonly Vec3[], options: TubeOptions): void {
  const { around = 10, rings = 22, flatness = 1, bend = 0, relief } = options;
  const centre = smoothCurve(points, rings);
  const first = mesh.vertexCount;
  for (let i = 0; i < rings; i++) {
    const p = centre[i];
    const next = centre[Math.min(rings - 1, i + 1)];
    const before = centre[Math.max(0, i - 1)];
    const tangent = unit([next[0] - before[0], next[1] - before[1], next[2] - before[2]]);
    const outward = unit(options.outward(p));
    const side = unit(cross(tangent, outward));
    const out = cross(side, tangent);
    const along = i / (rings - 1);
    const width = Math.max(0.003, options.width(along));
    const thick = width * flatness;
    for (let k = 0; k < around; k++) {
      const turn = (k / around) * 2 * Math.PI;
      const c = Math.cos(turn);
      const s = Math.sin(turn);
      const at: TubePoint = { along, side: c, out: s, around: k / around };
      const f = relief ? relief(turn, along) : 1;
      const point: Vec3 = [
        p[0] + (side[0] * c * width + out[0] * s * thick) * f,
        p[1] + (side[1] * c * width + out[1] * s * thick) * f,
        p[2] + (side[2] * c * width + out[2] * s * thick) * f,
      ];
      // A groove turns the normal towards it.
      const slope = relief ? (relief(turn + 0.05, along) - relief(turn - 0.05, along)) / (0.1 * f) : 0;
      const nc = (c + slope * s) / width;
      const ns = (s - slope * c) / thick;
      let normal = unit([side[0] * nc + out[0] * ns, side[1] * nc + out[1] * ns, side[2] * nc + out[2] * ns]);
      if (bend > 0)
        normal = unit([
          normal[0] + (outward[0] - normal[0]) * bend,
          normal[1] + (outward[1] - normal[1]) * bend,
          normal[2] + (outward[2] - normal[2]) * bend,
        ]);
      mesh.vertex(point, normal, options.colour(at, point), tangent, options.rest?.(at, point));
    }
  }
  joinRings(mesh, first, rings, around);
}

function joinRings(mesh: MeshBuilder, first: number, rings: number, around: number): void {
  for (let i = 0; i < rings - 1; i++)
    for (let k = 0; k < around; k++) {
      const a = first + i * around;
      const next = (k + 1) % around;
      mesh.quad(a + k, a + around + k, a + around + next, a + next);
    }
  const last = first + (rings - 1) * around;
  for (let k = 1; k < around - 1; k++) {
    mesh.triangle(first, first + k, first + k + 1);
    mesh.triangle(last, last + k + 1, last + k);
  }
}
