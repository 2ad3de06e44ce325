import { modelledLandmarks } from '@avatar/testing';
import { expect, test } from 'vitest';
import type { Candidate } from './candidate.js';
import type { FaceRun } from './face-run.js';
import type { Trial } from './orientation.js';
import { tryProfile } from './profile.js';
import { createPyramid } from './pyramid.js';

const image = { data: new Uint8Array(400 * 400 * 3), width: 400, height: 400, channels: 3 as const };

/** A mesh that sees a face turned by `yawRad` wherever it looks, so surely. */
function runThatSees(yawRad: number, presence: number): { run: FaceRun; looks: () => number } {
  let looks = 0;
  const { points } = modelledLandmarks({
    centreXPx: 96,
    centreYPx: 96,
    halfWidthPx: 48,
    pose: { rollRad: 0, yawRad, pitchRad: 0 },
  });
  const load = async () => ({
    run: async () => {
      looks++;
      return {
        mesh: { data: points, dims: [1, 1404] },
        presence: { data: Float32Array.of(presence), dims: [1, 1] },
      };
    },
  });
  const models = { load } as unknown as FaceRun['models'];
  return { run: { pyramid: createPyramid(image), models, options: {} }, looks: () => looks };
}

/** Looks to the right of the picture: the nose lies beside both ears. */
const candidate: Candidate = {
  box: { x: 150, y: 150, width: 100, height: 100 },
  score: 0.85,
  keypoints: {
    leftEye: [215, 180],
    rightEye: [218, 180],
    nose: [235, 200],
    mouth: [220, 225],
    leftEar: [190, 190],
    rightEar: [192, 190],
  },
};
const poor = { mesh: { landmarks: {}, presence: 0.05 }, last: -3, both: -6 } as unknown as Trial;

test('a profile that looks where the nose of the detector is, is taken', async () => {
  const { run, looks } = runThatSees(1, 0.9999);
  const { mesh } = await tryProfile(run, candidate, poor);
  expect(mesh.presence).toBeCloseTo(0.9999, 6);
  // The first start was good.
  expect(looks()).toBe(2);
});

test.each([
  ['looks the other way', -1, candidate],
  ['is no profile', 0.3, candidate],
  ['the detector doubts', 1, { ...candidate, score: 0.6 }],
])('a face that %s is not', async (_, yawRad, doubted) => {
  const { run } = runThatSees(yawRad, 0.9999);
  expect(await tryProfile(run, doubted, poor)).toBe(poor);
});
