import { createPlanar, toLab } from '@avatar/image';
import { landmarkPoint } from '@avatar/face';
import { syntheticArtifacts } from '@avatar/testing';
import { expect, it } from 'vitest';
import { noseShadow } from './nose-shadow.js';

const SIZE = 200;
const { face } = syntheticArtifacts({ sizePx: SIZE, faceWidth: 0.6 });
const SKIN_L = 70;

/** A face of one colour with a dark bar on the upper lip, `halfWidth` of the picture to either side of the middle. */
function lipWithBar(halfWidth: number, lightness: number) {
  const image = createPlanar(SIZE, SIZE);
  image.planes.forEach((plane) => plane.fill(0.67));
  const [x, top] = landmarkPoint(face.landmarks, 2);
  const bottom = landmarkPoint(face.landmarks, 0)[1];
  for (let row = Math.round(top - 6); row < bottom + 2; row++)
    for (let column = Math.round(x - halfWidth * SIZE); column < x + halfWidth * SIZE; column++)
      image.planes.forEach((plane) => (plane[row * SIZE + column] = lightness));
  return toLab(image);
}

const shadowOf = (lab: ReturnType<typeof lipWithBar>) =>
  noseShadow(lab, face.landmarks, SKIN_L, face.headHeightPx);

it('takes a dark narrow patch under the nose for its shadow', () => {
  const [x, y] = landmarkPoint(face.landmarks, 164);
  const shadow = shadowOf(lipWithBar(0.035, 0.1)) ?? expect.fail('not found');
  expect(shadow.data[Math.round(y) * SIZE + Math.round(x)]).toBeGreaterThan(0.5);
  expect(shadow.data[Math.round(y) * SIZE + 5]).toBe(0);
});

it('takes a moustache for a moustache, and light for nothing', () => {
  expect(shadowOf(lipWithBar(0.2, 0.1))).toBeUndefined();
  expect(shadowOf(lipWithBar(0.035, 0.6))).toBeUndefined();
});
