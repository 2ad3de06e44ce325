/** A place of the new picture, and how far from it the old picture is sampled; all in pixels. */
export interface Pull {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** A smooth displacement of the plane: a weighted sum of bumps around the places that it was fitted to. */
export interface RadialField {
  readonly radius: number;
  readonly bumps: readonly Pull[];
}

/** Keeps bumps of places that lie on top of each other finite; a fit then misses by about as much of a displacement. */
const RIDGE = 0.01;

/**
 * Wendland's C2 function of compact support: 1 at the centre, 0 from 1 on, smooth in between, and positive definite in
 * the plane, so that any set of different places can be fitted (H. Wendland, 1995).
 */
function wendland(distance: number): number {
  if (distance >= 1) return 0;
  const rest = 1 - distance;
  return rest * rest * rest * rest * (4 * distance + 1);
}

/**
 * Radial basis functions of compact support through all pulls, as N. Arad et al., "Image Warping by Radial Basis
 * Functions" (1994), and M. Fornefett et al. (2001) warp pictures.
 * @param radius of a bump in pixels
 */
export function fitRadialField(pulls: readonly Pull[], radius: number): RadialField {
  const count = pulls.length;
  const matrix = new Float64Array(count * count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j <= i; j++) {
      const distance = Math.hypot(pulls[i].x - pulls[j].x, pulls[i].y - pulls[j].y) / radius;
      matrix[i * count + j] = wendland(distance) + (i === j ? RIDGE : 0);
    }
  factorise(matrix, count);
  const across = solve(matrix, pulls.map(({ dx }) => dx)); // prettier-ignore
  const down = solve(matrix, pulls.map(({ dy }) => dy)); // prettier-ignore
  return { radius, bumps: pulls.map(({ x, y }, i) => ({ x, y, dx: across[i], dy: down[i] })) };
}

/** The displacement at a place. */
export function displacementAt(
  { radius, bumps }: RadialField,
  x: number,
  y: number,
): [dx: number, dy: number] {
  let dx = 0;
  let dy = 0;
  for (const bump of bumps) {
    const u = x - bump.x;
    const v = y - bump.y;
    const square = u * u + v * v;
    if (square >= radius * radius) continue;
    const weight = wendland(Math.sqrt(square) / radius);
    dx += weight * bump.dx;
    dy += weight * bump.dy;
  }
  return [dx, dy];
}

/** Cholesky's factor of a symmetric positive definite matrix, in its lower triangle. */
function factorise(matrix: Float64Array, count: number): void {
  for (let i = 0; i < count; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * count + j];
      for (let k = 0; k < j; k++) rest -= matrix[i * count + k] * matrix[j * count + k];
      matrix[i * count + j] = i === j ? Math.sqrt(rest) : rest / matrix[j * count + j];
    }
}

function solve(factor: Float64Array, right: readonly number[]): Float64Array {
  const count = right.length;
  const result = Float64Array.from(right);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < i; k++) result[i] -= factor[i * count + k] * result[k];
    result[i] /= factor[i * count + i];
  }
  for (let i = count - 1; i >= 0; i--) {
    for (let k = i + 1; k < count; k++) result[i] -= factor[k * count + i] * result[k];
    result[i] /= factor[i * count + i];
  }
  return result;
}
