import { invertTransform, warpPlane, type AffineMap } from '@avatar/image';
import type { Matte, Plane, SimilarityTransform, PictureSize } from '@avatar/stage';

/** The matte in the square, bilinear. Beyond its region the border values go on. */
export function warpMatte(
  { alpha, region }: Matte,
  transform: SimilarityTransform,
  { widthPx, heightPx }: PictureSize,
): Plane {
  const toPhoto = invertTransform(transform);
  const columns = alpha.width / region.width;
  const rows = alpha.height / region.height;
  const map: AffineMap = {
    xx: toPhoto.a * columns,
    xy: -toPhoto.b * columns,
    x0: (toPhoto.tx - region.x) * columns,
    yx: toPhoto.b * rows,
    yy: toPhoto.a * rows,
    y0: (toPhoto.ty - region.y) * rows,
  };
  return warpPlane(alpha, map, widthPx, heightPx);
}
