import { applyTransform, type Point } from '@avatar/image';
import { integerOption, knownOptions, numberOption } from '@avatar/stage';
import type { Box, FaceLandmarks, HeadPose, Plane, RasterImage, SimilarityTransform } from '@avatar/stage';
import { ellipse, newCanvas, paint, type Canvas, type Rgb } from './canvas.js';
import { modelledLandmarks } from './face-model.js';
import { BROWS, EYES, LIPS, NOSE_SHADOW, OVAL, boundingBox, outlineOf } from './face-outlines.js';

interface Colours {
  /** sRGB, 0 to 255. */
  readonly skin?: Rgb;
  readonly hair?: Rgb;
  readonly clothes?: Rgb;
  readonly background?: Rgb;
}

export interface SyntheticFaceOptions extends Colours {
  /** Width and height of the picture; 64 to 4096 pixels, default 512. */
  readonly sizePx?: number;
  /** Ear to ear over the width of the picture; 0.02 to 1, default 0.3. */
  readonly faceWidth?: number;
  /** Middle of the face over the size of the picture; 0 to 1, default 0.5 and 0.45. */
  readonly centreX?: number;
  readonly centreY?: number;
  /** Radians with the signs of `HeadPose`; -1.2 to 1.2, default 0. */
  readonly rollRad?: number;
  readonly yawRad?: number;
  readonly pitchRad?: number;
}

/** A drawn person and everything that is known about it. */
export interface SyntheticFace {
  readonly image: RasterImage;
  readonly landmarks: FaceLandmarks;
  readonly pose: HeadPose;
  /** Bounding box of the landmarks. */
  readonly box: Box;
  /** From the model's frontal units (1 = ear to middle, y down) to pixels, exact for a face without yaw and pitch. */
  readonly transform: SimilarityTransform;
  /** 1 on the person, 0 elsewhere. */
  readonly alpha: Plane;
}

const SKIN: Rgb = [205, 160, 135];
const HAIR: Rgb = [60, 42, 32];
const EYE_WHITE: Rgb = [240, 238, 235];
const IRIS: Rgb = [70, 52, 40];

/**
 * Draws a face from simple shapes. The landmarks are exact, not detected; the picture is for geometry and colour, and
 * no detector is promised to find a face in it. The same options give the same bytes.
 * @throws AvatarError `invalid-options`
 */
export function syntheticFace(options: SyntheticFaceOptions = {}): SyntheticFace {
  const { sizePx, halfWidthPx, centreXPx, centreYPx, pose } = checkedPlacement(options);
  const landmarks = modelledLandmarks({ centreXPx, centreYPx, halfWidthPx, pose });
  const transform = {
    a: halfWidthPx * Math.cos(pose.rollRad),
    b: halfWidthPx * Math.sin(pose.rollRad),
    tx: centreXPx,
    ty: centreYPx,
  };
  const { background = [150, 165, 160] } = options;
  const canvas = newCanvas(sizePx, background);
  paintHeadAndShoulders(canvas, transform, options);
  paintFeatures(canvas, landmarks, options);
  return {
    image: canvas.image,
    landmarks,
    pose,
    box: boundingBox(landmarks),
    transform,
    alpha: canvas.alpha,
  };
}

function paintHeadAndShoulders(canvas: Canvas, transform: SimilarityTransform, colours: Colours): void {
  const { skin = SKIN, hair = HAIR, clothes = [70, 85, 120] } = colours;
  const farBelow = (canvas.image.height * 3) / Math.hypot(transform.a, transform.b);
  const neck = [
    [-0.5, 0.5],
    [0.5, 0.5],
    [0.55, 1.7],
    [-0.55, 1.7],
  ] as const;
  const shoulders = [
    [-0.5, 1.45],
    [0.5, 1.45],
    [2, 1.9],
    [2.2, farBelow],
    [-2.2, farBelow],
    [-2, 1.9],
  ] as const;
  const place = (outline: readonly Point[]) => outline.map(([x, y]) => applyTransform(transform, x, y));
  paint(canvas, place(ellipse(0, -0.12, 1.14, 1.24)), hair, true);
  paint(canvas, place(neck), skin, true);
  paint(canvas, place(shoulders), clothes, true);
}

function paintFeatures(
  canvas: Canvas,
  landmarks: FaceLandmarks,
  { skin = SKIN, hair = HAIR }: Colours,
): void {
  const outline = (indices: readonly number[]) => outlineOf(landmarks, indices);
  paint(canvas, outline(OVAL), skin, true);
  paint(canvas, outline(NOSE_SHADOW), shaded(skin, 0.75));
  paint(canvas, outline(LIPS), [skin[0] * 0.9, skin[1] * 0.6, skin[2] * 0.62]);
  for (const brow of BROWS) paint(canvas, outline(brow), shaded(hair, 0.9));
  for (const eye of EYES) {
    paint(canvas, outline(eye), EYE_WHITE);
    paint(canvas, irisOf(outline(eye)), IRIS);
  }
}

function checkedPlacement(options: SyntheticFaceOptions) {
  knownOptions('syntheticFace', options, KNOWN);
  const sizePx = integerOption('sizePx', options.sizePx ?? 512, 64, 4096);
  const angle = (name: 'rollRad' | 'yawRad' | 'pitchRad') =>
    numberOption(name, options[name] ?? 0, -1.2, 1.2);
  return {
    sizePx,
    halfWidthPx: (sizePx * numberOption('faceWidth', options.faceWidth ?? 0.3, 0.02, 1)) / 2,
    centreXPx: sizePx * numberOption('centreX', options.centreX ?? 0.5, 0, 1),
    centreYPx: sizePx * numberOption('centreY', options.centreY ?? 0.45, 0, 1),
    pose: { rollRad: angle('rollRad'), yawRad: angle('yawRad'), pitchRad: angle('pitchRad') },
  };
}

const KNOWN: readonly (keyof SyntheticFaceOptions)[] = [
  'sizePx',
  'faceWidth',
  'centreX',
  'centreY',
  'rollRad',
  'yawRad',
  'pitchRad',
  'skin',
  'hair',
  'clothes',
  'background',
];

const shaded = (colour: Rgb, factor: number): Rgb => [
  colour[0] * factor,
  colour[1] * factor,
  colour[2] * factor,
];

/** A disc in the middle of an eye's outline, as high as the eye. */
function irisOf(eye: readonly Point[]): Point[] {
  const [outer, top, inner, bottom] = [eye[0], eye[4], eye[8], eye[12]];
  const centre = [(outer[0] + inner[0]) / 2, (outer[1] + inner[1]) / 2] as const;
  const radius = Math.hypot(top[0] - bottom[0], top[1] - bottom[1]) / 2;
  return ellipse(centre[0], centre[1], radius, radius);
}
