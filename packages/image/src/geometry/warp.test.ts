import type { RasterImage, SimilarityTransform } from '@avatar/stage';
import { describe, expect, it } from 'vitest';
import { createPlane, mapPlane } from '../planes/plane.js';
import { applyTransform, invertTransform, transformAbout } from './transform.js';
import { warpPlane } from './warp-plane.js';
import { warpSimilarity } from './warp.js';

/** A smooth picture that is known between its pixels too: red, green and blue at a point, in [0, 1]. */
const colourAt = (x: number, y: number): [number, number, number] => [
  0.5 + 0.4 * Math.sin(x / 30),
  0.5 + 0.4 * Math.cos(y / 25),
  0.5 + 0.2 * Math.sin(x / 40 + y / 35),
];

function photoOf(width: number, height: number, channels: 3 | 4 = 3): RasterImage {
  const data = new Uint8Array(width * height * channels).fill(255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      colourAt(x + 0.5, y + 0.5).forEach((value, channel) => {
        data[(y * width + x) * channels + channel] = Math.round(value * 255);
      });
  return { data, width, height, channels };
}

/** Largest error of the warp against the formula, over output pixels that are at least 5 photo pixels inside. */
async function worstError(photo: RasterImage, transform: SimilarityTransform, width: number, height: number) {
  const { image, inside } = await warpSimilarity(photo, transform, width, height);
  const inverse = invertTransform(transform);
  let worst = 0;
  let checked = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = applyTransform(inverse, x + 0.5, y + 0.5);
      if (u < 5 || v < 5 || u > photo.width - 5 || v > photo.height - 5) continue;
      checked++;
      const i = y * width + x;
      expect(inside.data[i]).toBeGreaterThan(0.99);
      colourAt(u, v).forEach((value, k) => {
        worst = Math.max(worst, Math.abs(value - image.planes[k][i]));
      });
    }
  expect(checked).toBeGreaterThan((width * height) / 4);
  return worst;
}

describe('warpSimilarity', () => {
  it.each([
    [0.37, 0],
    [0.37, 0.4],
    [0.83, -0.2],
    [0.999, 0.05],
    [1, 0],
    [1, 1.2],
    [1.7, 0.15],
    [3.3, -2.5],
  ])('shows the picture where scale %d and rotation %d put it', async (scale, rotation) => {
    const photo = photoOf(331, 287);
    const transform = transformAbout([170, 140], [81.5, 70.2], scale, rotation);
    expect(await worstError(photo, transform, 160, 141)).toBeLessThan(0.01);
  });

  it('ignores an alpha channel', async () => {
    const transform = transformAbout([60, 50], [40, 40], 0.7, 0.3);
    expect(await worstError(photoOf(120, 100, 4), transform, 80, 80)).toBeLessThan(0.01);
  });

  it('copies the pixels when nothing moves', async () => {
    const photo = photoOf(40, 30);
    const { image } = await warpSimilarity(photo, { a: 1, b: 0, tx: 0, ty: 0 }, 40, 30);
    image.planes.forEach((plane, channel) =>
      plane.forEach((value, i) => expect(value).toBeCloseTo(photo.data[i * 3 + channel] / 255, 6)),
    );
  });

  it('says softly where the output leaves the photo, and replicates the edge there', async () => {
    const photo = photoOf(60, 60);
    const { image, inside } = await warpSimilarity(photo, { a: 1, b: 0, tx: 20, ty: 0 }, 60, 60);
    const row = 30 * 60;
    expect(inside.data[row + 5]).toBe(0);
    expect(inside.data[row + 18]).toBe(0);
    expect(inside.data[row + 19]).toBeCloseTo(0.25, 5);
    expect(inside.data[row + 20]).toBeCloseTo(0.75, 5);
    expect(inside.data[row + 22]).toBe(1);
    expect(image.planes[0][row + 3]).toBeCloseTo(image.planes[0][row + 20], 2);
  });

  it('measures the distance to the border of a turned photo', async () => {
    const transform = transformAbout([50, 40], [30, 25], 1.3, 0.4);
    const { inside } = await warpSimilarity(photoOf(37, 29), transform, 70, 45);
    const inverse = invertTransform(transform);
    inside.data.forEach((value, i) => {
      const [u, v] = applyTransform(inverse, (i % 70) + 0.5, Math.floor(i / 70) + 0.5);
      const distance = Math.min(u, 37 - u, v, 29 - v) * 1.3;
      expect(value).toBeCloseTo(Math.min(Math.max(distance / 2 + 0.5, 0), 1), 6);
    });
  });

  it('survives an output that lies outside the photo altogether', async () => {
    for (const scale of [0.2, 1, 4]) {
      const far = transformAbout([-900, -700], [30, 30], scale, 0.3);
      const { image, inside } = await warpSimilarity(photoOf(50, 40), far, 60, 60);
      expect(Math.max(...inside.data)).toBe(0);
      for (const plane of image.planes) expect(plane.every(Number.isFinite)).toBe(true);
    }
  });

  it('survives photos of one pixel and strong shrinking', async () => {
    for (const [width, height] of [
      [1, 1],
      [1, 300],
      [500, 3],
    ]) {
      const transform = transformAbout([width / 2, height / 2], [5, 5], 0.01, 0.1);
      const { image } = await warpSimilarity(photoOf(width, height), transform, 10, 10);
      for (const plane of image.planes) expect(plane.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('warpPlane', () => {
  it('continues a ramp exactly and replicates the edges', () => {
    const ramp = mapPlane(createPlane(20, 16), (_, i) => (i % 20) + 100 * Math.floor(i / 20));
    const map = { xx: 0.5, xy: 0.1, x0: 2, yx: -0.1, yy: 0.4, y0: 5 };
    const warped = warpPlane(ramp, map, 12, 10);
    for (let y = 0; y < 10; y++)
      for (let x = 0; x < 12; x++) {
        const u = 0.5 * (x + 0.5) + 0.1 * (y + 0.5) + 2 - 0.5;
        const v = -0.1 * (x + 0.5) + 0.4 * (y + 0.5) + 5 - 0.5;
        expect(warped.data[y * 12 + x]).toBeCloseTo(u + 100 * v, 3);
      }
    const outside = warpPlane(ramp, { xx: 0, xy: 0, x0: 500, yx: 0, yy: 0, y0: -500 }, 1, 1);
    expect(outside.data[0]).toBe(19);
  });

  it('takes planes of one pixel', () => {
    for (const [width, height] of [
      [1, 1],
      [1, 4],
      [4, 1],
    ]) {
      const warped = warpPlane(
        createPlane(width, height, 0.6),
        { xx: 0.3, xy: 0, x0: 0, yx: 0, yy: 0.3, y0: 0 },
        5,
        5,
      );
      for (const value of warped.data) expect(value).toBeCloseTo(0.6, 6);
    }
  });
});
