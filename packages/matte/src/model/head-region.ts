import type { Box, FaceLandmarks, RasterImage } from '@avatar/stage';
import { eyeLineAngle, eyeMidpoint, headHeightPx } from '@avatar/face';
import type { Point } from '@avatar/image';

/** Where a head is in a picture, and which way it points. Lengths in pixels of that picture. */
export interface HeadPlacement {
  readonly eyes: Point;
  readonly heightPx: number;
  /** Clockwise as seen; 0 is upright. */
  readonly rollRad: number;
}

export function placeHead(landmarks: FaceLandmarks): HeadPlacement {
  const [eyeX, eyeY] = eyeMidpoint(landmarks);
  return { eyes: [eyeX, eyeY], heightPx: headHeightPx(landmarks), rollRad: eyeLineAngle(landmarks) };
}

/** The point that lies `across` to the right and `down` in the head's own axes, in head heights from the eyes. */
export function pointOfHead({ eyes, heightPx, rollRad }: HeadPlacement, across: number, down: number): Point {
  const cos = Math.cos(rollRad) * heightPx;
  const sin = Math.sin(rollRad) * heightPx;
  return [eyes[0] + cos * across - sin * down, eyes[1] + sin * across + cos * down];
}

/** The way back from `pointOfHead`: to the head's own axes, to the right and down, in head heights from the eyes. */
export function toHead({ eyes, heightPx, rollRad }: HeadPlacement): (point: Point) => Point {
  const [cos, sin] = [Math.cos(rollRad) / heightPx, Math.sin(rollRad) / heightPx];
  return ([x, y]) => {
    const [dx, dy] = [x - eyes[0], y - eyes[1]];
    return [cos * dx + sin * dy, cos * dy - sin * dx];
  };
}

/**
 * Head and shoulders. With more around, hair becomes too coarse for the model; with less, it loses sight of the body.
 * Lengths in head heights.
 */
const HEAD = { side: 2.5, drop: 0.325 };
/** With the chest: for pictures that show more than a square does, at a finer input. */
const CHEST = { side: 3.3, drop: 0.6 };
/** What the input grows by, so that hair does not become coarse. */
export const FINER_WITH_CHEST = CHEST.side / HEAD.side;
/** The upright square that is cut from a turned photo later reaches further in the photo's axes. */
const WIDER_WHEN_TURNED = 0.16;

/**
 * An axis-aligned square of whole pixels around head and shoulders, clipped to the photo. It follows the head's own
 * direction.
 */
export function headAndShoulders(head: HeadPlacement, photo: RasterImage, withChest = false): Box {
  const { side, drop } = withChest ? CHEST : HEAD;
  const [centreX, centreY] = pointOfHead(head, 0, drop);
  const half = (side / 2) * (1 + WIDER_WHEN_TURNED * Math.abs(Math.sin(2 * head.rollRad))) * head.heightPx;
  const left = Math.min(Math.max(0, Math.round(centreX - half)), photo.width - 1);
  const top = Math.min(Math.max(0, Math.round(centreY - half)), photo.height - 1);
  const right = Math.max(Math.min(photo.width, Math.round(centreX + half)), left + 1);
  const bottom = Math.max(Math.min(photo.height, Math.round(centreY + half)), top + 1);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
