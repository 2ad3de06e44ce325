import { AvatarError, type Faces, type RasterImage } from '@avatar/stage';
import { syntheticFace } from '@avatar/testing';
import { expect, test } from 'vitest';
import type { FaceRun } from './face-run.js';
import { createPyramid } from './pyramid.js';
import { recogniseDoubt } from './recognise-doubt.js';

const SIDE = 256;
const [BACKGROUND, FACE, CLOTHES, OTHER] = [0, 3, 4, 5];
const { landmarks } = syntheticFace();

/** A picture in which every pixel differs from the next, or none does. */
function picture(grain: number): RasterImage {
  const data = new Uint8Array(512 * 512 * 3).map((_, i) => 120 + ((i * 7919) % 17) * grain);
  return { data, width: 512, height: 512, channels: 3 };
}

/** A run whose network for the parts of people sees one part in the upper half of its square and one in the lower. */
function runThatSees(upper: number, lower: number, grain = 1): FaceRun {
  const logits = new Float32Array(6 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) logits[(i < (SIDE * SIDE) / 2 ? upper : lower) * SIDE * SIDE + i] = 1;
  const run = async () => ({ logits: { data: logits, dims: [1, 6, SIDE, SIDE] } });
  const models = { load: async () => ({ run }) } as unknown as FaceRun['models'];
  return { pyramid: createPyramid(picture(grain)), models, options: {} };
}

const seen = (run: FaceRun, presence = 0.5): Promise<Faces['unclearAs']> =>
  recogniseDoubt(run, { landmarks, presence });

test.each([CLOTHES, OTHER])('skin around the eyes and cloth below (%d) is a covered face', async (cloth) => {
  expect(await seen(runThatSees(FACE, cloth))).toBe('covered');
});

test('what looks like a face to the mesh, like nothing to the parts, and has no grain is a drawing', async () => {
  expect(await seen(runThatSees(BACKGROUND, BACKGROUND, 0), 0.999)).toBe('drawing');
});

test.each([
  ['an animal: a photo has grain', runThatSees(BACKGROUND, BACKGROUND, 1), 0.999],
  ['what the mesh doubts too', runThatSees(BACKGROUND, BACKGROUND, 0), 0.5],
  ['a face that is only dark or turned', runThatSees(FACE, FACE), 0.5],
  ['cloth without eyes', runThatSees(CLOTHES, CLOTHES), 0.5],
])('nothing is said of %s', async (_, run, presence) => {
  expect(await seen(run, presence)).toBeUndefined();
});

test('nothing is said without the network', async () => {
  const load = () => Promise.reject(new AvatarError('model-unavailable', 'not here'));
  const models = { load } as unknown as FaceRun['models'];
  expect(await seen({ ...runThatSees(FACE, CLOTHES), models })).toBeUndefined();
});
