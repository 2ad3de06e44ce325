import type { HairCap } from '../../../hair/index.js';
import { linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { Material } from '../render/materials.js';
import { clamp, latticeNoise, mix, mixVec, smoothstep, unit, vec3, type Vec3 } from '../render/maths.js';
import { laySheet } from '../render/sheet.js';
import { hairEdge } from './hair-edge.js';
import { awayFromHead } from './lock-mesh.js';

/** A cloud of curls: a shell over the scalp, raised in round cells. `fine` for an afro, coarse for short curls. */
export function buildCurlCloud(figure: Figure, cap: HairCap, fine: boolean): void {
  const { rig, hair } = figure;
  const { seed } = rig.person.character;
  const frequency = fine ? 8.6 : 5.4;
  const height = fine ? 0.12 : 0.17;
  const columns = fine ? 280 : 220;
  const rows = fine ? 100 : 80;
  const edge = hairEdge(rig, cap, -46);
  const base = linear(hair.base);
  const low = linear(hair.lowest);
  const high = linear(hair.high);
  const raised = new Float32Array((columns + 1) * (rows + 1));
  const slot = (u: number, v: number) => Math.round(u * columns) * (rows + 1) + Math.round(v * rows);
  const material = fine ? Material.Cloth : Material.Hair;
  figure.mesh.begin('hair', material, figure.headFrame);
  laySheet(
    figure.mesh,
    (u, v) => {
      const azimuth = mix(-180, 180, u);
      const from = edge(azimuth) - (fine ? 0 : 10 * smoothstep(70, 50, Math.abs(azimuth)));
      const elevation = mix(from, 90, v);
      const p = rig.scalp(azimuth, elevation, 0);
      const d = unit([p[0], p[1] + 0.42, p[2] + 0.08]);
      const cell =
        1 -
        nearestPoint(d[0] * frequency, d[1] * frequency, d[2] * frequency, seed) * 0.9 -
        nearestPoint(d[0] * frequency * 2.3 + 9, d[1] * frequency * 2.3, d[2] * frequency * 2.3, seed + 1) *
          0.14;
      raised[slot(u, v)] = cell;
      const grow = Math.sin(Math.min(1, v * 5 + 0.3) * (Math.PI / 2));
      return vec3(
        rig.scalp(azimuth, elevation, (cap.lift + 0.02) * grow + height * cell * Math.min(1, 0.35 + v * 3)),
      );
    },
    {
      columns,
      rows,
      colour: (u, v) => {
        const c = raised[slot(u, v)];
        return c < 0.5 ? mixVec(low, base, clamp(c * 2)) : mixVec(base, high, clamp((c - 0.5) * 1.1));
      },
      outward: awayFromHead,
      rest: (u, v): Vec3 => [u * columns * 0.2, v * rows * 0.5, 1],
    },
  );
}

/** Distance to the nearest of the random points, one in each cell (S. Worley, "A cellular texture basis function", 1996). */
function nearestPoint(x: number, y: number, z: number, seed: number): number {
  const X = Math.floor(x);
  const Y = Math.floor(y);
  const Z = Math.floor(z);
  let best = 9;
  for (let a = X - 1; a <= X + 1; a++)
    for (let b = Y - 1; b <= Y + 1; b++)
      for (let c = Z - 1; c <= Z + 1; c++) {
        const u = a + latticeNoise(a, b, c + seed * 131) - x;
        const v = b + latticeNoise(a + 57, b, c + seed * 131) - y;
        const w = c + latticeNoise(a, b + 91, c + seed * 131) - z;
        const d = u * u + v * v + w * w;
        if (d < best) best = d;
      }
  return Math.sqrt(best);
}
