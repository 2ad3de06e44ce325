import { createPlanar, createPlane, shrink } from '@avatar/image';
import type { AlignedFace, PlanarImage, Plane } from '@avatar/stage';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { cutout } from './cutout.js';
import { estimateForeground } from './edge/foreground.js';
import { softPhotoEdge } from './edge/photo-edge.js';
import { refineAlpha } from './edge/refine-alpha.js';

describeStage(cutout(), [
  { name: 'a drawn person', input: () => ({ face: syntheticArtifacts({ sizePx: 256 }).face }) },
]);

const SIDE = 400;
type Colour = readonly [number, number, number];
const PERSON: Colour = [0.2, 0.12, 0.08];
const BACKDROP: Colour = [0.3, 0.75, 0.4];

/** Opacity that rises from 0 to 1 over `rampPx` around the middle column, with wavy strands. */
function strands(rampPx: number): Plane {
  const plane = createPlane(SIDE, SIDE);
  for (let y = 0, i = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++, i++) {
      const wave = 0.35 * rampPx * Math.sin(y * 0.7) * Math.sin(y * 0.13);
      plane.data[i] = Math.min(1, Math.max(0, (x - SIDE / 2 + wave) / rampPx + 0.5));
    }
  return plane;
}

function over(alpha: Plane, person: Colour, backdrop: Colour): PlanarImage {
  const image = createPlanar(SIDE, SIDE);
  image.planes.forEach((plane, channel) => {
    for (let i = 0; i < plane.length; i++)
      plane[i] = backdrop[channel] + (person[channel] - backdrop[channel]) * alpha.data[i];
  });
  return image;
}

const meanDifference = (a: Plane, b: Plane): number => {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i] - b.data[i]);
  return sum / a.data.length;
};

describe('refineAlpha', () => {
  test('brings a coarse matte closer to the strands that the picture shows', () => {
    const truth = strands(12);
    const coarse = shrink(shrink(truth, 2), 2);
    const blurry = createPlane(SIDE, SIDE);
    for (let y = 0, i = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++, i++)
        blurry.data[i] = coarse.data[Math.floor(y / 4) * coarse.width + Math.floor(x / 4)];
    const refined = refineAlpha(over(truth, PERSON, BACKDROP), blurry);
    expect(meanDifference(refined, truth)).toBeLessThan(0.7 * meanDifference(blurry, truth));
  });

  test('leaves sure pixels alone, whatever their texture', () => {
    const alpha = createPlane(SIDE, SIDE, 1);
    const image = createPlanar(SIDE, SIDE);
    for (const plane of image.planes) for (let i = 0; i < plane.length; i++) plane[i] = (i * 37) % 2;
    expect(refineAlpha(image, alpha).data.every((value) => value === 1)).toBe(true);
    expect(refineAlpha(image, createPlane(SIDE, SIDE)).data.every((value) => value === 0)).toBe(true);
  });

  test('tightens the edge where person and background look alike', () => {
    const alpha = strands(24);
    const refined = refineAlpha(over(alpha, PERSON, PERSON), alpha);
    const soft = (plane: Plane) => plane.data.reduce((sum, value) => sum + 4 * value * (1 - value), 0);
    expect(soft(refined)).toBeLessThan(0.6 * soft(alpha));
  });
});

describe('estimateForeground', () => {
  test('finds the colour of the person under a soft edge', () => {
    const alpha = strands(20);
    const { planes } = estimateForeground(over(alpha, PERSON, BACKDROP), alpha);
    for (let channel = 0; channel < 3; channel++)
      for (let i = 0; i < alpha.data.length; i += 7) {
        const error = Math.abs(planes[channel][i] - PERSON[channel]);
        // What counts is what shows: the error times the opacity.
        expect(error * alpha.data[i]).toBeLessThan(0.03);
        if (alpha.data[i] > 0.5) expect(error).toBeLessThan(0.05);
      }
  });

  test('changes nothing where the person is opaque and nothing far away', () => {
    const alpha = strands(20);
    const image = over(alpha, PERSON, BACKDROP);
    const { planes } = estimateForeground(image, alpha);
    const row = 200 * SIDE;
    expect(planes[1][row + 390]).toBe(image.planes[1][row + 390]);
    expect(planes[1][row + 10]).toBe(image.planes[1][row + 10]);
  });

  test('carries the person on just outside the edge', () => {
    const alpha = strands(4);
    const { planes } = estimateForeground(over(alpha, PERSON, BACKDROP), alpha);
    expect(planes[1][200 * SIDE + 196]).toBeCloseTo(PERSON[1], 1);
  });
});

describe('the edge of the photo', () => {
  const insideUpTo = (bottom: number): Plane => {
    const plane = createPlane(SIDE, SIDE);
    plane.data.fill(1, 0, bottom * SIDE);
    return plane;
  };

  test('a person cut inside the square fades out softly', () => {
    const through = softPhotoEdge(insideUpTo(320));
    const column = (y: number): number => through.data[y * SIDE + 200];
    expect(column(250)).toBeCloseTo(1);
    expect(column(330)).toBe(0);
    for (let y = 280; y < 320; y++) expect(Math.abs(column(y) - column(y - 1))).toBeLessThan(0.12);
  });

  test('a square that stays in the photo is not touched', () => {
    const inside = insideUpTo(SIDE);
    expect(softPhotoEdge(inside)).toBe(inside);
    const sliver = insideUpTo(SIDE - 1);
    expect(softPhotoEdge(sliver)).toBe(sliver);
  });
});

test('without a matte everything is kept', async () => {
  const drawn = syntheticArtifacts({ sizePx: 256 }).face;
  const face: AlignedFace = { ...drawn, alpha: createPlane(256, 256, 1), inside: createPlane(256, 256, 1) };
  const { cutout: result } = await cutout().run({ face }, stageContext());
  expect(result.alpha.data.every((value) => value === 1)).toBe(true);
  expect(result.foreground).toEqual(face.crop);
});

test('the face is opaque even if the matte has a hole in it', async () => {
  const drawn = syntheticArtifacts({ sizePx: 256 }).face;
  const face: AlignedFace = { ...drawn, alpha: createPlane(256, 256), inside: createPlane(256, 256, 1) };
  const { cutout: result } = await cutout().run({ face }, stageContext());
  const nose = 4;
  const x = Math.round(face.landmarks.points[nose * 3]);
  const y = Math.round(face.landmarks.points[nose * 3 + 1]);
  expect(result.alpha.data[y * 256 + x]).toBeCloseTo(1);
  expect(result.alpha.data[0]).toBe(0);
});
