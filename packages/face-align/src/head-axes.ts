import type { Point } from '@avatar/image';

/**
 * From pixels of the photo to the head's own axes: u towards the side, v downwards, in head heights from between the
 * eyes.
 */
export type ToHead = (x: number, y: number) => Point;

/** @param rollRad of the eye line in the photo */
export function headAxes([eyeX, eyeY]: Point, headHeightPx: number, rollRad: number): ToHead {
  const cos = Math.cos(rollRad) / headHeightPx;
  const sin = Math.sin(rollRad) / headHeightPx;
  return (x, y) => [cos * (x - eyeX) + sin * (y - eyeY), -sin * (x - eyeX) + cos * (y - eyeY)];
}
