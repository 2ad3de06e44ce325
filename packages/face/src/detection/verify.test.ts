import { syntheticFace } from '@avatar/testing';
import { expect, test } from 'vitest';
import type { FaceRun } from './face-run.js';
import { landmarkBox } from '../mesh/landmarks.js';
import { createPyramid } from './pyramid.js';
import { SECOND_OPINION_MODEL_ID } from './second-opinion.js';
import { isFace, isWronglyTurned } from './verify.js';

const SIDE = 256;
const [BACKGROUND, FACE, CLOTHES, OTHER] = [0, 3, 4, 5];
const ANCHORS = 12 * 12 * 3 + (6 * 6 + 3 * 3 + 2 * 2 + 1 + 1) * 6;
const { landmarks } = syntheticFace();
const candidate = { box: landmarkBox(landmarks), score: 0.7 } as Parameters<typeof isFace>[1];

/** The other detector is so sure of a face, and the parts are these above and below its middle. */
function runThatSees(opinion: number, upper: number, lower: number): FaceRun {
  const logits = new Float32Array(6 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) logits[(i < (SIDE * SIDE) / 2 ? upper : lower) * SIDE * SIDE + i] = 1;
  const load = async (id: string) => ({
    run: async () =>
      id === SECOND_OPINION_MODEL_ID
        ? { scores: { data: new Float32Array(ANCHORS).fill(opinion), dims: [1, ANCHORS] } }
        : { logits: { data: logits, dims: [1, 6, SIDE, SIDE] } },
  });
  const image = { data: new Uint8Array(512 * 512 * 3), width: 512, height: 512, channels: 3 as const };
  return { pyramid: createPyramid(image), models: { load } as unknown as FaceRun['models'], options: {} };
}

const verdict = (presence: number, run: FaceRun, yawRad = 0) =>
  isFace(run, candidate, { landmarks: turnedTo(yawRad), presence });

const turnedTo = (yawRad: number) => syntheticFace({ yawRad }).landmarks;

test.each([OTHER, CLOTHES])(
  'a mask (%d) hides from the mesh what two other networks are sure of',
  async (cloth) => {
    expect(await verdict(0.07, runThatSees(0.95, FACE, cloth))).toBe(true);
  },
);

test.each([
  ['what the mesh denies', 0.005, runThatSees(0.95, FACE, OTHER)],
  ['what the other detector doubts', 0.3, runThatSees(0.6, FACE, OTHER)],
  ['skin below that the mesh takes for no face', 0.3, runThatSees(0.95, FACE, FACE)],
  ['fur', 0.3, runThatSees(0.95, OTHER, OTHER)],
  ['background in a face', 0.9, runThatSees(0.95, BACKGROUND, FACE)],
])('%s is no face', async (_, presence, run) => {
  expect(await verdict(presence, run)).toBe(false);
});

test('a face that all three see is one', async () => {
  expect(await verdict(0.9, runThatSees(0.7, FACE, FACE))).toBe(true);
});

test('a profile is a face to the others of which the mesh sees a half', async () => {
  const run = runThatSees(0.8, FACE, FACE);
  expect(await verdict(0.3, run, 1)).toBe(true);
  expect(await verdict(0.3, run, 0.2)).toBe(false);
  expect(await verdict(0.1, run, 1)).toBe(false);
  expect(await verdict(0.3, runThatSees(0.8, FACE, OTHER), 0.2)).toBe(true);
  expect(await verdict(0.3, runThatSees(0.8, OTHER, FACE), 1)).toBe(false);
});

test('of two meshes that stand on their heads to each other, the other detector says which is wrong', async () => {
  const upsideDown = {
    ...landmarks,
    points: landmarks.points.map((value, i) => (i % 3 < 2 ? 512 - value : value)),
  };
  const mesh = (points: typeof landmarks) => ({ landmarks: points, presence: 0.9 });
  const run = runThatSees(0.8, FACE, FACE);
  // It sees both as clearly here, so that neither is wrong.
  expect(await isWronglyTurned(run, candidate, mesh(upsideDown), mesh(landmarks))).toBe(false);
  const load = async () => ({
    run: async () => ({
      scores: { data: new Float32Array(ANCHORS).fill(opinions.pop() ?? 0), dims: [1, ANCHORS] },
    }),
  });
  const opinions = [0.3, 0.9];
  const seesOne: FaceRun = { ...run, models: { load } as unknown as FaceRun['models'] };
  expect(await isWronglyTurned(seesOne, candidate, mesh(upsideDown), mesh(landmarks))).toBe(true);
  expect(await isWronglyTurned(seesOne, candidate, mesh(landmarks), mesh(landmarks))).toBe(false);
});
