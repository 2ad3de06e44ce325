import type { AlignedFace, PlanarImage, Plane } from '@avatar/stage';
import { createPlanar, enlarge, fastSrgb, mapPlane } from '@avatar/image';
import { throughLens } from './lens-blur.js';
import { gridFactor, ownBackground } from './own-background.js';

const LENS = { blurRadius: 0.06, softness: 0.016, highlights: 0 };

/** The photo's own background, far out of focus; the person is not in it. As large as the aligned face. */
export function originalBlur(face: AlignedFace, alpha: Plane): PlanarImage {
  const { width, height } = alpha;
  const factor = gridFactor(width);
  const image = createPlanar(width, height);
  throughLens(ownBackground(face, alpha), LENS).forEach((plane, channel) => {
    image.planes[channel].set(enlarge(mapPlane(plane, fastSrgb), width, height, factor).data);
  });
  return image;
}
