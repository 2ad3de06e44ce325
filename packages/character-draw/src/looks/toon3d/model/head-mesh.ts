import { linear } from './colours.js';
import { planes, type Lattice } from '../render/lattice-samples.js';
import { surfaceNets } from '../render/surface-nets.js';
import { Material } from '../render/materials.js';
import type { Figure } from './figure.js';

/** Dense where the eyes, the nose and the lips are, wide over the skull. */
export function headLattice(figure: Figure): Lattice {
  const { mouth, eye } = figure.face;
  const { chinY } = figure.rig.head;
  const eyeTop = eye.centre[1] - 0.42;
  const lipsTop = mouth.y - 0.14;
  const lipsBottom = mouth.y + 0.32;
  return {
    xs: planes(-1.12, 1.12, (x) => (Math.abs(x) < 0.86 ? 0.0215 : 0.034)),
    ys: planes(-1.56, chinY + 0.1, (y) =>
      y < -0.66
        ? 0.055
        : y < eyeTop
          ? 0.03
          : y < eye.centre[1] + 0.3
            ? 0.0205
            : y < lipsTop
              ? 0.026
              : y < lipsBottom
                ? 0.0175
                : 0.034,
    ),
    zs: planes(-1.28, 1.5, (z) => (z < 0.2 ? 0.06 : z < 0.5 ? 0.036 : 0.026)),
  };
}

export function buildHead(figure: Figure): void {
  const skin = linear(figure.skin.base);
  figure.mesh.begin('face', Material.Skin, figure.headFrame);
  surfaceNets(figure.mesh, figure.headSurface, headLattice(figure), () => skin);
}
