import { createPlane, gaussianBlur, shrink } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** The field is this much smaller than the picture. */
export const FIELD_SHRINK = 4;
/** Gradients are taken at half of the size. */
const GRADIENT_SHRINK = 2;
/** Widths over which directions are averaged, in pixels of the field: of strands, and of whole forms. */
const FINE = 1.6;
const COARSE = 9;
/** Where there is no edge near, the direction of the forms around counts. */
const COARSE_SHARE = 0.35;
/** Where there is nothing at all, strokes go this way, as a right hand draws them: cosine and sine of twice the angle. */
const HATCHING = { x: -0.2, y: -0.98, energy: 3e-5 };

/** Direction of edges and strands at each place of the picture. */
export interface OrientationField {
  /** Unit vector along the edge; its sign means nothing. */
  readonly x: Plane;
  readonly y: Plane;
  /** 0 where no direction stands out, to 1 where all gradients agree. */
  readonly anisotropy: Plane;
  /** How much is to be seen at the size of a strand: root mean square of the gradient, as luma for each half pixel. */
  readonly detail: Plane;
}

interface Tensor {
  readonly xx: Plane;
  readonly xy: Plane;
  readonly yy: Plane;
}

function structureTensor(luma: Plane): Tensor {
  const { data, width, height } = luma;
  const full = {
    xx: createPlane(width, height),
    xy: createPlane(width, height),
    yy: createPlane(width, height),
  };
  for (let y = 1; y < height - 1; y++)
    for (let i = y * width + 1, end = (y + 1) * width - 1; i < end; i++) {
      const gx = data[i + 1] - data[i - 1];
      const gy = data[i + width] - data[i - width];
      full.xx.data[i] = gx * gx;
      full.xy.data[i] = gx * gy;
      full.yy.data[i] = gy * gy;
    }
  const smaller = (plane: Plane) => gaussianBlur(shrink(plane, FIELD_SHRINK / GRADIENT_SHRINK), FINE);
  return { xx: smaller(full.xx), xy: smaller(full.xy), yy: smaller(full.yy) };
}

/**
 * Edge directions from the smoothed structure tensor (J. Bigün and G. Granlund, 1987; as a guide for strokes: J. E.
 * Kyprianidis and H. Kang, "Image and Video Abstraction by Coherence-Enhancing Filtering", 2011).
 */
export function orientationField(luma: Plane): OrientationField {
  const fine = structureTensor(gaussianBlur(shrink(luma, GRADIENT_SHRINK), 0.8));
  const coarse = {
    xx: gaussianBlur(fine.xx, COARSE).data,
    xy: gaussianBlur(fine.xy, COARSE).data,
    yy: gaussianBlur(fine.yy, COARSE).data,
  };
  const { width, height } = fine.xx;
  const field = {
    x: createPlane(width, height),
    y: createPlane(width, height),
    anisotropy: createPlane(width, height),
    detail: createPlane(width, height),
  };
  for (let i = 0; i < coarse.xx.length; i++) {
    field.detail.data[i] = Math.sqrt(fine.xx.data[i] + fine.yy.data[i]);
    const xx = fine.xx.data[i] + COARSE_SHARE * coarse.xx[i];
    const xy = fine.xy.data[i] + COARSE_SHARE * coarse.xy[i];
    const yy = fine.yy.data[i] + COARSE_SHARE * coarse.yy[i];
    // Twice the angle of the gradient; the edge is at right angles to it.
    const cos2 = xx - yy - HATCHING.energy * HATCHING.x;
    const sin2 = 2 * xy - HATCHING.energy * HATCHING.y;
    const angle = 0.5 * Math.atan2(sin2, cos2);
    field.x.data[i] = -Math.sin(angle);
    field.y.data[i] = Math.cos(angle);
    field.anisotropy.data[i] = Math.sqrt((xx - yy) ** 2 + 4 * xy * xy) / (xx + yy + HATCHING.energy);
  }
  return field;
}
