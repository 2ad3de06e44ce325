import type { Plane } from '@avatar/stage';
import { createPlane, fillPolygon, gaussianBlur, type Point } from '@avatar/image';
import { borderPixels, floodFill } from './connected.js';

/** Opacity from which a pixel takes part in the person's component. */
const TOUCHING = 0.08;
const SOLID = 0.5;
/** Blur of the face polygon in pixels of the matte. */
const FACE_SOFTNESS_PX = 1.2;
/** Share of the matte that a hole may cover and still be filled. */
const LARGEST_HOLE = 0.012;

/** Makes the face opaque: the model opens holes in blown-out cheeks. `polygon` is in pixels of the matte. */
export function includeFace(alpha: Plane, polygon: readonly Point[]): Plane {
  const face = createPlane(alpha.width, alpha.height);
  fillPolygon(face, polygon);
  const soft = gaussianBlur(face, FACE_SOFTNESS_PX);
  const { data } = soft;
  for (let i = 0; i < data.length; i++) data[i] = Math.max(data[i], alpha.data[i]);
  return soft;
}

/** Clears everything that does not hang together with the pixel at `seed`: other people, things in the background. */
export function keepComponent(alpha: Plane, [x, y]: Point): Plane {
  const { width, height, data } = alpha;
  const column = Math.min(Math.max(0, Math.floor(x)), width - 1);
  const row = Math.min(Math.max(0, Math.floor(y)), height - 1);
  const labels = new Uint8Array(data.length);
  floodFill(alpha, labels, 1, [row * width + column], (index) => data[index] > TOUCHING);
  const kept = createPlane(width, height);
  for (let i = 0; i < data.length; i++) if (labels[i] === 1) kept.data[i] = data[i];
  return kept;
}

/** Closes small holes: parts below half opacity that do not reach the border of the matte. */
export function fillHoles(alpha: Plane): Plane {
  const { width, height, data } = alpha;
  const labels = new Uint8Array(data.length);
  const open = (index: number): boolean => data[index] < SOLID;
  floodFill(alpha, labels, 1, borderPixels(width, height), open);
  const filled: Plane = { width, height, data: data.slice() };
  for (let i = 0; i < data.length; i++) {
    if (labels[i] !== 0 || !open(i)) continue;
    const hole = floodFill(alpha, labels, 2, [i], open);
    if (hole.length < data.length * LARGEST_HOLE) for (const index of hole) filled.data[index] = 1;
  }
  return filled;
}
