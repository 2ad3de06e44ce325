import { createPlane, enlarge, shrink } from '@avatar/image';
import { FOREHEAD, landmarkPoint } from '@avatar/face';
import type { FaceRegions, Plane } from '@avatar/stage';
import {
  describeStage,
  fakeModelHub,
  stageContext,
  syntheticArtifacts,
  syntheticParts,
  type FakeModel,
} from '@avatar/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { faceRegions } from './face-regions.js';
import { personParts } from './person-parts.js';

const SIDE = 256;
/** Nearly the colour of the skin. */
const drawn = { sizePx: 512, faceWidth: 0.4, hair: [198, 150, 124] } as const;
const person = syntheticArtifacts(drawn);
const truth = syntheticParts(drawn);

const CLASS = { background: 0, hair: 1, bodySkin: 2, faceSkin: 3, clothes: 4 };

/** A model that knows the drawn person, with `unseen` of it taken for background. */
function modelThatSees(unseen: (x: number, y: number) => boolean = () => false): FakeModel {
  const [hair, skin, clothes] = [truth.hair, truth.skin, truth.clothes].map((plane) => shrink(plane, 2).data);
  const logits = new Float32Array(6 * SIDE * SIDE);
  const set = (label: number, i: number, share: number): void => {
    logits[label * SIDE * SIDE + i] = 6 * share - 3;
  };
  for (let y = 0, i = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++, i++) {
      const seen = unseen(x, y) ? 0 : 1;
      set(CLASS.background, i, 1 - seen * (hair[i] + skin[i] + clothes[i]));
      set(CLASS.hair, i, seen * hair[i]);
      set(y > SIDE / 2 ? CLASS.bodySkin : CLASS.faceSkin, i, seen * skin[i]);
      set(y > SIDE / 2 ? CLASS.faceSkin : CLASS.bodySkin, i, 0);
      set(CLASS.clothes, i, seen * clothes[i]);
      set(5, i, 0);
    }
  return () => ({ logits: { data: logits, dims: [1, 6, SIDE, SIDE] } });
}

const hubThatSees = (unseen?: (x: number, y: number) => boolean) =>
  fakeModelHub({ 'selfie-multiclass': modelThatSees(unseen) });

const models = hubThatSees();
describeStage(faceRegions({ models, parts: true }), [{ name: 'a drawn person', input: () => person }], {
  modelRuns: () => models.calls.length,
});

const at = (plane: Plane, [x, y]: readonly number[]): number =>
  plane.data[Math.floor(y) * plane.width + Math.floor(x)];

function meanDifference(a: Plane, b: Plane): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i] - b.data[i]);
  return sum / a.data.length;
}

describe('faceRegions with parts', () => {
  const { landmarks } = person.face;
  const cheek = landmarkPoint(landmarks, 50);
  const fringe = [256, landmarkPoint(landmarks, FOREHEAD)[1] - 10];
  let regions: FaceRegions;
  beforeAll(async () => {
    ({ regions } = await faceRegions({ models, parts: true }).run(person, stageContext()));
  });

  test('hair, skin and clothes are where they are drawn', () => {
    for (const part of ['hair', 'skin', 'clothes', 'other'] as const)
      expect(meanDifference(regions.parts![part], truth[part]), part).toBeLessThan(0.01);
  });

  test('parts are in [0, 1] and add up to the cutout’s opacity', async () => {
    const half = { ...person.cutout, alpha: createPlane(512, 512, 0.5) };
    const run = faceRegions({ models, parts: true }).run({ ...person, cutout: half }, stageContext());
    const { hair, skin, clothes, other } = (await run).regions.parts!;
    let least = 1;
    let error = 0;
    for (let i = 0; i < hair.data.length; i++) {
      least = Math.min(least, hair.data[i], skin.data[i], clothes.data[i], other.data[i]);
      error = Math.max(error, Math.abs(hair.data[i] + skin.data[i] + clothes.data[i] + other.data[i] - 0.5));
    }
    expect(least).toBeGreaterThanOrEqual(0);
    expect(error).toBeLessThan(1e-6);
  });

  test('hair of the skin’s colour leaves the skin mask, skin stays', async () => {
    const { regions: without } = await faceRegions().run(person, stageContext());
    expect(at(without.skin, fringe)).toBeGreaterThan(0.5);
    expect(at(regions.skin, fringe)).toBeLessThan(0.05);
    expect(at(regions.skin, cheek)).toBeCloseTo(at(without.skin, cheek), 3);
    expect(without.parts).toBeUndefined();
  });

  test('hair that the model takes for background is hair where the cutout is opaque', async () => {
    const [x, y] = fringe.map((value) => value / 2);
    const blind = hubThatSees((column, row) => Math.hypot(column - x, row - y) < 3);
    const { regions: repaired } = await faceRegions({ models: blind, parts: true }).run(
      person,
      stageContext(),
    );
    expect(at(repaired.parts!.hair, fringe)).toBeGreaterThan(0.7);
  });

  test('the model sees the square in [-1, 1], channels first', () => {
    const { image } = models.calls[0].feeds;
    const { crop } = person.face;
    expect(image.dims).toEqual([1, 3, SIDE, SIDE]);
    for (const channel of [0, 1, 2])
      expect(image.data[(channel * SIDE + 5) * SIDE + 5]).toBeCloseTo(
        2 * crop.planes[channel][10 * 512 + 10] - 1,
        5,
      );
  });

  test('without parts no model runs', async () => {
    const unused = fakeModelHub({});
    const { regions: plain } = await faceRegions({ models: unused }).run(person, stageContext());
    expect(plain.parts).toBeUndefined();
  });

  test.each([
    [{ models, part: true }, /Unknown option "part"/],
    [{ models, parts: 'hair' }, /Expected true or false for parts, received "hair"/],
    [{ parts: true }, /Expected a model hub for models/],
  ])('refuses %o', (options, message) => {
    expect(() => faceRegions(options as never)).toThrow(message);
  });
});

test('parts get the edges of the picture', () => {
  const step = (left: number, right: number): Plane => {
    const plane = createPlane(400, 400);
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = i % 400 < 203 ? left : right;
    return plane;
  };
  const sharp = step(1, 0);
  const coarse = shrink(sharp, 4);
  const none = createPlane(100, 100);
  const shares = { hair: coarse, skin: none, clothes: none };
  const { hair } = personParts(shares, step(0.2, 0.6), createPlane(400, 400, 1));
  expect(meanDifference(hair, sharp)).toBeLessThan(0.75 * meanDifference(enlarge(coarse, 400, 400), sharp));
});
