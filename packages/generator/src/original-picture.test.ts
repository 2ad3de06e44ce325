import { landmarkBox } from '@avatar/face';
import { createPlane } from '@avatar/image';
import { syntheticArtifacts } from '@avatar/testing';
import { expect, test } from 'vitest';
import { originalPicture } from './original-picture.js';

const { face } = syntheticArtifacts({ faceWidth: 0.3 });
const { width } = face.crop;

/** As if the photo ended `share` of the square's side before its lower border. */
function cutBelow(share: number) {
  const inside = createPlane(width, width, 1);
  inside.data.fill(0, Math.round((1 - share) * width) * width);
  return { ...face, inside };
}

test('a square that shows nothing but the photo is taken whole', () => {
  const { image, landmarks } = originalPicture(face);
  expect(image.width).toBe(width);
  expect(image.planes[1]).toEqual(face.crop.planes[1]);
  expect(landmarks?.points).toEqual(face.landmarks.points);
});

test('what lies outside the photo is cut off, and the face stays in', () => {
  const { image, landmarks = face.landmarks } = originalPicture(cutBelow(0.2));
  expect(image.width).toBe(image.height);
  expect(image.width).toBeLessThanOrEqual(0.8 * width);
  expect(image.width).toBeGreaterThan(0.7 * width);
  const { x, y, width: faceWidth, height } = landmarkBox(landmarks);
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
  expect(Math.max(x + faceWidth, y + height)).toBeLessThanOrEqual(image.width);
  const shift = face.landmarks.points[0] - landmarks.points[0];
  expect(image.planes[0][0]).toBe(
    face.crop.planes[0][
      Math.round(face.landmarks.points[1] - landmarks.points[1]) * width + Math.round(shift)
    ],
  );
});

test('a face that the border of the photo cuts is shown with what is there', () => {
  expect(originalPicture(cutBelow(0.6)).image.width).toBe(width);
});
