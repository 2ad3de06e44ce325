import { defineStage, type AlignedFace, type Plane, type Stage } from '@avatar/stage';
import { FACE_OVAL, landmarkPolygon } from '@avatar/face';
import { createPlane, fillPolygon, gaussianBlur } from '@avatar/image';
import { estimateForeground } from './foreground.js';
import { softPhotoEdge } from './photo-edge.js';
import { ReducedReader } from './reduced.js';
import { refineAlpha } from './refine-alpha.js';

const FACE_SCALE = 0.97;
/** Blur of the face polygon as a fraction of the side. */
const FACE_SOFTNESS = 1.5 / 800;

/** 1 inside the face, half the size of the cut-out: its outline is soft anyway. */
function faceAtHalfSize({ landmarks, crop }: AlignedFace): Plane {
  const oval = createPlane(Math.ceil(crop.width / 2), Math.ceil(crop.height / 2));
  const outline = landmarkPolygon(landmarks, FACE_OVAL, FACE_SCALE);
  fillPolygon(
    oval,
    outline.map(([x, y]) => [x / 2, y / 2]),
  );
  return gaussianBlur(oval, (FACE_SOFTNESS * crop.width) / 2);
}

/** Opacity of the finished cut-out: the face itself is always there, and nothing beyond the photo's edge is. */
function finish(refined: Plane, face: AlignedFace): Plane {
  const { width, height } = refined;
  const solid = faceAtHalfSize(face);
  const reader = new ReducedReader(solid, 2);
  const through = softPhotoEdge(face.inside).data;
  const alpha = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y >> 1) * solid.width;
    for (let x = 0; x < width; x++, i++) {
      let value = refined.data[i];
      if (value < 1 && solid.data[row + (x >> 1)] > 0) {
        reader.moveTo(x, y);
        value = Math.max(value, reader.read(solid));
      }
      alpha.data[i] = value * through[i];
    }
  }
  return alpha;
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
    run: async ({ face }, { signal }) => {
      signal.throwIfAborted();
      const alpha = finish(refineAlpha(face.crop, face.alpha), face);
      signal.throwIfAborted();
      return { cutout: { foreground: estimateForeground(face.crop, alpha), alpha } };
    },
  });
}
