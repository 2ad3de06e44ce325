import { clamp, fillPolygon, createPlane, smoothstep, type Lab, type LabImage } from '@avatar/image';
import { landmarkPolygon, LEFT_EYE, RIGHT_EYE } from '@avatar/face';
import type { FaceLandmarks, Plane } from '@avatar/stage';
import { axesOf, type EyeShape } from './eye-shape.js';

/** What the drawing takes over from the person's eyes. */
export interface EyeColours {
  readonly iris: Lab;
  /** Where both eyes look: the iris's shift from the middle, over the eye's width. */
  readonly gaze: number;
  /** How dark the lashes' line is against the skin around, 0 to 1. */
  readonly lashes: number;
}

/** The iris is looked for well inside the lids. */
const INSIDE_LIDS = 0.8;
/** Radius of an iris over the width of the eye, and the ring of it that shows its colour, between pupil and rim. */
const IRIS_RADIUS = 0.2;
const RING = { from: 0.45, to: 0.95 };
/** Shares of the ring's pixels by lightness: without lashes and pupil, without highlights and white. */
const SHARES = { from: 0.35, to: 0.75 };
/** Very dark irises lose their colour in a photo: towards brown. */
const DARK = { from: 14, to: 28, a: 4, b: 8 };
/** Irises are brown, green, grey or blue, never pink: redness has to come with yellow. */
const REDNESS = { least: 3, ofYellow: 0.9 };
const CHROMA = { wanted: 20, least: 4, lowest: 1.05, highest: 2.4 };
const LIGHTNESS = { min: 18, max: 50 };
const MAX_GAZE = 0.12;

function eyeMask(landmarks: FaceLandmarks, width: number, height: number): Plane {
  const mask = createPlane(width, height);
  for (const eye of [RIGHT_EYE, LEFT_EYE]) fillPolygon(mask, landmarkPolygon(landmarks, eye, INSIDE_LIDS));
  return mask;
}

interface Iris {
  /** Its middle along the eye's axis, from the outer corner, and at right angles to it, in pixels. */
  readonly along: number;
  readonly down: number;
}

/** Calls `visit` for each pixel between the lids with its place in the eye's axes. */
function eachPixel(
  lab: LabImage,
  mask: Plane,
  eye: EyeShape,
  visit: (i: number, a: number, b: number) => void,
) {
  const reach = Math.ceil(eye.widthPx * 0.6);
  const cx = Math.round(eye.outer[0] + (eye.along[0] * eye.widthPx) / 2);
  const cy = Math.round(eye.outer[1] + (eye.along[1] * eye.widthPx) / 2);
  for (let y = Math.max(0, cy - reach); y < Math.min(lab.height, cy + reach); y++)
    for (let x = Math.max(0, cx - reach); x < Math.min(lab.width, cx + reach); x++) {
      const i = y * lab.width + x;
      if (mask.data[i] > 0) visit(i, ...axesOf(eye, [x + 0.5, y + 0.5]));
    }
}

/** The darkness-weighted middle of an eye. */
function findIris(lab: LabImage, mask: Plane, eye: EyeShape): Iris {
  let along = 0;
  let down = 0;
  let weight = 0;
  eachPixel(lab, mask, eye, (i, a, b) => {
    const darkness = clamp(0.6 - lab.L[i] / 100) ** 2;
    along += darkness * a;
    down += darkness * b;
    weight += darkness;
  });
  return weight > 0 ? { along: along / weight, down: down / weight } : { along: eye.widthPx / 2, down: 0 };
}

function irisColour(lab: LabImage, mask: Plane, eyes: readonly EyeShape[], irises: readonly Iris[]): Lab {
  const ring: number[] = [];
  for (const [k, eye] of eyes.entries())
    eachPixel(lab, mask, eye, (i, a, b) => {
      const radius = Math.hypot(a - irises[k].along, b - irises[k].down) / (IRIS_RADIUS * eye.widthPx);
      if (radius > RING.from && radius < RING.to) ring.push(i);
    });
  ring.sort((p, q) => lab.L[p] - lab.L[q]);
  const chosen = ring.slice(Math.floor(ring.length * SHARES.from), Math.ceil(ring.length * SHARES.to));
  const mean = (plane: Float32Array) =>
    chosen.reduce((sum, i) => sum + plane[i], 0) / Math.max(1, chosen.length);
  const L = mean(lab.L);
  const brown = 1 - smoothstep(DARK.from, DARK.to, L);
  const b = mean(lab.b) + brown * DARK.b;
  const a = Math.min(mean(lab.a) + brown * DARK.a, REDNESS.least + REDNESS.ofYellow * Math.max(0, b));
  const boost = clamp(
    CHROMA.wanted / Math.max(CHROMA.least, Math.hypot(a, b)),
    CHROMA.lowest,
    CHROMA.highest,
  );
  return [clamp(L, LIGHTNESS.min, LIGHTNESS.max), a * boost, b * boost];
}

/** How far an iris is from the middle of its eye in the picture's x, over the width. */
const gazeOf = (eye: EyeShape, iris: Iris): number =>
  (iris.along / eye.widthPx - 0.5) * Math.sign(eye.along[0] || 1);

function lashContrast(lab: LabImage, eyes: readonly EyeShape[], skinL: number): number {
  let sum = 0;
  let count = 0;
  for (const { upper } of eyes)
    for (const [x, y] of upper.slice(1, 7)) {
      const i = clamp(Math.round(y), 0, lab.height - 1) * lab.width + clamp(Math.round(x), 0, lab.width - 1);
      sum += lab.L[i];
      count++;
    }
  return clamp((skinL - sum / count) / Math.max(20, skinL * 0.7));
}

/** Measures the eyes of the photo. */
export function measureEyes(
  lab: LabImage,
  landmarks: FaceLandmarks,
  eyes: readonly EyeShape[],
  skinL: number,
): EyeColours {
  const mask = eyeMask(landmarks, lab.width, lab.height);
  const irises = eyes.map((eye) => findIris(lab, mask, eye));
  const gaze = eyes.reduce((sum, eye, k) => sum + gazeOf(eye, irises[k]), 0) / eyes.length;
  return {
    iris: irisColour(lab, mask, eyes, irises),
    gaze: clamp(gaze, -MAX_GAZE, MAX_GAZE),
    lashes: lashContrast(lab, eyes, skinL),
  };
}
