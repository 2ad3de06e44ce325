import type { Plane } from '@avatar/stage';
import { createPlane, fillPolygon, floodFill, gaussianBlur, OPEN_LABEL, type Point } from '@avatar/image';

/** Opacity from which a pixel takes part in the person's component. */
const TOUCHING = 0.08;
const PERSON = 2;
/** Blur of the face polygon in pixels of the matte. */
const FACE_SOFTNESS_PX = 1.2;

/** Makes a face opaque: the model opens holes in blown-out cheeks. `polygon` is in pixels of the matte. */
export function includeFace(alpha: Plane, polygon: readonly Point[]): Plane {
  const face = createPlane(alpha.width, alpha.height);
  fillPolygon(face, polygon);
  const soft = gaussianBlur(face, FACE_SOFTNESS_PX);
  const { data } = soft;
  for (let i = 0; i < data.length; i++) data[i] = Math.max(data[i], alpha.data[i]);
  return soft;
}

/** Clears everything that does not hang together with one of `seeds`: strangers, things in the background. */
export function keepComponents(alpha: Plane, seeds: readonly Point[]): Plane {
  const { width, height, data } = alpha;
  const starts = seeds.map(([x, y]) => {
    const column = Math.min(Math.max(0, Math.floor(x)), width - 1);
    const row = Math.min(Math.max(0, Math.floor(y)), height - 1);
    return row * width + column;
  });
  const labels = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) if (data[i] > TOUCHING) labels[i] = OPEN_LABEL;
  floodFill(alpha, labels, PERSON, starts);
  const kept = createPlane(width, height);
  for (let i = 0; i < data.length; i++) if (labels[i] === PERSON) kept.data[i] = data[i];
  return kept;
}
