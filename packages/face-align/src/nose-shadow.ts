import { createPlane, fillPolygon, gaussianBlur, type LabImage, type Point } from '@avatar/image';
import { landmarkPoint } from '@avatar/face';
import type { FaceLandmarks, Plane } from '@avatar/stage';

/** From wing to wing of the nose, down to the upper lip. */
const PHILTRUM = [98, 97, 2, 326, 327, 269, 267, 0, 37, 39];
/** Under the wings of the nose, where a moustache goes on and a nose's shadow does not, on both sides. */
const BESIDE = [165, 391];
/** Darker than the skin's median in L: the middle of a cast shadow, and the lighter side of a bare lip. */
const SHADOW = 25;
const BARE = 8;
/** Radius of the places beside, and softness of the shadow's edge, in head heights. */
const PLACE_RADIUS = 0.012;
const EDGE_SIGMA = 0.006;

function meanAround({ L, width, height }: LabImage, [x, y]: readonly number[], radius: number): number {
  let sum = 0;
  let count = 0;
  for (let row = Math.max(0, Math.round(y - radius)); row <= Math.min(height - 1, y + radius); row++)
    for (
      let column = Math.max(0, Math.round(x - radius));
      column <= Math.min(width - 1, x + radius);
      column++
    ) {
      sum += L[row * width + column];
      count++;
    }
  return count > 0 ? sum / count : 0;
}

/**
 * Hard light throws the nose's shadow on the upper lip, as dark as a narrow moustache. Where the lip is bare beside
 * it, it is skin: soft mask in [0, 1] of that place; undefined when there is no such shadow.
 */
export function noseShadow(
  lab: LabImage,
  landmarks: FaceLandmarks,
  skinL: number,
  headHeightPx: number,
): Plane | undefined {
  const mask = createPlane(lab.width, lab.height);
  const outline = PHILTRUM.map((index): Point => {
    const [x, y] = landmarkPoint(landmarks, index);
    return [x, y];
  });
  fillPolygon(mask, outline);
  const inside: number[] = [];
  for (let i = 0; i < mask.data.length; i++) if (mask.data[i] > 0) inside.push(lab.L[i]);
  if (inside.length === 0) return undefined;
  inside.sort((a, b) => a - b);
  if (inside[inside.length >> 1] > skinL - SHADOW) return undefined;
  const radius = PLACE_RADIUS * headHeightPx;
  const lighter = Math.max(
    ...BESIDE.map((index) => meanAround(lab, landmarkPoint(landmarks, index), radius)),
  );
  return lighter > skinL - BARE ? gaussianBlur(mask, EDGE_SIGMA * headHeightPx) : undefined;
}
