import { cross, dot, scale, subtract, unit, type Vec3 } from './maths.js';
import type { MeshBuilder } from './mesh-builder.js';

export interface SheetOptions {
  /** Cells along u and v. */
  readonly columns: number;
  readonly rows: number;
  readonly colour: (u: number, v: number, point: Vec3, normal: Vec3) => Vec3;
  /** A direction that lies outside of the sheet at a point: turns the normals. */
  readonly outward?: (point: Vec3, u: number, v: number) => Vec3;
  readonly rest?: (u: number, v: number, point: Vec3) => Vec3;
}

/** A sheet over (u, v), both 0 to 1. If its first and last columns meet, its normals do too. */
export function laySheet(
  mesh: MeshBuilder,
  surface: (u: number, v: number) => Vec3,
  { columns, rows, colour, outward, rest }: SheetOptions,
): void {
  const stride = rows + 1;
  const points: Vec3[] = [];
  for (let i = 0; i <= columns; i++)
    for (let j = 0; j <= rows; j++) points.push(surface(i / columns, j / rows));
  const middle = rows >> 1;
  const seam = subtract(points[middle], points[columns * stride + middle]);
  const wraps = dot(seam, seam) < 1e-6;
  const column = (i: number): number => (wraps ? (i + columns) % columns : Math.max(0, Math.min(columns, i)));
  const at = (i: number, j: number): Vec3 => points[i * stride + Math.max(0, Math.min(rows, j))];
  const first = mesh.vertexCount;
  for (let i = 0; i <= columns; i++)
    for (let j = 0; j <= rows; j++) {
      const point = at(i, j);
      const u = i / columns;
      const v = j / rows;
      const du = subtract(at(column(i + 1), j), at(column(i - 1), j));
      const dv = subtract(at(i, j + 1), at(i, j - 1));
      const out = outward?.(point, u, v);
      let normal = cross(du, dv);
      if (dot(normal, normal) < 1e-18) normal = out ?? [0, 0, 1];
      normal = unit(normal);
      if (out && dot(normal, out) < 0) normal = scale(normal, -1);
      mesh.vertex(point, normal, colour(u, v, point, normal), unit(dv), rest?.(u, v, point));
    }
  const flip = windsInwards(points, columns, rows, outward);
  for (let i = 0; i < columns; i++)
    for (let j = 0; j < rows; j++) {
      const a = first + i * stride + j;
      if (flip) mesh.quad(a, a + stride, a + stride + 1, a + 1);
      else mesh.quad(a, a + 1, a + stride + 1, a + stride);
    }
}

function windsInwards(
  points: readonly Vec3[],
  columns: number,
  rows: number,
  outward: SheetOptions['outward'],
): boolean {
  if (!outward) return false;
  const i = columns >> 1;
  const j = rows >> 1;
  const a = points[i * (rows + 1) + j];
  const b = points[i * (rows + 1) + Math.min(rows, j + 1)];
  const c = points[Math.min(columns, i + 1) * (rows + 1) + j];
  const facing = cross(subtract(b, a), subtract(c, a));
  return dot(facing, outward(a, i / columns, j / rows)) < 0;
}

/** An ellipsoid. */
export function placeBall(
  mesh: MeshBuilder,
  centre: Vec3,
  radii: Vec3,
  colour: Vec3 | ((direction: Vec3) => Vec3),
  columns = 24,
): void {
  laySheet(
    mesh,
    (u, v) => {
      const turn = (2 * u - 1) * Math.PI;
      const fall = 0.001 + (Math.PI - 0.002) * v;
      return [
        centre[0] + radii[0] * Math.sin(fall) * Math.sin(turn),
        centre[1] - radii[1] * Math.cos(fall),
        centre[2] + radii[2] * Math.sin(fall) * Math.cos(turn),
      ];
    },
    {
      columns,
      rows: columns >> 1,
      colour: (_u, _v, p) =>
        typeof colour === 'function'
          ? colour(unit([0, 1, 2].map((j) => (p[j] - centre[j]) / radii[j]) as unknown as Vec3))
          : colour,
      outward: (p) => [
        (p[0] - centre[0]) / (radii[0] * radii[0]),
        (p[1] - centre[1]) / (radii[1] * radii[1]),
        (p[2] - centre[2]) / (radii[2] * radii[2]),
      ],
    },
  );
}
