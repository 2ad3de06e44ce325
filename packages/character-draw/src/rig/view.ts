import { radians, type Point2, type Point3 } from '@avatar/vector';

/** Side of the square that everything is drawn in, before it is scaled to the picture. */
export const CANVAS = 800;

/** Where and how large the head stands in the canvas, and how it is turned. */
export interface View {
  /** Canvas units to one head unit. */
  readonly scale: number;
  /** Where the middle of the head lands. */
  readonly centre: Point2;
  /** Positive turns to the viewer's right. */
  readonly yawRad: number;
  /** Positive looks down. */
  readonly pitchRad: number;
  /** Positive is clockwise as seen. */
  readonly rollRad: number;
  readonly bodyYawRad: number;
}

/** Turning point of the head: the top of the neck. */
const PIVOT: Point3 = [0, 1.15, -0.25];
/** The body follows the head by this share. */
const BODY_SHARE = 0.55;

export function viewOf(
  degrees: { readonly yaw: number; readonly pitch: number; readonly roll: number },
  yawShare: number,
  scale: number,
  centre: Point2,
): View {
  const yawRad = radians(degrees.yaw) * yawShare;
  return {
    scale,
    centre,
    yawRad,
    pitchRad: radians(degrees.pitch),
    rollRad: radians(degrees.roll),
    bodyYawRad: yawRad * BODY_SHARE,
  };
}

/** A point turned around another, clockwise as seen. */
export function turnedAround([cx, cy]: Point2, angleRad: number, [x, y]: Point2): Point2 {
  const [cos, sin] = [Math.cos(angleRad), Math.sin(angleRad)];
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos];
}

/** A point in turned space: x right, y down, z to the viewer. */
export type Turn = (point: Point3) => Point3;

export function turnBy(yawRad: number, pitchRad: number, rollRad: number): Turn {
  const [cosY, sinY] = [Math.cos(yawRad), Math.sin(yawRad)];
  const [cosP, sinP] = [Math.cos(pitchRad), Math.sin(pitchRad)];
  const [cosR, sinR] = [Math.cos(rollRad), Math.sin(rollRad)];
  return ([px, py, pz]) => {
    const x = px - PIVOT[0];
    const y = py - PIVOT[1];
    const z = pz - PIVOT[2];
    const x1 = x * cosY + z * sinY;
    const z1 = z * cosY - x * sinY;
    const y1 = y * cosP + z1 * sinP;
    const z2 = z1 * cosP - y * sinP;
    return [x1 * cosR - y1 * sinR + PIVOT[0], x1 * sinR + y1 * cosR + PIVOT[1], z2 + PIVOT[2]];
  };
}
