import { dimmed } from '../../model/colours.js';
import type { Field } from '../../render/field.js';
import { Material } from '../../render/materials.js';
import { mix, smoothstep, type Vec3 } from '../../render/maths.js';
import { laySheet } from '../../render/sheet.js';
import { plainSleeve } from '../outfit.js';
import { knit, printOf, withArmholes } from '../patterns.js';
import type { Tailor } from '../tailor.js';
import { put, type Garment } from './garment.js';

/** Necklines of pullovers and T-shirts. */
function necklineOf(tailor: Tailor): (x: number, z: number) => number {
  const { spec } = tailor;
  switch (spec.neck) {
    case 'v': {
      const base = tailor.neckline(-0.4, 0.2);
      return (x, z) => base(x, z) + (z > -0.2 ? 0.42 * smoothstep(0.46, 0, Math.abs(x)) : 0);
    }
    case 'boat': {
      const base = tailor.neckline(-0.34, 0.06);
      return (x, z) => base(x, z) + 0.1 * smoothstep(0.5, 1, Math.abs(x));
    }
    default:
      return tailor.neckline(-0.4, 0.17);
  }
}

/** How far the cloth goes on below the ribbed collar, units: no skin shows between them. */
export const UNDER_RIB = 0.075;
/** The same where the collar runs down to a point. */
const UNDER_POINT = 0.16;
const underRib = ({ spec }: Tailor): number => (spec.neck === 'v' ? UNDER_POINT : UNDER_RIB);

export const tshirt: Garment = (tailor) => {
  const { body, cloth, spec } = tailor;
  const height = necklineOf(tailor);
  const isSkin: Field = (x, y, z) => y - height(x, z) + underRib(tailor);
  const surface = tailor.shell(0.045, isSkin);
  tailor.ribCollar(surface, height, 0.1, dimmed(cloth, 0.95));
  const print = withArmholes(printOf(spec, cloth), body);
  return {
    surface,
    isSkin: (x, y, z) => isSkin(x, y, z) < 0,
    colourAt: (x, y, z, out) => put(out, print(x, y, z)),
    sleeve: { ...plainSleeve(cloth, 'short'), colour: print },
  };
};

/** A thicker knit with ribbed collar and cuffs. */
export const sweater: Garment = (tailor) => {
  const { body, cloth, spec } = tailor;
  const height = necklineOf(tailor);
  const edge: Field = (x, y, z) => y - height(x, z) + underRib(tailor) + 0.06;
  const surface = tailor.shell(0.085, edge, 1.35);
  tailor.ribCollar(surface, (x, z) => height(x, z) - 0.06, 0.13, dimmed(cloth, 0.92));
  const printed = withArmholes(printOf(spec, cloth), body);
  const cabled = (x: number, y: number, z: number): Vec3 => {
    const u = Math.atan2(x, z + 0.9) * 1.35;
    return dimmed(printed(x, y, z), spec.pattern === 'knit' ? 1 : mix(1, knit(u, y), 0.75));
  };
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, z, out) => put(out, cabled(x, y, z)),
    sleeve: { ...plainSleeve(cloth), colour: cabled, loose: 0.06, cuff: dimmed(cloth, 0.88) },
  };
};

export const turtleneck: Garment = (tailor) => {
  const { body, cloth, light, spec } = tailor;
  const { top } = body;
  const edge: Field = (_x, y) => y - top + 0.6;
  const surface = tailor.shell(0.07, edge, 1.4);
  const ring = (azimuth: number, v: number): Vec3 => {
    const c = Math.cos(azimuth);
    const low = top - 0.66 - 0.05 * c + 0.16 * smoothstep(-1, 1, c);
    const high = top - 0.06 + 0.08 * c;
    const r = tailor.neckRadius(azimuth, top - 0.6) + 0.03;
    let radius: number;
    let y: number;
    if (v < 0.25) {
      const t = v / 0.25;
      radius = r + 0.03 + 0.04 * t;
      y = mix(low + 0.3, low + 0.03, t);
    } else if (v < 0.4) {
      const t = ((v - 0.25) / 0.15) * Math.PI;
      radius = r + 0.07 + 0.05 * (1 - Math.cos(t));
      y = low + 0.03 - 0.055 * Math.sin(t);
    } else {
      const t = (v - 0.4) / 0.6;
      radius = r + 0.17 + 0.035 * Math.sin(t * Math.PI) + 0.05 * t * t - 0.1 * smoothstep(0.88, 1, t);
      y = mix(low + 0.03, high, t);
    }
    radius +=
      0.009 * Math.sin(azimuth * 62) +
      (v > 0.4 ? 0.014 * Math.sin(azimuth * 3 + y * 9) * smoothstep(0.4, 0.7, v) : 0);
    return [Math.sin(azimuth) * radius, y, -0.2 + c * radius];
  };
  const columns = 248;
  tailor.part('collar', Material.Cloth);
  laySheet(tailor.figure.mesh, (u, v) => ring((2 * u - 1) * Math.PI, v), {
    columns,
    rows: 20,
    colour: (u, v) => dimmed(light, v < 0.25 ? 0.55 : 0.93 + 0.1 * Math.sin((2 * u - 1) * Math.PI * 62)),
    outward: (p) => [p[0], -0.1, p[2] + 0.2],
  });
  const printed = withArmholes(printOf(spec, cloth), body);
  const ribbed = (x: number, y: number, z: number): Vec3 =>
    dimmed(printed(x, y, z), 0.965 + 0.05 * Math.sin(Math.atan2(x, z + 0.9) * 90));
  return {
    surface,
    isSkin: (x, y, z) => edge(x, y, z) < 0,
    colourAt: (x, y, z, out) => put(out, ribbed(x, y, z)),
    sleeve: { ...plainSleeve(cloth), colour: ribbed, loose: 0.04, cuff: dimmed(cloth, 0.9) },
  };
};
