import { createPlane, gaussianBlur } from '@avatar/image';
import { corporateHeadshot } from '@avatar/styles';
import { syntheticArtifacts } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { detailLevels } from '../sharpness/bands.js';
import { enliven } from './eyes.js';
import { deviation, noisePlane } from '../fixtures/textures.js';
import { evenMixedLight } from './mixed-light.js';
import { blendOpponent, toOpponent, type OpponentImage } from '../sharpness/opponent.js';
import { retouchSkin } from './skin.js';
import { eyeWhites, whitenTeeth } from './teeth.js';

const SIZE = 400;
const { face, regions: drawn } = syntheticArtifacts({ sizePx: SIZE, faceWidth: 0.5 });
const regions = { ...drawn, skin: gaussianBlur(drawn.skin, 1) };
const { retouch } = corporateHeadshot.rendering;
const task = { landmarks: face.landmarks, skin: regions.skin, headUnit: 1, sharpness: 1, retouch };
const filled = (Y: number, U: number, V: number): OpponentImage => ({
  Y: createPlane(SIZE, SIZE, Y),
  U: createPlane(SIZE, SIZE, U),
  V: createPlane(SIZE, SIZE, V),
});
const skinTone = () => filled(0.6, -0.12, 0.12);
const copyOf = (picture: OpponentImage) => structuredClone(picture);

function expectUnchangedOutside(before: OpponentImage, after: OpponentImage, mask: { data: Float32Array }) {
  for (const key of ['Y', 'U', 'V'] as const)
    for (let i = 0; i < mask.data.length; i++)
      if (mask.data[i] === 0 && before[key].data[i] !== after[key].data[i])
        expect.fail(`${key} changed at ${i}, outside the mask`);
}

describe('the opponent colours', () => {
  it('are lossless', () => {
    const { crop } = face;
    const back = blendOpponent(crop, toOpponent(crop), createPlane(SIZE, SIZE, 1), 1);
    for (let channel = 0; channel < 3; channel++)
      for (let i = 0; i < SIZE * SIZE; i += 97)
        expect(back.planes[channel][i]).toBeCloseTo(crop.planes[channel][i], 5);
  });
});

describe('retouchSkin', () => {
  const run = (picture: OpponentImage, overrides: Partial<typeof task> = {}) => {
    const result = copyOf(picture);
    retouchSkin(result, detailLevels(copyOf(picture).Y), { ...task, ...overrides });
    return result;
  };
  const withDetail = (layer: { data: Float32Array }) => {
    const picture = skinTone();
    for (let i = 0; i < layer.data.length; i++) picture.Y.data[i] += layer.data[i];
    return picture;
  };

  it('keeps the pores and evens the blotches', () => {
    const pores = withDetail(noisePlane(SIZE, 0, 0.01));
    expect(deviation(run(pores).Y, drawn.skin)).toBeGreaterThan(0.8 * deviation(pores.Y, drawn.skin));
    const blotches = withDetail(gaussianBlur(noisePlane(SIZE, 0, 0.25), 4));
    expect(deviation(run(blotches).Y, drawn.skin)).toBeLessThan(0.85 * deviation(blotches.Y, drawn.skin));
  });

  it('changes nothing off the skin', () => {
    const picture = withDetail(noisePlane(SIZE, 0, 0.03));
    expectUnchangedOutside(picture, run(picture), regions.skin);
  });

  it('eases shine and gives the skin its colour back', () => {
    const { points } = face.landmarks;
    const forehead = Math.round(points[151 * 3 + 1]) * SIZE + Math.round(points[151 * 3]);
    const picture = skinTone();
    const spot = createPlane(SIZE, SIZE);
    spot.data[forehead] = 1;
    const glow = gaussianBlur(spot, 6);
    const scale = 0.3 / glow.data[forehead];
    for (let i = 0; i < glow.data.length; i++) picture.Y.data[i] += scale * glow.data[i];
    const after = run(picture);
    expect(after.Y.data[forehead]).toBeLessThan(picture.Y.data[forehead] - 0.03);
    expect(after.Y.data[forehead]).toBeGreaterThan(0.65);
    expect(after.V.data[forehead]).toBeGreaterThan(picture.V.data[forehead]);
  });

  it('does nothing at strength 0', () => {
    const picture = withDetail(noisePlane(SIZE, 0, 0.02));
    const off = { ...retouch, skinSmoothing: 0, skinColour: 0, shine: 0, underEyes: 0 };
    const after = run(picture, { retouch: off });
    for (let i = 0; i < SIZE * SIZE; i += 31) expect(after.Y.data[i]).toBeCloseTo(picture.Y.data[i], 5);
  });
});

describe('evenMixedLight', () => {
  it('evens a face lit by two lamps and leaves an evenly lit one', () => {
    const mixed = skinTone();
    for (let i = 0; i < SIZE * SIZE; i++) if (i % SIZE > SIZE / 2) mixed.U.data[i] -= 0.12;
    const after = copyOf(mixed);
    evenMixedLight(after, regions.skin, 1, 1);
    expect(deviation(after.U, drawn.skin)).toBeLessThan(0.8 * deviation(mixed.U, drawn.skin));
    expectUnchangedOutside(mixed, after, regions.skin);
    const even = skinTone();
    evenMixedLight(even, regions.skin, 1, 1);
    expect(even).toEqual(skinTone());
  });
});

describe('enliven', () => {
  it('brightens a catchlight, never darkens as much as it brightens, and stays between the lids', () => {
    const dark = filled(0.25, 0, 0.02);
    const eye = drawn.eyes.data.indexOf(1);
    const inside = eye + 8 * SIZE;
    dark.Y.data[inside] = 0.8;
    dark.Y.data[inside + 3] = 0.05;
    const after = copyOf(dark);
    enliven(after, detailLevels(copyOf(dark).Y), drawn.eyes, 0.3);
    const gain = after.Y.data[inside] - 0.8;
    expect(gain).toBeGreaterThan(0.05);
    expect(0.05 - after.Y.data[inside + 3]).toBeLessThan(gain / 2);
    expectUnchangedOutside(dark, after, drawn.eyes);
  });
});

describe('whitenTeeth', () => {
  const mouth = createPlane(SIZE, SIZE);
  mouth.data.fill(1, 1000, 2000);

  it('takes yellow, but not beyond a natural tooth', () => {
    const yellow = filled(0.7, -0.15, 0.03);
    whitenTeeth(yellow, mouth, 1);
    expect(yellow.U.data[1500]).toBeGreaterThan(-0.12);
    expect(yellow.U.data[1500]).toBeLessThan(0);
    expect(yellow.U.data[500]).toBeCloseTo(-0.15, 6);
    const white = filled(0.8, -0.02, 0.01);
    whitenTeeth(white, mouth, 1);
    expect(white.U.data[1500]).toBeCloseTo(-0.02, 6);
  });

  it('gives bluish teeth their warmth back and lets them outshine no eye', () => {
    const bluish = filled(0.85, 0.04, -0.02);
    const whites = eyeWhites(filled(0.7, -0.03, 0.01), mouth);
    whitenTeeth(bluish, mouth, 0.5, whites);
    expect(bluish.U.data[1500]).toBeCloseTo(-0.03, 6);
    expect(bluish.V.data[1500]).toBeGreaterThan(0);
    expect(bluish.Y.data[1500]).toBeLessThan(0.82);
    expect(bluish.U.data[500]).toBeCloseTo(0.04, 6);
    expect(eyeWhites(filled(0.2, 0, 0), mouth)).toBeUndefined();
  });

  it('leaves gums and the dark of the mouth', () => {
    for (const [Y, U, V] of [
      [0.5, -0.05, 0.2],
      [0.15, -0.02, 0.03],
    ]) {
      const picture = filled(Y, U, V);
      whitenTeeth(picture, mouth, 1);
      expect(picture.Y.data[1500]).toBeCloseTo(Y, 3);
      expect(picture.U.data[1500]).toBeCloseTo(U, 3);
    }
  });
});
