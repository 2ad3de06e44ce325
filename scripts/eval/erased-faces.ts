import { FACE_OVAL, landmarkBox, landmarkPolygon } from '@avatar/face';
import { createPlane, fillPolygon, gaussianBlur, mapPlanes, seededRandom } from '@avatar/image';
import type { FaceLandmarks, PlanarImage, Plane } from '@avatar/stage';

/** What a picture shows inside the face, replaced; soft at the edge. */
function replaced(
  image: PlanarImage,
  landmarks: FaceLandmarks,
  instead: (plane: Plane, faceWidthPx: number) => Float32Array,
): PlanarImage {
  const mask = createPlane(image.width, image.height);
  fillPolygon(mask, landmarkPolygon(landmarks, FACE_OVAL, 1.15));
  const faceWidthPx = landmarkBox(landmarks).width;
  const share = gaussianBlur(mask, faceWidthPx / 20).data;
  return mapPlanes(image, (plane) => {
    const other = instead(plane, faceWidthPx);
    return { ...plane, data: plane.data.map((value, i) => value + share[i] * (other[i] - value)) };
  });
}

/** The face blurred until no feature is left; head and hair stay. */
export const blurredAway = (image: PlanarImage, landmarks: FaceLandmarks): PlanarImage =>
  replaced(image, landmarks, (plane, faceWidthPx) => gaussianBlur(plane, faceWidthPx / 4).data);

/** The face cut into squares of a sixth of its width, shuffled: every colour and edge is there, the features are not. */
export function shuffledAway(image: PlanarImage, landmarks: FaceLandmarks): PlanarImage {
  const box = landmarkBox(landmarks);
  const sidePx = Math.max(2, Math.round(box.width / 6));
  const columns = Math.floor(box.width / sidePx);
  const rows = Math.floor(box.height / sidePx);
  const random = seededRandom(1);
  const order = Array.from({ length: columns * rows }, (_, i) => [random(), i] as const)
    .sort(([a], [b]) => a - b)
    .map(([, i]) => i);
  return replaced(image, landmarks, ({ data, width }) => {
    const shuffled = data.slice();
    for (const [to, from] of order.entries())
      for (let y = 0; y < sidePx; y++)
        for (let x = 0; x < sidePx; x++) {
          const at = (cell: number) =>
            (Math.floor(box.y) + Math.floor(cell / columns) * sidePx + y) * width +
            Math.floor(box.x) +
            (cell % columns) * sidePx +
            x;
          shuffled[at(to)] = data[at(from)];
        }
    return shuffled;
  });
}
