import { lifted } from '../../model/colours.js';
import type { Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { bump, mix, smoothstep } from '../../render/maths.js';
import { plainSleeve } from '../outfit.js';
import { printOf } from '../patterns.js';
import { put, type Garment } from './garment.js';

export const dress: Garment = (tailor) => {
  const { body, cloth, spec } = tailor;
  const { top, shoulder } = body;
  const straps = (ax: number) => smoothstep(shoulder * 0.34, shoulder * 0.62, ax);
  const line = (x: number): number => {
    const ax = Math.abs(x);
    switch (spec.neck) {
      case 'crew':
        return top + 0.34 - 0.5 * smoothstep(0.3, 0.75, ax) - 0.4 * straps(ax);
      case 'v':
        return top + 1.02 - 1.25 * Math.sqrt(ax * ax + 0.003) - 0.3 * straps(ax);
      case 'boat':
        return top + 0.34 - 0.36 * smoothstep(0.5, 1.1, ax) - 0.15 * straps(ax);
      default:
        return top + 0.8 + 0.1 * bump(ax, 0.16) - 0.05 * smoothstep(0.1, 0.5, ax) - straps(ax);
    }
  };
  const edge: Field = (x, y, z) => (z < -0.1 ? y - top - 0.1 : y - line(x));
  const surface = tailor.shell(0.045, edge, 0.9);
  const half = shoulder * (spec.neck === 'boat' || spec.neck === 'crew' ? 0.52 : 0.62);
  const border = Array.from({ length: 41 }, (_, i) => {
    const x = mix(-half, half, i / 40);
    return tailor.front(surface, x, line(x));
  });
  tailor.part('hem', Material.Cloth);
  tailor.cord(surface, border, 0.012, 0.026, lifted(cloth, 1.15), 90);
  const print = printOf(spec, cloth);
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, z, out) => put(out, print(x, y, z)),
    sleeve: { ...plainSleeve(cloth, 'short'), colour: print, loose: 0.02 },
  };
};
