import { defineStage, type AlignedFace, type Plane, type Stage } from '@avatar/stage';
import { FACE_OVAL, landmarkPolygon } from '@avatar/face';
import { createPlane, fillPolygon, gaussianBlur } from '@avatar/image';
import { estimateForeground } from './foreground.js';
import { softPhotoEdge } from './photo-edge.js';
import { refineAlpha } from './refine-alpha.js';

const FACE_SCALE = 0.97;
const FACE_SOFTNESS = 1.5 / 800;

/** Opacity of the finished cut-out: the face itself is always there, and nothing beyond the photo's edge is. */
function finish(refined: Plane, { landmarks, inside }: AlignedFace): Plane {
  const { width, height } = refined;
  const oval = createPlane(width, height);
  fillPolygon(oval, landmarkPolygon(landmarks, FACE_OVAL, FACE_SCALE));
  const face = gaussianBlur(oval, FACE_SOFTNESS * width).data;
  const through = softPhotoEdge(inside).data;
  const { data } = refined;
  for (let i = 0; i < data.length; i++) data[i] = Math.max(data[i], face[i]) * through[i];
  return refined;
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
