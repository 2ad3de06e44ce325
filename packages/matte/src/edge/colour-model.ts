import type { Plane } from '@avatar/stage';
import { boxBlur, createPlane, mapPlanes3, type Planes3, product } from '@avatar/image';

/** Opacity as a function of colour, around each pixel: `red * R + green * G + blue * B + offset`. */
export interface ColourModel {
  readonly slopes: Planes3;
  readonly offset: Plane;
  /** Share of the opacity's local variance that the model explains, about 0 to 1. */
  readonly fit: Plane;
}

export interface ColourModelOptions {
  readonly radiusPx: number;
  /** Squared colour differences well below this are noise. */
  readonly epsilon: number;
  /** How much each pixel counts. */
  readonly weight: Plane;
}

/** Windowed sums that the least-squares fit needs; products of red, green, blue and opacity (`p`). */
function moments([red, green, blue]: Planes3, alpha: Plane, { weight, radiusPx }: ColourModelOptions) {
  const sum = (plane: Plane): Float32Array => boxBlur(plane, radiusPx).data;
  const wr = product(red, weight);
  const wg = product(green, weight);
  const wb = product(blue, weight);
  const wp = product(alpha, weight);
  return {
    w: sum(weight),
    r: sum(wr),
    g: sum(wg),
    b: sum(wb),
    p: sum(wp),
    rr: sum(product(wr, red)),
    rg: sum(product(wr, green)),
    rb: sum(product(wr, blue)),
    gg: sum(product(wg, green)),
    gb: sum(product(wg, blue)),
    bb: sum(product(wb, blue)),
    rp: sum(product(wp, red)),
    gp: sum(product(wp, green)),
    bp: sum(product(wp, blue)),
    pp: sum(product(wp, alpha)),
  };
}

/**
 * Fits opacity as a local linear function of colour (K. He et al., "Guided Image Filtering", 2013, section 3.5), each
 * pixel weighted, so that sure pixels teach the unsure ones.
 */
export function fitColourModel(image: Planes3, alpha: Plane, options: ColourModelOptions): ColourModel {
  const { epsilon, radiusPx } = options;
  const m = moments(image, alpha, options);
  const slopes = mapPlanes3(image, ({ width, height }) => createPlane(width, height));
  const [red, green, blue] = slopes.map((plane) => plane.data);
  const offset = createPlane(alpha.width, alpha.height);
  const fit = createPlane(alpha.width, alpha.height);
  for (let i = 0; i < offset.data.length; i++) {
    const k = 1 / m.w[i];
    const r = m.r[i] * k;
    const g = m.g[i] * k;
    const b = m.b[i] * k;
    const p = m.p[i] * k;
    // Nothing to learn where all opacities around are the same.
    const variance = m.pp[i] * k - p * p;
    if (variance < 1e-6) {
      offset.data[i] = p;
      continue;
    }
    const rr = m.rr[i] * k - r * r + epsilon;
    const rg = m.rg[i] * k - r * g;
    const rb = m.rb[i] * k - r * b;
    const gg = m.gg[i] * k - g * g + epsilon;
    const gb = m.gb[i] * k - g * b;
    const bb = m.bb[i] * k - b * b + epsilon;
    const rp = m.rp[i] * k - r * p;
    const gp = m.gp[i] * k - g * p;
    const bp = m.bp[i] * k - b * p;
    // The inverse of the symmetric covariance matrix, by cofactors.
    const irr = gg * bb - gb * gb;
    const irg = gb * rb - rg * bb;
    const irb = rg * gb - gg * rb;
    const igg = rr * bb - rb * rb;
    const igb = rb * rg - rr * gb;
    const ibb = rr * gg - rg * rg;
    const inverse = 1 / (irr * rr + irg * rg + irb * rb);
    red[i] = (irr * rp + irg * gp + irb * bp) * inverse;
    green[i] = (irg * rp + igg * gp + igb * bp) * inverse;
    blue[i] = (irb * rp + igb * gp + ibb * bp) * inverse;
    offset.data[i] = p - red[i] * r - green[i] * g - blue[i] * b;
    fit.data[i] = (red[i] * rp + green[i] * gp + blue[i] * bp) / (variance + 1e-3);
  }
  const smooth = (plane: Plane) => boxBlur(plane, Math.max(1, radiusPx >> 1));
  return { slopes: mapPlanes3(slopes, smooth), offset: smooth(offset), fit };
}
