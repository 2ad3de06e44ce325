import { enlarge, gaussianBlur, shrink } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** Gaussian blur computed at half size: for widths from 2 px on, where the difference cannot be seen. */
export const softened = (plane: Plane, sigma: number): Plane =>
  enlarge(gaussianBlur(shrink(plane, 2), sigma / 2), plane.width, plane.height);
