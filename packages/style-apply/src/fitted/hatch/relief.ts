import { enlarge, gaussianBlur } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { Surface } from '../../photo/surface.js';

/** Softness in pixels of the grid: with less, lines bunch around the corners of nose and mouth. */
const SOFTNESS = 6.5;

/** How far the person stands out towards the viewer, in pixels of the picture. */
export function reliefOf({ height, shrinkFactor }: Surface, size: Pick<Plane, 'width' | 'height'>): Plane {
  const soft = gaussianBlur(height, SOFTNESS);
  for (let i = 0; i < soft.data.length; i++) soft.data[i] *= shrinkFactor;
  return enlarge(soft, size.width, size.height);
}
