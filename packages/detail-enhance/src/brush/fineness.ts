import { landmarkPolygon, LEFT_BROW, RIGHT_BROW } from '@avatar/face';
import { createPlane, fillPolygon, gaussianBlur, mix, shrink, smoothstep, type Point } from '@avatar/image';
import type { FaceLandmarks, FaceRegions, Plane } from '@avatar/stage';
import { FIELD_SHRINK } from './orientation-field.js';

/** How fine the brush has to be, from 0 (the broadest) to 1 (the finest). */
const FINENESS = { backdrop: 0.26, person: 0.5, face: 0.52, strands: 0.8, features: 1 };
/** Gradients, as luma for each half pixel, from which strands and folds ask for finer brushes, from none to all. */
const STRANDS = { from: 0.012, to: 0.05 };
/** Under the tip of the nose, where nostrils and the shadow of the nose are. */
const NOSE = [48, 115, 220, 45, 4, 275, 440, 344, 278, 294, 327, 326, 2, 97, 98, 64] as const;
/** Softness of the map in its own pixels. */
const SOFTNESS = 2;

/** How fine the painting has to be at each place, at a quarter of the size. */
export function finenessMap(
  alpha: Plane,
  regions: FaceRegions,
  landmarks: FaceLandmarks,
  detail: Plane,
): Plane {
  const smaller = (plane: Plane) => shrink(plane, FIELD_SHRINK).data;
  const [person, oval] = [smaller(alpha), smaller(regions.oval)];
  const features = createPlane(Math.ceil(alpha.width / FIELD_SHRINK), Math.ceil(alpha.height / FIELD_SHRINK));
  for (const outline of [RIGHT_BROW, LEFT_BROW, NOSE])
    fillPolygon(
      features,
      landmarkPolygon(landmarks, outline).map(([x, y]): Point => [x / FIELD_SHRINK, y / FIELD_SHRINK]),
    );
  const [eyes, lips, teeth] = [regions.eyes, regions.lips, regions.teeth].map(smaller);
  for (let i = 0; i < features.data.length; i++)
    features.data[i] = Math.max(features.data[i], eyes[i], lips[i], teeth[i]);
  const around = gaussianBlur(features, SOFTNESS).data;
  const map = createPlane(features.width, features.height);
  for (let i = 0; i < map.data.length; i++) {
    const ground = mix(mix(FINENESS.backdrop, FINENESS.person, person[i]), FINENESS.face, oval[i]);
    const strands = smoothstep(STRANDS.from, STRANDS.to, detail.data[i]);
    map.data[i] = Math.max(
      mix(ground, FINENESS.strands, strands * Math.min(1, 2 * person[i])),
      FINENESS.features * Math.max(features.data[i], Math.min(1, 1.4 * around[i])),
    );
  }
  return map;
}
