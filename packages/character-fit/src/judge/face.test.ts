import { expect, test } from 'vitest';
import type { FaceShape } from '../measure/face-shape.js';
import { judgeFace } from './face.js';

/** Medians of people at rest. */
const atRest: FaceShape = {
  width: 0.821,
  length: 1.226,
  jaw: 0.798,
  chin: 0.401,
  cheeks: 0.955,
  eyeSize: 0.205,
  eyeOpenness: 0.3,
  eyeTilt: 1.9,
  eyeSpacing: 0.388,
  noseWidth: 0.308,
  noseLength: 0.305,
  noseBridge: 0.12,
  mouthWidth: 0.385,
  lipFullness: 0.0984,
  browArch: 0.0428,
  smile: -0.02,
  mouthOpen: 0,
};
const seen = {
  headPx: 400,
  isBlackAndWhite: false,
  yawDegrees: 0,
  frontal: 1,
  sharp: 1,
  isBearded: false,
  hasGlasses: false,
};
const valuesOf = (change: Partial<FaceShape>) => {
  const readings = judgeFace(
    { ...atRest, ...change },
    { thickness: 0.0325, depth: 30, lab: undefined },
    seen,
  );
  return Object.fromEntries(Object.entries(readings).map(([path, { value }]) => [path, value]));
};

test('the middle person is typical in every field', () => {
  for (const value of Object.values(valuesOf({}))) expect(value).toBeCloseTo(0.5, 1);
});

test('a smile widens mouth and nose, and is no feature of them', () => {
  const laughing = {
    smile: 0.08,
    mouthWidth: 0.495,
    noseWidth: 0.337,
    noseLength: 0.292,
    lipFullness: 0.0844,
  };
  const { 'mouth.width': mouth, 'nose.width': nose, 'nose.length': length } = valuesOf(laughing);
  for (const value of [mouth, nose, length]) expect(value).toBeCloseTo(0.5, 1);
  expect(valuesOf({ mouthWidth: 0.495 })['mouth.width']).toBeGreaterThan(0.7);
});

test('a broad face with a narrow mouth is drawn so, and towards typical by how badly photos agree', () => {
  const values = valuesOf({ width: 0.9, mouthWidth: 0.32 });
  expect(values['face.width']).toBeGreaterThan(0.65);
  expect(values['face.width']).toBeLessThan(0.8);
  expect(values['mouth.width']).toBeLessThan(0.35);
});
