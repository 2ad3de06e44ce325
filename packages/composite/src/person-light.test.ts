import { createPlanar, createPlane, fastLinear, lightOf, luminance, smoothstep, tintOf } from '@avatar/image';
import type { BackgroundLight, PlanarImage, Plane } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { outlineOf } from './outline.js';
import { personInLight } from './person-light.js';
import { rimPlane } from './rim-light.js';

const SIZE = 400;
const SKINS = [
  [0.93, 0.8, 0.72],
  [0.72, 0.53, 0.42],
  [0.35, 0.22, 0.16],
] as const;

/** A head and shoulders in one colour. */
function personOf(colour: readonly number[]): { image: PlanarImage; alpha: Plane } {
  const alpha = createPlane(SIZE, SIZE);
  for (let y = 0, i = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++, i++) {
      const head = Math.hypot((x - 200) / 90, (y - 170) / 120);
      const chest = Math.hypot((x - 200) / 160, (y - 400) / 120);
      alpha.data[i] = smoothstep(1.02, 0.98, Math.min(head, chest));
    }
  const image = createPlanar(SIZE, SIZE);
  colour.forEach((value, channel) => image.planes[channel].fill(value));
  return { image, alpha };
}

const at = ({ planes }: PlanarImage, x: number, y: number): number[] =>
  planes.map((plane) => plane[y * SIZE + x]);
const brightness = ([red, green, blue]: readonly number[]): number =>
  luminance(fastLinear(red), fastLinear(green), fastLinear(blue));
const WARM = tintOf(lightOf([1, 0.7, 0.4]));
const rim = (side: number): BackgroundLight => ({
  rims: [{ colour: [1, 0.6, 0.2], side, strength: 0.8, reach: 0.016 }],
});

describe('ambient light', () => {
  test.each(SKINS)('changes the colour of skin and keeps its luminance: %d %d %d', (...skin) => {
    const { image, alpha } = personOf(skin);
    const light: BackgroundLight = { ambient: { tint: WARM, strength: 0.3 }, rims: [] };
    const lit = at(personInLight(image, alpha, light, 1), 200, 170);
    expect(brightness(lit)).toBeLessThan(brightness(skin) + 1e-4);
    expect(brightness(lit)).toBeGreaterThan(0.93 * brightness(skin));
    expect(lit[2] / lit[0]).toBeLessThan(0.95 * (skin[2] / skin[0]));
  });

  test('scales with its share, and none leaves the person as they are', () => {
    const { image, alpha } = personOf(SKINS[1]);
    const light: BackgroundLight = { ambient: { tint: WARM, strength: 0.4 }, exposure: 0.8, rims: [] };
    const blue = [0, 0.5, 1].map((share) => at(personInLight(image, alpha, light, share), 200, 170)[2]);
    expect(blue[0]).toBeCloseTo(SKINS[1][2], 4);
    expect(blue[1]).toBeLessThan(blue[0] - 0.02);
    expect(blue[2]).toBeLessThan(blue[1] - 0.02);
  });
});

test.each(SKINS)('exposure darkens and never brightens: %d %d %d', (...skin) => {
  const { image, alpha } = personOf(skin);
  const under = (exposure: number) =>
    brightness(at(personInLight(image, alpha, { exposure, rims: [] }, 1), 200, 170));
  expect(under(0.8)).toBeCloseTo(0.8 * brightness(skin), 3);
  expect(under(3)).toBeLessThan(brightness(skin) + 1e-4);
});

describe('rim light', () => {
  test('lights the edge on its side, head and shoulder, and nothing else', () => {
    const { image, alpha } = personOf(SKINS[1]);
    const before = at(image, 0, 0)[0];
    const right = personInLight(image, alpha, rim(0.9), 1);
    expect(at(right, 286, 170)[0]).toBeGreaterThan(before + 0.05);
    expect(at(right, 316, 320)[0]).toBeGreaterThan(before + 0.05);
    for (const [x, y] of [
      [114, 170],
      [84, 320],
      [200, 170],
      [230, 170],
      [200, 330],
      [350, 100],
    ] as const)
      expect(at(right, x, y)[0]).toBeCloseTo(before, 3);
    const left = personInLight(image, alpha, rim(-0.9), 1);
    expect(at(left, 113, 170)[0]).toBeGreaterThan(before + 0.05);
    expect(at(left, 286, 170)[0]).toBeCloseTo(before, 3);
  });

  test('from above it lights the crown and not the chin', () => {
    const { image, alpha } = personOf(SKINS[2]);
    const { data } = rimPlane(outlineOf(image, alpha), rim(0).rims[0]);
    expect(data[54 * SIZE + 200]).toBeGreaterThan(0.4);
    expect(data[200 * SIZE + 112]).toBeLessThan(0.1);
  });

  test('does not draw a line where the person fades out at the end of the photo', () => {
    const { image, alpha } = personOf(SKINS[1]);
    const faded = createPlane(SIZE, SIZE);
    for (let i = 0; i < faded.data.length; i++)
      faded.data[i] = alpha.data[i] * smoothstep(270, 210, i % SIZE);
    const { data } = rimPlane(outlineOf(image, faded), rim(1).rims[0]);
    const clean = rimPlane(outlineOf(image, alpha), rim(1).rims[0]).data;
    const most = (values: Float32Array) =>
      values.subarray(170 * SIZE, 171 * SIZE).reduce((a, b) => Math.max(a, b));
    expect(most(data)).toBeLessThan(0.3 * most(clean));
  });

  test('its strength follows the share', () => {
    const { image, alpha } = personOf(SKINS[1]);
    const edge = [0.25, 0.5, 1].map((share) => at(personInLight(image, alpha, rim(1), share), 286, 170)[0]);
    expect(edge[1]).toBeGreaterThan(edge[0]);
    expect(edge[2]).toBeGreaterThan(edge[1]);
  });
});

test('a tint has luminance 1, even of the purest colours', () => {
  for (const colour of [
    [0, 0, 1],
    [1, 0, 0],
    [0.2, 0.2, 0.2],
    [0, 0, 0],
  ] as const) {
    const [red, green, blue] = tintOf(lightOf(colour));
    expect(luminance(red, green, blue)).toBeCloseTo(1, 6);
    expect(Math.max(red, green, blue)).toBeLessThanOrEqual(2 + 1e-6);
  }
});
