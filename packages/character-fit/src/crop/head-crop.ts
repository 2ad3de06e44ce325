import {
  eyeLineAngle,
  eyeMidpoint,
  headHeightPx,
  landmarkPoint,
  PERSON_PARTS_SIDE_PX,
  transformLandmarks,
  type PartLikelihoods,
  type PersonPart,
} from '@avatar/face';
import { toLab, transformAbout, warpSimilarity, type LabImage, type Point } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import type { FaceLandmarks, Photo, Plane } from '@avatar/stage';
import { partsIn } from './parts-in.js';

/** Side of a crop in pixels. Widths of filters are in pixels of it. */
export const CROP_PX = 640;

/** How much of the person a crop shows, and where the eyes stand in it, in head heights. */
interface CropFrame {
  readonly sideHeads: number;
  /** How far the eyes stand above the middle. */
  readonly eyesAbove: number;
}

/** Hair, headwear, clothes. */
export const WIDE: CropFrame = { sideHeads: 2.5, eyesAbove: 0.325 };
/** Glasses, skin, beard, eyes: the part model sees twice as much of them here. */
export const CLOSE: CropFrame = { sideHeads: 1.3, eyesAbove: 0.06 };

/** An upright square of the photo around a head. */
export interface HeadCrop {
  readonly lab: LabImage;
  /** 1 where the photo is, 0 outside of it. */
  readonly inside: Plane;
  readonly landmarks: FaceLandmarks;
  /** Head height in pixels of the crop. */
  readonly headPx: number;
  /** The point between the eyes. */
  readonly eyes: Point;
  readonly parts: PartLikelihoods;
}

/** @throws AvatarError `model-unavailable`, `inference-failed` */
export async function cropHead(
  { image }: Photo,
  landmarks: FaceLandmarks,
  { sideHeads, eyesAbove }: CropFrame,
  models: ModelHub,
  signal: AbortSignal | undefined,
): Promise<HeadCrop> {
  const headPx = CROP_PX / sideHeads;
  const [eyeX, eyeY] = eyeMidpoint(landmarks);
  const eyes: Point = [CROP_PX / 2, CROP_PX / 2 - eyesAbove * headPx];
  const scale = headPx / headHeightPx(landmarks);
  const toCrop = transformAbout([eyeX, eyeY], eyes, scale, -eyeLineAngle(landmarks));
  const warped = await warpSimilarity(image, toCrop, CROP_PX, CROP_PX);
  return {
    lab: toLab(warped.image),
    inside: warped.inside,
    landmarks: transformLandmarks(landmarks, toCrop),
    headPx,
    eyes,
    parts: await partsIn(warped.image, models, signal),
  };
}

/** A landmark in pixels of the crop. */
export function pointOf({ landmarks }: HeadCrop, index: number): Point {
  const [x, y] = landmarkPoint(landmarks, index);
  return [x, y];
}

/** The pixel at `u` heads to the right of the eyes' middle and `v` below it. */
export const pixelAt = ({ eyes, headPx }: HeadCrop, u: number, v: number): Point => [
  eyes[0] + u * headPx,
  eyes[1] + v * headPx,
];

const PARTS_PER_PIXEL = PERSON_PARTS_SIDE_PX / CROP_PX;

/** How likely a pixel of the crop shows the part. */
export function likelihood({ parts }: HeadCrop, part: PersonPart, x: number, y: number): number {
  const column = Math.max(0, Math.min(PERSON_PARTS_SIDE_PX - 1, Math.floor(x * PARTS_PER_PIXEL)));
  const row = Math.max(0, Math.min(PERSON_PARTS_SIDE_PX - 1, Math.floor(y * PARTS_PER_PIXEL)));
  return parts[part].data[row * PERSON_PARTS_SIDE_PX + column];
}

/** Index of the pixel at a point of the crop, clamped to it. */
export function indexAt(x: number, y: number): number {
  const column = Math.max(0, Math.min(CROP_PX - 1, Math.floor(x)));
  return Math.max(0, Math.min(CROP_PX - 1, Math.floor(y))) * CROP_PX + column;
}

/** Whether the photo shows this place at all. */
export const isInPhoto = ({ inside }: HeadCrop, x: number, y: number): boolean =>
  x >= 0 && y >= 0 && x < CROP_PX && y < CROP_PX && inside.data[indexAt(x, y)] > 0.8;
