import { CHIN, FOREHEAD, landmarkPoint } from '@avatar/face';
import { createPlane, smoothstep } from '@avatar/image';
import type { FaceLandmarks, Plane } from '@avatar/stage';

/** Distance from the middle of the face, in heights of the face, where the focus starts to end and has ended. */
const FOCUS = { from: 0.75, to: 1.6 };

/** 1 on the face, falling to `1 - fallOff` away from it, at an eighth of the size: the plane of focus of a portrait lens. */
export function focusMap(
  landmarks: FaceLandmarks,
  width: number,
  height: number,
  shrinkFactor: number,
  fallOff: number,
): Plane {
  const [topX, topY] = landmarkPoint(landmarks, FOREHEAD);
  const [chinX, chinY] = landmarkPoint(landmarks, CHIN);
  const faceHeight = Math.hypot(chinX - topX, chinY - topY) || 1;
  const map = createPlane(Math.ceil(width / shrinkFactor), Math.ceil(height / shrinkFactor));
  for (let y = 0, i = 0; y < map.height; y++)
    for (let x = 0; x < map.width; x++, i++) {
      const dx = (x + 0.5) * shrinkFactor - (topX + chinX) / 2;
      const dy = (y + 0.5) * shrinkFactor - (topY + chinY) / 2;
      const distance = Math.hypot(dx, dy) / faceHeight;
      map.data[i] = 1 - fallOff * smoothstep(FOCUS.from, FOCUS.to, distance);
    }
  return map;
}
