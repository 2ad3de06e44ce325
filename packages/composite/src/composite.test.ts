import { createPlanar, createPlane } from '@avatar/image';
import { AvatarError, type BackgroundLight, type PlanarImage } from '@avatar/stage';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { composite } from './composite.js';

const SIZE = 128;
const drawn = syntheticArtifacts({ sizePx: SIZE });
const { avatar, cutout } = drawn;
const flat = (red: number, green: number, blue: number): PlanarImage => {
  const image = createPlanar(SIZE, SIZE);
  [red, green, blue].forEach((value, channel) => image.planes[channel].fill(value));
  return image;
};
const onto = (image: PlanarImage) => ({ kind: 'picture', image }) as const;

describeStage(composite(), [
  { name: 'a picture', input: () => ({ avatar, background: drawn.background }) },
  { name: 'nothing', input: () => ({ avatar, background: { kind: 'transparent' } }) },
]);

test('opacity 1 shows the person and opacity 0 the background, exactly', async () => {
  const left = createPlane(SIZE, SIZE);
  for (let i = 0; i < left.data.length; i++) left.data[i] = i % SIZE < SIZE / 2 ? 1 : 0;
  const input = { avatar: { ...avatar, person: left }, background: onto(flat(0.1, 0.2, 0.3)) };
  const { avatar: result } = await composite({ lightWrap: 0 }).run(input, stageContext());
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0; i < left.data.length; i++) {
      const source = left.data[i] === 1 ? avatar.image : input.background.image;
      expect(result.image.planes[channel][i]).toBe(source.planes[channel][i]);
    }
  expect(result.alpha).toBeUndefined();
  expect(result.landmarks).toBe(avatar.landmarks);
});

test('half opacity is half of each', async () => {
  const half = createPlane(SIZE, SIZE, 0.5);
  const input = {
    avatar: { ...avatar, image: flat(1, 0.5, 0), person: half },
    background: onto(flat(0, 0.5, 1)),
  };
  const { avatar: result } = await composite({ lightWrap: 0 }).run(input, stageContext());
  expect(result.image.planes.map((plane) => plane[999])).toEqual([0.5, 0.5, 0.5]);
});

test('a bright backdrop wraps around the edge and leaves the middle; a dark one does nothing', async () => {
  const disc = createPlane(SIZE, SIZE);
  for (let y = 0, i = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++, i++) disc.data[i] = Math.hypot(x - 64, y - 64) < 50 ? 1 : 0;
  const person = { ...avatar, image: flat(0.3, 0.3, 0.3) };
  const red = async (backdrop: PlanarImage, x: number) => {
    const input = { avatar: { ...person, person: disc }, background: onto(backdrop) };
    const { avatar: result } = await composite().run(input, stageContext());
    return result.image.planes[0][64 * SIZE + x];
  };
  const white = flat(1, 1, 1);
  expect(await red(white, 64)).toBeCloseTo(0.3, 4);
  expect(await red(white, 111)).toBeGreaterThan(0.33);
  expect(await red(white, 111)).toBeLessThan(0.5);
  expect(await red(flat(0, 0, 0), 111)).toBeCloseTo(0.3, 5);
});

test('transparent keeps the opacity, and the old background is gone from the colours', async () => {
  const alpha = createPlane(SIZE, SIZE);
  for (let i = 0; i < alpha.data.length; i++) alpha.data[i] = i % SIZE < 64 ? 1 : 0;
  const image = flat(0.6, 0.4, 0.3);
  for (let i = 0; i < alpha.data.length; i++) if (alpha.data[i] === 0) image.planes[1][i] = 1;
  const { avatar: result } = await composite().run(
    { avatar: { ...avatar, image, person: alpha }, background: { kind: 'transparent' } },
    stageContext(),
  );
  expect(result.alpha).toBe(alpha);
  for (let i = 0; i < alpha.data.length; i++) expect(result.image.planes[1][i]).toBeCloseTo(0.4, 2);
});

test("a style's own opacity counts instead of the person's", async () => {
  const own = { ...avatar, alpha: createPlane(SIZE, SIZE) };
  const backdrop = flat(0.1, 0.2, 0.3);
  const input = { avatar: own, background: onto(backdrop) };
  expect((await composite().run(input, stageContext())).avatar.image).toEqual(backdrop);
});

describe("a background's light", () => {
  const light: BackgroundLight = {
    ambient: { tint: [1.4, 0.9, 0.75], strength: 0.5 },
    exposure: 0.8,
    rims: [{ colour: [1, 0.5, 0.2], side: 1, strength: 1, reach: 0.02 }],
  };
  const backdrop = flat(0.1, 0.1, 0.1);
  const middleOf = async (intensity: number, options = {}, withLight = true): Promise<number> => {
    const background = { ...onto(backdrop), ...(withLight && { light }) };
    const run = composite(options).run({ avatar, background }, stageContext({ intensity }));
    return (await run).avatar.image.planes[2][64 * SIZE + 64];
  };

  test('falls on the person in proportion to the intensity', async () => {
    const none = await middleOf(1, {}, false);
    const [faint, half, full] = [await middleOf(0.01), await middleOf(0.5), await middleOf(1)];
    expect(faint).toBeCloseTo(none, 2);
    expect(half).toBeLessThan(faint - 0.02);
    expect(full).toBeLessThan(half - 0.02);
  });

  test('can be turned down and off', async () => {
    expect(await middleOf(1, { light: 0 })).toBe(await middleOf(1, {}, false));
    expect(await middleOf(1, { light: 0.5 })).toBeCloseTo(await middleOf(0.5), 6);
    expect(() => composite({ light: 2 })).toThrow('Expected a number from 0 to 1 for light, received 2');
  });

  test('does not fall on the background', async () => {
    const background = { ...onto(backdrop), light };
    const { avatar: result } = await composite().run({ avatar, background }, stageContext());
    for (let i = 0; i < cutout.alpha.data.length; i++)
      if (cutout.alpha.data[i] === 0) expect(result.image.planes[0][i]).toBe(backdrop.planes[0][i]);
  });
});

test('pictures of different sizes are refused', async () => {
  const input = { avatar, background: onto(createPlanar(64, 64)) };
  const error: unknown = await composite()
    .run(input, stageContext())
    .catch((reason: unknown) => reason);
  expect(AvatarError.is(error) && error.code).toBe('stage-failed');
});

test('wrong options are refused', () => {
  expect(() => composite({ lightWrap: 2 })).toThrow(
    'Expected a number from 0 to 1 for lightWrap, received 2',
  );
});
