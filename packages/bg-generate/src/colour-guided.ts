import type { Plane } from '@avatar/stage';
import { boxBlur, createPlane } from '@avatar/image';
import type { Planes3 } from './half-size.js';

export interface ColourModel {
  /** Opacity near a pixel is `red*R + green*G + blue*B + offset`. */
  readonly slopes: Planes3;
  readonly offset: Plane;
  /** Share of the opacity's local variance that the model explains, in [0, 1]. */
  readonly fit: Plane;
}

export interface ColourGuideOptions {
  readonly radiusPx: number;
  readonly epsilon: number;
  /** How much each pixel counts in the fit. */
  readonly weight: Plane;
}

const product = (a: Plane, b: Plane): Plane => {
  const target = createPlane(a.width, a.height);
  for (let i = 0; i < target.data.length; i++) target.data[i] = a.data[i] * b.data[i];
  return target;
};

/**
 * Fits opacity as a local linear function of colour (K. He et al., "Guided Image Filtering", 2013, section 3.5), each
 * pixel weighted: sure pixels teach the unsure ones.
 */
export function fitColourModel(guide: Planes3, alpha: Plane, options: ColourGuideOptions): ColourModel {
  const { radiusPx, epsilon, weight } = options;
  const mean = (plane: Plane) => boxBlur(plane, radiusPx).data;
  const w = mean(weight);
  const weighted = guide.map((plane) => product(plane, weight)) as [Plane, Plane, Plane];
  const weightedAlpha = product(alpha, weight);
  const r = mean(weighted[0]);
  const g = mean(weighted[1]);
  const b = mean(weighted[2]);
  const p = mean(weightedAlpha);
  const pp = mean(product(weightedAlpha, alpha));
  const rr = mean(product(weighted[0], guide[0]));
  const rg = mean(product(weighted[0], guide[1]));
  const rb = mean(product(weighted[0], guide[2]));
  const gg = mean(product(weighted[1], guide[1]));
  const gb = mean(product(weighted[1], guide[2]));
  const bb = mean(product(weighted[2], guide[2]));
  const rp = mean(product(weightedAlpha, guide[0]));
  const gp = mean(product(weightedAlpha, guide[1]));
  const bp = mean(product(weightedAlpha, guide[2]));
  const { width, height } = alpha;
  const slopes = [
    createPlane(width, height),
    createPlane(width, height),
    createPlane(width, height),
  ] as const;
  const offset = createPlane(width, height);
  const fit = createPlane(width, height);
  for (let i = 0; i < p.length; i++) {
    const k = 1 / Math.max(w[i], 1e-6);
    const mr = r[i] * k;
    const mg = g[i] * k;
    const mb = b[i] * k;
    const mp = p[i] * k;
    const vrr = rr[i] * k - mr * mr + epsilon;
    const vrg = rg[i] * k - mr * mg;
    const vrb = rb[i] * k - mr * mb;
    const vgg = gg[i] * k - mg * mg + epsilon;
    const vgb = gb[i] * k - mg * mb;
    const vbb = bb[i] * k - mb * mb + epsilon;
    const cr = rp[i] * k - mr * mp;
    const cg = gp[i] * k - mg * mp;
    const cb = bp[i] * k - mb * mp;
    // Inverse of the symmetric 3 x 3 matrix by cofactors.
    const irr = vgg * vbb - vgb * vgb;
    const irg = vgb * vrb - vrg * vbb;
    const irb = vrg * vgb - vgg * vrb;
    const igg = vrr * vbb - vrb * vrb;
    const igb = vrb * vrg - vrr * vgb;
    const ibb = vrr * vgg - vrg * vrg;
    const inverse = 1 / (irr * vrr + irg * vrg + irb * vrb);
    const ar = (irr * cr + irg * cg + irb * cb) * inverse;
    const ag = (irg * cr + igg * cg + igb * cb) * inverse;
    const ab = (irb * cr + igb * cg + ibb * cb) * inverse;
    slopes[0].data[i] = ar;
    slopes[1].data[i] = ag;
    slopes[2].data[i] = ab;
    offset.data[i] = mp - ar * mr - ag * mg - ab * mb;
    fit.data[i] = (ar * cr + ag * cg + ab * cb) / (pp[i] * k - mp * mp + 1e-3);
  }
  const smooth = (plane: Plane) => boxBlur(plane, Math.max(1, radiusPx >> 1));
  return { slopes: [smooth(slopes[0]), smooth(slopes[1]), smooth(slopes[2])], offset: smooth(offset), fit };
}
