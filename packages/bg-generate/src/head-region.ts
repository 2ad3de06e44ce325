import type { Box, FaceLandmarks, RasterImage } from '@avatar/stage';
import { eyeLineAngle, eyeMidpoint, headHeightPx } from '@avatar/face';

/** Where a head is in the photo, and which way it points. Lengths in pixels of the photo. */
export interface HeadPlacement {
  readonly eyeX: number;
  readonly eyeY: number;
  readonly heightPx: number;
  /** Clockwise as seen; 0 is upright. */
  readonly rollRad: number;
}

export function placeHead(landmarks: FaceLandmarks): HeadPlacement {
  const [eyeX, eyeY] = eyeMidpoint(landmarks);
  return { eyeX, eyeY, heightPx: headHeightPx(landmarks), rollRad: eyeLineAngle(landmarks) };
}

export interface RegionShape {
  /** Side of the square in head heights. */
  readonly sideHeads: number;
  /** From the eyes to the centre of the square along the head's own downward direction, in head heights. */
  readonly dropHeads: number;
}

/** An axis-aligned square of whole pixels around the head, clipped to the photo. It follows the head's own direction. */
export function regionAround(head: HeadPlacement, photo: RasterImage, shape: RegionShape): Box {
  const drop = shape.dropHeads * head.heightPx;
  const centreX = head.eyeX - Math.sin(head.rollRad) * drop;
  const centreY = head.eyeY + Math.cos(head.rollRad) * drop;
  const half = (shape.sideHeads * head.heightPx) / 2;
  const left = Math.min(Math.max(0, Math.round(centreX - half)), photo.width - 1);
  const top = Math.min(Math.max(0, Math.round(centreY - half)), photo.height - 1);
  const right = Math.max(Math.min(photo.width, Math.round(centreX + half)), left + 1);
  const bottom = Math.max(Math.min(photo.height, Math.round(centreY + half)), top + 1);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Clockwise quarter turns (0 to 3) that bring the head closest to upright. */
export const quarterTurnsToUpright = (rollRad: number): number =>
  ((-Math.round(rollRad / (Math.PI / 2)) % 4) + 4) % 4;
