import { luminance, toRaster } from '@avatar/image';
import type { Background, PlanarImage } from '@avatar/stage';
import { BACKGROUNDS, paletteByToken } from '@avatar/styles';
import { describeStage, stageContext } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { background } from '../background.js';
import type { BackgroundOptions, DrawnBackground } from '../options.js';

const SIZE = 320;
type Picture = Extract<Background, { kind: 'picture' }>;

async function drawn(
  token: DrawnBackground,
  seed = 1,
  options: BackgroundOptions<DrawnBackground> = {},
): Promise<Picture> {
  const stage = background({ sizePx: SIZE, ...options, token });
  const { background: made } = await stage.run({}, stageContext({ seed }));
  if (made.kind !== 'picture') throw new Error('expected a picture');
  return made;
}

const pictures = new Map<string, Promise<Picture>>();
/** Draws each picture once. */
function kept(token: DrawnBackground, seed = 1): Promise<Picture> {
  const key = `${token} ${seed}`;
  const picture = pictures.get(key) ?? drawn(token, seed);
  pictures.set(key, picture);
  return picture;
}

const DRAWN = BACKGROUNDS.filter(({ kind }) => kind === 'palette' || kind === 'scene').map(
  ({ token }) => token as DrawnBackground,
);
/** The same whatever the seed. */
const UNSEEDED = ['gradient'];
/** Flat colours with hard borders: a run of one level is no band. */
const FLAT = ['comic_rays', 'pixel_dusk'];

for (const token of DRAWN)
  describeStage(background({ token, sizePx: 96 }), [{ name: token, input: () => ({}) }]);

describe.each(DRAWN)('%s', (token) => {
  test('is a whole picture in range, at any size', async () => {
    for (const sizePx of [64, 333]) {
      const { image } = await drawn(token, 3, { sizePx });
      expect(image).toMatchObject({ width: sizePx, height: sizePx });
      for (const plane of image.planes) {
        expect(plane).toHaveLength(sizePx * sizePx);
        expect(plane.every((value) => value >= 0 && value <= 1)).toBe(true);
      }
    }
  });

  test('is the same for the same seed, and moves with another', async () => {
    const first = await kept(token, 1);
    expect(await drawn(token, 1)).toEqual(first);
    const other = await kept(token, 2);
    if (UNSEEDED.includes(token)) expect(other).toEqual(first);
    else expect(other.image).not.toEqual(first.image);
  });

  test.skipIf(FLAT.includes(token))('has no bands', async () => {
    const { image } = await kept(token);
    expect(longestRun(image)).toBeLessThan(SIZE / 4);
  });

  test('throws light that makes nobody brighter', async () => {
    const { light } = await kept(token);
    const { tint, strength } = light?.ambient ?? { tint: [1, 1, 1], strength: 0 };
    expect(luminance(...tint)).toBeCloseTo(1, 5);
    expect(strength).toBeLessThanOrEqual(0.4);
    expect(light?.exposure ?? 1).toBeLessThanOrEqual(1);
    for (const rim of light?.rims ?? [])
      for (const value of [...rim.colour, rim.strength, Math.abs(rim.side)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
  });
});

/** Longest run of one level in a row of the dithered picture; a channel at the end of its range does not count. */
function longestRun(image: PlanarImage): number {
  const { data } = toRaster(image, { ditherSeed: 3 });
  let longest = 0;
  for (let channel = 0; channel < 3; channel++)
    for (let i = channel + 3, run = 1; i < data.length; i += 3, run++) {
      if (data[i] !== data[i - 3] || data[i] < 2 || data[i] > 253) run = 0;
      longest = Math.max(longest, run);
    }
  return longest;
}

test('neon throws its first colour from the left and its second from the right', async () => {
  const { light } = await drawn('neon_geometric', 1, { palette: '#ff0000,#0000ff' });
  const [left, right] = light?.rims ?? [];
  expect(left).toMatchObject({ colour: [1, 0, 0] });
  expect(left.side).toBeLessThan(-0.5);
  expect(right).toMatchObject({ colour: [0, 0, 1] });
  expect(right.side).toBeGreaterThan(0.5);
});

test('neon shapes leave the middle of the disc free', async () => {
  for (const seed of [1, 2, 3]) {
    const [, green] = (await kept('neon_geometric', seed)).image.planes;
    const row = green.subarray(Math.round(0.42 * SIZE) * SIZE, Math.round(0.42 * SIZE) * SIZE + SIZE);
    for (let x = 0.2 * SIZE; x < 0.8 * SIZE; x++) expect(Math.abs(row[x] - row[x + 1])).toBeLessThan(0.02);
  }
});

test('pixels are even blocks of few colours', async () => {
  const { image } = await kept('pixel_dusk');
  const colours = new Set<string>();
  for (let y = 0, i = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++, i++) {
      const corner = (y - (y % 4)) * SIZE + (x - (x % 4));
      expect(image.planes[0][i]).toBe(image.planes[0][corner]);
      colours.add(image.planes.map((plane) => plane[i]).join());
    }
  expect(colours.size).toBeGreaterThan(6);
  expect(colours.size).toBeLessThanOrEqual(12);
});

test('comic rays are in the two colours of their palette', async () => {
  const palette = paletteByToken('pop_orange');
  const { image } = await drawn('comic_rays', 1, { palette });
  const counts = [palette.centre, palette.edge].map(
    (colour) =>
      image.planes[0].filter((_, i) =>
        colour.every((value, channel) => Math.abs(image.planes[channel][i] - value) < 1e-3),
      ).length,
  );
  for (const count of counts) expect(count / (SIZE * SIZE)).toBeGreaterThan(0.25);
});

describe.each(['beach_sunset', 'mountains', 'castle_dusk'] as const)('%s', (token) => {
  test('is brightest on the side from which its light falls, not behind the head', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const { image, light } = await kept(token, seed);
      const sunSide = Math.sign(light?.rims[0].side ?? 0);
      expect(Math.sign(columnBalance(image))).toBe(sunSide);
    }
  });

  test('its sun changes sides with the seed', async () => {
    const sides = new Set<number>();
    for (let seed = 0; seed < 12 && sides.size < 2; seed++)
      sides.add(Math.sign((await drawn(token, seed, { sizePx: 64 })).light?.rims[0].side ?? 0));
    expect(sides.size).toBe(2);
  });
});

/** Light of the sky's right third less that of its left third. */
function columnBalance({ planes }: PlanarImage): number {
  let balance = 0;
  for (let i = 0; i < 0.55 * SIZE * SIZE; i++) {
    const x = (i % SIZE) / SIZE;
    if (x < 1 / 3) balance -= planes[0][i];
    if (x > 2 / 3) balance += planes[0][i];
  }
  return balance;
}

test('the city throws the colours of its signs from the sides where they hang', async () => {
  for (const seed of [1, 2, 3]) {
    const { image, light } = await kept('neon_city', seed);
    const [left, right] = light?.rims ?? [];
    expect(left.side).toBeLessThan(0);
    expect(right.side).toBeGreaterThan(0);
    const [red, green, blue] = image.planes;
    let magenta = 0;
    for (let i = 0; i < red.length; i++)
      if (red[i] - green[i] > 0.4 && blue[i] - green[i] > 0.2) magenta += i % SIZE < SIZE / 2 ? -1 : 1;
    expect(Math.sign(magenta)).toBe(left.colour[0] > right.colour[0] ? -1 : 1);
  }
});
