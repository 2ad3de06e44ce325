import { CHIN, FACE_OVAL, FOREHEAD, landmarkPoint, landmarkPolygon } from '@avatar/face';
import { createPlane, fillPolygon, gaussianBlur, mix, smoothstep, type Point } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { DrawnSubject } from './subject.js';

/** Shifts of the shadows in heights of the face; x away from the light. */
const NECK_SHIFT = { x: 0.03, y: 0.12 };
const FRINGE_SHIFT = { x: 0.02, y: 0.045 };
/** The fringe throws its shadow down to this far below the brows. */
const FRINGE_END = { full: 0.04, none: 0.14 };
/** Opacity of hair between which its shadow begins and is full. */
const FRINGE_EDGE = { flat: { from: 0.4, to: 0.62 }, soft: { from: 0.15, to: 0.95 } };
const BROWS = [105, 334];
const UPPER_LIP = 0;
/** Blur of the shadows' edges in flat paint, and on a modelled surface. */
const EDGE_SIGMA = { flat: 1.2, soft: 6 };

/**
 * Where the head shades the neck and hair shades the forehead, 0 to 1: the face oval and the hair, moved away from
 * the light.
 * @param keySide 1 when the light comes from the right of the picture, else -1
 * @param softness of the style's shading, in [0, 1]
 */
export function castShadows(subject: DrawnSubject, keySide: number, softness: number): Plane {
  const edgeSigma = mix(EDGE_SIGMA.flat, EDGE_SIGMA.soft, softness) * subject.headUnit;
  const { landmarks, headUnit, width, height } = subject;
  const faceHeight = landmarkPoint(landmarks, CHIN)[1] - landmarkPoint(landmarks, FOREHEAD)[1];
  const shadow = createPlane(width, height);
  const moved = landmarkPolygon(landmarks, FACE_OVAL).map(([x, y]): Point => [
    x - keySide * NECK_SHIFT.x * faceHeight,
    y + NECK_SHIFT.y * faceHeight,
  ]);
  fillPolygon(shadow, moved);
  const neck = gaussianBlur(shadow, edgeSigma);
  const mouth = landmarkPoint(landmarks, UPPER_LIP)[1];
  const soft = 8 * headUnit;
  for (let y = 0, i = 0; y < height; y++) {
    const below = smoothstep(mouth - soft, mouth + soft, y);
    for (let x = 0; x < width; x++, i++)
      if (neck.data[i] > 0) neck.data[i] *= below * smoothstep(0.75, 0.25, subject.oval.data[i]);
  }
  if (subject.hair)
    addFringe(neck, subject, gaussianBlur(subject.hair, edgeSigma).data, faceHeight, keySide, softness);
  return neck;
}

function addFringe(
  shadow: Plane,
  subject: DrawnSubject,
  hair: Float32Array,
  faceHeight: number,
  keySide: number,
  softness: number,
): void {
  const from = mix(FRINGE_EDGE.flat.from, FRINGE_EDGE.soft.from, softness);
  const to = mix(FRINGE_EDGE.flat.to, FRINGE_EDGE.soft.to, softness);
  const { landmarks, width, height } = subject;
  const brows = (landmarkPoint(landmarks, BROWS[0])[1] + landmarkPoint(landmarks, BROWS[1])[1]) / 2;
  const full = brows + FRINGE_END.full * faceHeight;
  const none = brows + FRINGE_END.none * faceHeight;
  const right = Math.round(keySide * FRINGE_SHIFT.x * faceHeight);
  const down = Math.round(FRINGE_SHIFT.y * faceHeight);
  const { data } = shadow;
  for (let y = down; y < Math.min(height, none); y++) {
    const here = smoothstep(none, full, y);
    for (let x = Math.max(0, -right); x < Math.min(width, width - right); x++) {
      const value = hair[(y - down) * width + x + right];
      if (value < from) continue;
      const i = y * width + x;
      const cast = here * smoothstep(from, to, value);
      if (cast > data[i]) data[i] = cast;
    }
  }
}
