import { createPlanar } from '@avatar/image';
import type { BackgroundLight, PlanarImage } from '@avatar/stage';
import { stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { composite } from './composite.js';
import { isLitFromOtherSide, mirrored } from './lit-side.js';

const SIZE = 128;
const { avatar } = syntheticArtifacts({ sizePx: SIZE });

/** The person with one colour on the left half of the picture and another on the right. */
function litBy(left: readonly number[], right: readonly number[]) {
  const image = createPlanar(SIZE, SIZE);
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0; i < SIZE * SIZE; i++)
      image.planes[channel][i] = (i % SIZE < SIZE / 2 ? left : right)[channel];
  return { ...avatar, image };
}

const MAGENTA = [1, 0.1, 0.6] as const;
const CYAN = [0.1, 0.8, 1] as const;
const neon: BackgroundLight = {
  rims: [
    { colour: MAGENTA, side: -0.9, strength: 0.8, reach: 0.01 },
    { colour: CYAN, side: 0.9, strength: 0.8, reach: 0.01 },
  ],
};
const sun: BackgroundLight = { rims: [{ colour: [1, 0.8, 0.5], side: 0.9, strength: 0.9, reach: 0.01 }] };

describe('isLitFromOtherSide', () => {
  it('goes by the colours of two lamps', () => {
    expect(isLitFromOtherSide(litBy(MAGENTA, CYAN), neon)).toBe(false);
    expect(isLitFromOtherSide(litBy(CYAN, MAGENTA), neon)).toBe(true);
  });

  it('goes by the brightness of one', () => {
    expect(isLitFromOtherSide(litBy([0.3, 0.3, 0.3], [0.7, 0.7, 0.7]), sun)).toBe(false);
    expect(isLitFromOtherSide(litBy([0.7, 0.7, 0.7], [0.3, 0.3, 0.3]), sun)).toBe(true);
  });

  it('leaves an evenly lit person as they are', () => {
    expect(isLitFromOtherSide(litBy([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]), sun)).toBe(false);
    expect(isLitFromOtherSide(litBy(CYAN, MAGENTA), { rims: [] })).toBe(false);
  });
});

/** Black on the left, white on the right. */
const halves = (): PlanarImage => litBy([0, 0, 0], [1, 1, 1]).image;

it('mirrored twice is the picture again', () => {
  const image = litBy([0.2, 0.3, 0.4], [0.6, 0.7, 0.8]).image;
  expect(mirrored(image).planes[0][0]).toBe(image.planes[0][SIZE - 1]);
  expect(mirrored(mirrored(image))).toEqual(image);
});

describe('composite', () => {
  const corner = async (light: BackgroundLight) => {
    const background = { kind: 'picture', image: halves(), light } as const;
    const input = { avatar: litBy([0.7, 0.7, 0.7], [0.3, 0.3, 0.3]), background };
    return (await composite({ lightWrap: 0 }).run(input, stageContext())).avatar.image.planes[0][0];
  };

  it('mirrors a background that may stand either way round', async () => {
    expect(await corner({ ...sun, eitherSide: true })).toBe(1);
    expect(await corner(sun)).toBe(0);
  });
});
