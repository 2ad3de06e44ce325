import { defineStage, sameSize, type AlignedFace, type Plane, type Stage } from '@avatar/stage';
import { FACE_OVAL, landmarkPolygon } from '@avatar/face';
import {
  createPlane,
  fillPolygon,
  gaussianBlur,
  type Point,
  QUARTER,
  shrinkImage,
  StackReader,
} from '@avatar/image';
import { estimateForeground } from './edge/foreground.js';
import { softPhotoEdge } from './edge/photo-edge.js';
import { refineAlpha } from './edge/refine-alpha.js';

const FACE_SCALE = 0.97;
/** Blur of the face polygon as a fraction of the shorter side. */
const FACE_SOFTNESS = 1.5 / 800;

/** 1 inside the face, half the size of the cut-out: its outline is soft anyway. */
function faceAtHalfSize(outline: readonly Point[], { width, height }: Plane): Plane {
  const oval = createPlane(Math.ceil(width / 2), Math.ceil(height / 2));
  fillPolygon(
    oval,
    outline.map(([x, y]) => [x / 2, y / 2]),
  );
  return gaussianBlur(oval, (FACE_SOFTNESS * Math.min(width, height)) / 2);
}

/** Makes the face itself opaque. Writes into `alpha`. */
function keepFace(alpha: Plane, { landmarks }: AlignedFace): void {
  const { width, height, data } = alpha;
  const outline = landmarkPolygon(landmarks, FACE_OVAL, FACE_SCALE);
  const reader = new StackReader([faceAtHalfSize(outline, alpha)], 2);
  const reach = 4 + 4 * FACE_SOFTNESS * Math.min(width, height);
  const range = (axis: 0 | 1, size: number): [number, number] => {
    const values = outline.map((point) => point[axis]);
    return [
      Math.max(0, Math.floor(Math.min(...values) - reach)),
      Math.min(size, Math.ceil(Math.max(...values) + reach)),
    ];
  };
  const [left, right] = range(0, width);
  const [top, bottom] = range(1, height);
  for (let y = top; y < bottom; y++) {
    reader.moveToRow(y);
    for (let x = left, i = y * width + left; x < right; x++, i++) {
      if (data[i] >= 1) continue;
      reader.readAt(x);
      data[i] = Math.max(data[i], reader.values[0]);
    }
  }
}

/** Fades out what lies beyond the photo's edge. Writes into `alpha`. */
function fadeAtPhotoEdge({ data }: Plane, inside: Plane): void {
  const through = softPhotoEdge(inside).data;
  for (let i = 0; i < data.length; i++) data[i] *= through[i];
}

/**
 * Cuts the person out at output scale: sharpens the matte on the picture's own colours, then finds the colours that the
 * person alone has at soft edges. Where the photo ends inside the square, the person fades out.
 *
 * Reads `face`, writes `cutout`. The same on every attempt.
 */
export function cutout(): Stage<'face', 'cutout'> {
  return defineStage({
    name: 'cutout',
    reads: ['face'],
    writes: ['cutout'],
    agreements: [sameSize(['face', 'cutout'])],
    run: async ({ face }, { signal }) => {
      signal.throwIfAborted();
      const quarter = shrinkImage(face.crop, QUARTER);
      const alpha = refineAlpha(face.crop, face.alpha, quarter);
      keepFace(alpha, face);
      fadeAtPhotoEdge(alpha, face.inside);
      signal.throwIfAborted();
      return { cutout: { foreground: estimateForeground(face.crop, alpha, quarter), alpha } };
    },
  });
}
