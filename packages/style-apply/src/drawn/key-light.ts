import { LEFT_EYE_OUTER_CORNER, landmarkPoint, RIGHT_EYE_OUTER_CORNER } from '@avatar/face';
import { createPlane, enlarge, gaussianBlur, smoothstep } from '@avatar/image';
import type { FaceLandmarks, Plane } from '@avatar/stage';
import type { Surface } from '../photo/surface.js';

/** Towards the drawing's key light: x to the side that is lit already, y down, z to the viewer. */
const KEY = { x: 0.62, y: -0.5, z: 0.6 };
/** Towards the highlight of the hair: nearly overhead. */
const GLOSS = { x: 0.35, y: -0.62, z: 0.7 };
/** Cosines to the gloss between which the band of light lies on the hair. */
const BAND = { from: 0.8, full: 0.93, until: 0.965, gone: 0.999 };
const BAND_GAIN = 2;
/** Hair that faces the key light is lighter: the cosine of the middle tone, and tones for a unit of it. */
const SHEEN = { middle: 0.6, gain: 0.9 };
/** Mirror light: halfway between key light and viewer, and how small its spot is (B. Phong, 1975; J. Blinn, 1977). */
const HALFWAY = { x: 0.34, y: -0.28, z: 0.9 };
const SHININESS = 28;
const SMOOTHING = 1.5;

/** The style's light on the person, planes at the size of the picture. */
export interface KeyLight {
  /** Cosine between surface and key light, -1 to 1. */
  readonly facing: Float32Array;
  /** 1 on the face, feathered. */
  readonly onMesh: Float32Array;
  /** Mirror light on the face, 0 to 1. */
  readonly highlight: Float32Array;
  /** Light on the hair in units of a strand's usual difference, about -1.5 to 1.5. */
  readonly sheen: Float32Array;
}

type Direction = typeof KEY;

function cosines(surface: Surface, direction: Direction, keySide: number): Plane {
  const { x, y, z } = direction;
  const length = Math.hypot(x, y, z);
  const plane = createPlane(surface.face.width, surface.face.height);
  for (let i = 0; i < plane.data.length; i++)
    plane.data[i] =
      (surface.x.data[i] * x * keySide + surface.y.data[i] * y + surface.z.data[i] * z) / length;
  return plane;
}

/** @param keySide 1 when the photo is lit from the right of the picture, else -1 */
export function keyLight(
  surface: Surface,
  landmarks: FaceLandmarks,
  keySide: number,
  { width, height }: Pick<Plane, 'width' | 'height'>,
): KeyLight {
  const facing = gaussianBlur(cosines(surface, KEY, keySide), SMOOTHING);
  const sheen = cosines(surface, GLOSS, keySide);
  const [right, left] = [RIGHT_EYE_OUTER_CORNER, LEFT_EYE_OUTER_CORNER].map((corner) =>
    landmarkPoint(landmarks, corner),
  );
  const eyeLine = (right[1] + left[1]) / 2 / surface.shrinkFactor;
  const apart = Math.hypot(left[0] - right[0], left[1] - right[1]) / surface.shrinkFactor;
  for (let y = 0, i = 0; y < sheen.height; y++) {
    const above = smoothstep(eyeLine + 0.3 * apart, eyeLine - 0.15 * apart, y);
    for (let x = 0; x < sheen.width; x++, i++) {
      const cosine = sheen.data[i];
      const band =
        above * smoothstep(BAND.from, BAND.full, cosine) * (1 - smoothstep(BAND.until, BAND.gone, cosine));
      sheen.data[i] = SHEEN.gain * (facing.data[i] - SHEEN.middle) + BAND_GAIN * band;
    }
  }
  const highlight = cosines(surface, HALFWAY, keySide);
  for (let i = 0; i < highlight.data.length; i++)
    highlight.data[i] = surface.face.data[i] * Math.max(0, highlight.data[i]) ** SHININESS;
  const full = (plane: Plane) => enlarge(plane, width, height).data;
  return {
    facing: full(facing),
    onMesh: full(surface.face),
    highlight: full(highlight),
    sheen: full(gaussianBlur(sheen, SMOOTHING)),
  };
}
