import type { AlignedFace, Plane } from '@avatar/stage';
import type { Backdrop } from '../backdrop.js';
import { throughLens } from './lens-blur.js';
import { encodedAtSize, photoBackground } from './photo-background.js';

const LENS = { blurRadius: 0.06, softness: 0.016, highlights: 0 };

/** The photo's own background, far out of focus; the person is not in it. As large as the aligned face. */
export const originalBlur = (face: AlignedFace, alpha: Plane): Backdrop => ({
  image: encodedAtSize(throughLens(photoBackground(face, alpha), LENS), alpha),
});
