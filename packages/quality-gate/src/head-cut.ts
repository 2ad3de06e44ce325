import { eyeMidpoint, headHeightPx } from '@avatar/face';
import type { DetectedFace, Photo, Warning } from '@avatar/stage';

/** The skull as an ellipse around the point between the eyes, in head heights; hair and ears are outside of it. */
const SKULL = { halfWidth: 0.3, halfHeight: 0.46 };
const POINTS = 48;
/**
 * More of a head height beyond the photo's edge is a cut. Of 85 ordinary portraits none reached it (two had 0.04 and
 * 0.09); those that cut
 * a forehead, a chin or half a face had 0.13 to 0.19.
 */
const LEAST_CUT = 0.125;

/** How far the skull reaches out of the photo, in head heights; 0 where the photo has all of it. */
export function headCut({ landmarks, pose }: DetectedFace, { image }: Photo): number {
  const [eyeX, eyeY] = eyeMidpoint(landmarks);
  const height = headHeightPx(landmarks);
  const [cos, sin] = [Math.cos(pose.rollRad) * height, Math.sin(pose.rollRad) * height];
  let cut = 0;
  for (let i = 0; i < POINTS; i++) {
    const angle = (i / POINTS) * 2 * Math.PI;
    const [u, v] = [SKULL.halfWidth * Math.cos(angle), SKULL.halfHeight * Math.sin(angle)];
    const [x, y] = [eyeX + cos * u - sin * v, eyeY + sin * u + cos * v];
    cut = Math.max(cut, -x, -y, x - image.width, y - image.height);
  }
  return cut / height;
}

export function headCutWarning(face: DetectedFace, photo: Photo): Warning[] {
  const measured = headCut(face, photo);
  if (measured < LEAST_CUT) return [];
  return [
    {
      code: 'head-cut',
      message: 'The photo cuts the head. Use one that shows all of it, with some room around it.',
      measured: Number(measured.toFixed(3)),
      threshold: LEAST_CUT,
    },
  ];
}
