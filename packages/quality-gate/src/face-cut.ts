import { FACE_OVAL, landmarkPolygon } from '@avatar/face';
import type { Point } from '@avatar/image';
import type { DetectedFace, Photo } from '@avatar/stage';

/** Nearer to the border than this, in heights of the face, its outline lies on it: meshes of half a face squeeze it in. */
const ON_BORDER = 0.06;

/**
 * How much of the face's outline lies on one side of the photo's border or beyond it, in heights of the face: 0 for a
 * whole face. The upper border does not count: photos often cut the hair and some of the forehead.
 */
export function cutLength({ landmarks }: DetectedFace, { image }: Photo): number {
  const outline = landmarkPolygon(landmarks, FACE_OVAL);
  const height = extent(outline);
  const sides: ((place: Point) => number)[] = [
    ([x]) => x,
    ([x]) => image.width - x,
    ([, y]) => image.height - y,
  ];
  return Math.max(
    ...sides.map(
      (toBorder) => extent(outline.filter((place) => toBorder(place) < ON_BORDER * height)) / height,
    ),
  );
}

/** Largest distance between two of the places. */
function extent(places: readonly Point[]): number {
  let most = 0;
  for (const [index, [x, y]] of places.entries())
    for (const [u, v] of places.slice(index + 1)) most = Math.max(most, Math.hypot(x - u, y - v));
  return most;
}
