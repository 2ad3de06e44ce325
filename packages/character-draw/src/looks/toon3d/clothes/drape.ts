import { pushAlong, type Field } from '../render/field.js';
import { mixVec, smoothstep, unit, type Vec3 } from '../render/maths.js';

/** Out of the surface: outwards in front, upwards on the shoulders. */
export function giveWay(surface: Field, p: Vec3, off: number): Vec3 {
  const around = Math.abs(Math.atan2(p[0], p[2] + 0.2));
  const up = smoothstep(0.55, 1.25, around);
  const r = Math.hypot(p[0], p[2] + 0.2) || 1;
  return pushAlong(surface, p, off, unit([(p[0] / r) * (1 - up), -up, ((p[2] + 0.2) / r) * (1 - up)]));
}

/** The part of a grid before a column, smoothed more often: its borders run evenly there. */
export function relaxedBefore(grid: readonly Vec3[][], column: number, passes: number): Vec3[][] {
  let calm = grid.slice(0, column + 1).map((points) => [...points]);
  for (let pass = 0; pass < passes; pass++) calm = relaxed(calm);
  return [...calm, ...grid.slice(column + 1).map((points) => [...points])];
}

/** Every inner point half way to the mean of its neighbours; borders only along themselves. */
export function relaxed(grid: readonly Vec3[][]): Vec3[][] {
  const columns = grid.length - 1;
  const rows = grid[0].length - 1;
  return grid.map((column, i) =>
    column.map((p, j) => {
      const iBorder = i === 0 || i === columns;
      const jBorder = j === 0 || j === rows;
      if (iBorder && jBorder) return p;
      const alongI = iBorder ? p : mixVec(grid[i - 1][j], grid[i + 1][j], 0.5);
      const alongJ = jBorder ? p : mixVec(grid[i][j - 1], grid[i][j + 1], 0.5);
      return mixVec(p, iBorder ? alongJ : jBorder ? alongI : mixVec(alongI, alongJ, 0.5), 0.5);
    }),
  );
}
