import { capsule, ellipsoid, intersection, union } from '../render/field.js';
import { Material } from '../render/materials.js';
import { mix, type Vec3 } from '../render/maths.js';
import { evenLattice } from '../render/lattice-samples.js';
import { surfaceNets } from '../render/surface-nets.js';
import { linear, shade } from './colours.js';
import type { Figure } from './figure.js';

/** Ears: a leaning shell with a rolled rim, a bowl, a lobe. */
export function buildEars(figure: Figure): void {
  const { ears } = figure.face;
  if (ears === 'none') return;
  const base = linear(figure.skin.base);
  const warm = linear(shade(figure.skin.base, { light: -0.015, chroma: 1.14, towards: 22, pull: 0.22 }));
  const long = ears === 'elf' ? 1 : ears === 'pointed' ? 0.36 : 0;
  for (const side of [-1, 1]) {
    const solid = earSolid(figure, long);
    figure.mesh.begin('ears', Material.Skin, figure.headFrame);
    const reach = figure.rig.head.halfWidth(0.15);
    surfaceNets(
      figure.mesh,
      { at: (x, y, z) => solid(x * side, y, z) },
      evenLattice(
        side > 0
          ? [reach - 0.2, -0.42 - long * 0.5, -0.5 - long * 0.9, reach + 0.34 + long * 0.75, 0.66, 0.12]
          : [-reach - 0.34 - long * 0.75, -0.42 - long * 0.5, -0.5 - long * 0.9, -reach + 0.2, 0.66, 0.12],
        0.024,
      ),
      (p) => {
        const k = Math.abs(p[0]) - reach;
        return k > 0.02 ? warm : base;
      },
    );
  }
}

/** One ear at the viewer's right, as a field over (x outwards, y, z). */
function earSolid(figure: Figure, long: number): (x: number, y: number, z: number) => number {
  const { ears, earSize: k, earLift } = figure.face;
  const root = figure.rig.head.halfWidth(0.15) - 0.025;
  const centre: Vec3 = [root + 0.07 + earLift * 0.5, 0.16, -0.13];
  const square = ears === 'square' ? 1 : 0;
  const lobe = ears === 'lobe' ? 1 : 0;
  const lean = 0.42 + earLift * 3;
  // Rim: from the front of the bowl over the top and down to the lobe.
  const rim: Vec3[] = Array.from({ length: 11 }, (_, i) => {
    const turn = mix(-0.55, 3.35, i / 10);
    const across = -Math.cos(turn) * 0.155 * k * (1 + 0.12 * square * Math.sin(turn));
    const high = -Math.sin(turn) * 0.275 * k * (1 + 0.05 * square);
    return [centre[0] - across * lean * 0.9 + 0.035, centre[1] - 0.02 + high, centre[2] + across];
  });
  const tip: Vec3 = [
    centre[0] + 0.1 + 0.62 * long,
    centre[1] - 0.26 - 0.42 * long,
    centre[2] - 0.14 - 0.72 * long,
  ];
  return (x, y, z) => {
    const across = z - centre[2];
    const lifted = x - centre[0] + across * lean;
    let d = ellipsoid(lifted, y - centre[1], across, [0, 0, 0], [0.062, 0.31 * k, 0.185 * k]);
    d = intersection(
      d,
      -ellipsoid(lifted - 0.075, y - centre[1] - 0.03, across - 0.035, [0, 0, 0], [0.07, 0.17 * k, 0.105]),
      0.03,
    );
    for (let i = 0; i < rim.length - 1; i++) d = union(d, capsule(x, y, z, rim[i], rim[i + 1], 0.03), 0.025);
    d = union(
      d,
      ellipsoid(
        lifted,
        y - centre[1] - (0.25 + 0.05 * lobe) * k,
        across - 0.05,
        [0, 0, 0],
        [0.05, 0.085 + 0.035 * lobe, 0.075],
      ),
      0.05,
    );
    // The little flap before the bowl.
    d = union(
      d,
      ellipsoid(lifted - 0.03, y - centre[1] - 0.05, across - 0.13, [0, 0, 0], [0.05, 0.055, 0.035]),
      0.04,
    );
    // Root on the head.
    d = union(d, ellipsoid(x - root + 0.02, y - 0.16, z + 0.1, [0, 0, 0], [0.09, 0.2 * k, 0.13]), 0.05);
    if (long > 0)
      d = union(
        d,
        capsule(x, y, z, [centre[0] + 0.02, centre[1] - 0.06, centre[2] - 0.06], tip, 0.15 * k, 0.012) +
          0.012,
        0.07,
      );
    return d;
  };
}
