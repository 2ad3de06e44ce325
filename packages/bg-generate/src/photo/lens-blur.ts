import type { Plane } from '@avatar/stage';
import { createPlane, gaussianBlur, luminance, mapPlanes3, shortSide, type Planes3 } from '@avatar/image';

/** The row with its ends continued by `margin`, as sums from its start: `sums[i]` is the sum of the first `i` values. */
function continuedSums({ data, width, height }: Plane, margin: number): Float64Array {
  const length = width + 2 * margin + 1;
  const sums = new Float64Array(length * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    for (let i = 1, o = y * length + 1; i < length; i++, o++) {
      sum += data[row + Math.min(Math.max(i - 1 - margin, 0), width - 1)];
      sums[o] = sum;
    }
  }
  return sums;
}

/** Half the width of the disc in each of its rows: whole points, and the part of the next that it covers. */
function discRows(radius: number) {
  const reach = Math.floor(radius);
  return Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const half = Math.sqrt(radius * radius - (index - reach) ** 2);
    return { dy: index - reach, whole: Math.floor(half), part: half - Math.floor(half) };
  });
}

/** Mean over a disc: what an open lens makes of a point. `radius` in pixels; edges are replicated. */
export function discBlur(plane: Plane, radius: number): Plane {
  const { width, height } = plane;
  const margin = Math.floor(radius) + 2;
  const length = width + 2 * margin + 1;
  const sums = continuedSums(plane, margin);
  const rows = discRows(radius);
  const share = 1 / rows.reduce((area, { whole, part }) => area + 2 * whole + 1 + 2 * part, 0);
  const target = createPlane(width, height);
  for (let y = 0; y < height; y++)
    for (const { dy, whole, part } of rows) {
      const row = Math.min(Math.max(y + dy, 0), height - 1) * length + margin;
      for (let x = 0, o = y * width; x < width; x++, o++) {
        const left = row + x - whole;
        const right = row + x + whole + 1;
        const inner = sums[right] - sums[left];
        const outer = sums[right + 1] - sums[left - 1] - inner;
        target.data[o] += share * (inner + part * outer);
      }
    }
  return target;
}

export interface Lens {
  /** Radius of the disc that a point becomes, as a share of the side. */
  readonly blurRadius: number;
  /** Softness of the disc's edge: standard deviation, as a share of the side. */
  readonly softness: number;
  /** How much more light bright places have than the photo could hold: they become discs. 0 for none. */
  readonly highlights: number;
}

/** Brightness from which a place may have been brighter than the photo could hold. */
const BRIGHT = 0.35;
/** Very bright places come out less so, or everything around them would be white. */
const SHOULDER = 0.25;

/** How the picture looks far behind the plane of focus, in linear light, in [0, 1 / SHOULDER). */
export function throughLens(light: Planes3, { blurRadius, softness, highlights }: Lens): Planes3 {
  const [red, green, blue] = light;
  const side = shortSide(red);
  const gains = createPlane(red.width, red.height);
  for (let i = 0; i < gains.data.length; i++) {
    const brightness = luminance(red.data[i], green.data[i], blue.data[i]);
    const bright = Math.max(0, (brightness - BRIGHT) / (1 - BRIGHT));
    gains.data[i] = 1 + highlights * bright * bright;
  }
  return mapPlanes3(light, (plane) => {
    const lit = createPlane(plane.width, plane.height);
    for (let i = 0; i < lit.data.length; i++) lit.data[i] = plane.data[i] * gains.data[i];
    const blurred = gaussianBlur(discBlur(lit, blurRadius * side), softness * side);
    if (highlights > 0)
      for (let i = 0; i < lit.data.length; i++) blurred.data[i] /= 1 + SHOULDER * blurred.data[i];
    return blurred;
  });
}
