import { clamp, parseHexColour, rgbToLab, toLab } from '@avatar/image';
import { defineStyle } from '@avatar/styles';
import { expect, test } from 'vitest';
import { brandLook } from '../brand-look.js';
import { describeExample } from '../descriptor/descriptor.js';
import { exampleView } from '../descriptor/view.js';
import { oil, painted } from '../fixtures/pictures.js';
import { distance, lookVector } from './feature-vector.js';
import { measuresOf } from './measures.js';
import { arePhotos, photoLookOf } from './photo-look.js';

const names = { token: 'team', label: 'Team', creator: 'me', licence: 'CC0-1.0' };
const described = (image: ReturnType<typeof oil>) => describeExample(exampleView(toLab(image)));
/** A head with black hair and a white shirt before a backdrop that is so blue, through a lens whose corners are so dark. */
const photoOf = (tint: number, chroma: number, blue = 0, vignette = 0) =>
  described(
    painted((x, y) => {
      const head = Math.hypot(x - 160, y - 130) < 60;
      if (head) return [65 - 0.2 * (x - 160), 0.4 * chroma, chroma + tint];
      if (y > 290 || (y < 90 && Math.abs(x - 160) < 30)) return [6, 0, 0];
      if (y > 200 && Math.abs(x - 160) < 90) return [92 + (x % 2), 0, tint];
      const away = clamp((Math.hypot(x / 320 - 0.5, y / 320 - 0.44) - 0.36) / 0.44);
      return [(76 + (x % 2)) * (1 - vignette * away * away * (3 - 2 * away)), 0, tint - blue];
    }),
  );
const lookOf = (...photo: Parameters<typeof photoOf>) =>
  photoLookOf(
    Array.from({ length: 8 }, () => photoOf(...photo)),
    names,
  );

test('tints are those of the people, not of what is behind them', () => {
  const style = lookOf(5, 22, 14);
  expect(defineStyle(style)).toEqual(style);
  expect(style.rendering.grade?.tint.highlights.b).toBeCloseTo(5, 0);
  expect(style.rendering.grade?.monochrome).toBe(0);
  expect(style.rendering.grade?.vignette).toBe(0);
});

test('a vignette is told from a backdrop, which is not darkened and tinted twice', () => {
  const { background, rendering } = lookOf(5, 22, 14, 0.3);
  expect(rendering.grade?.vignette).toBeCloseTo(0.3, 1);
  const [L, , b] = rgbToLab(...(parseHexColour(background.token) ?? [0, 0, 0]));
  // Black and white point of the set stay unknown to a few L.
  expect(Math.abs(L - 76)).toBeLessThan(5);
  expect(b).toBeLessThan(-10);
});

test('nobody is left out of photos of one look for their skin or hair', () => {
  const [light, dark] = [photoOf(0, 22, 14), photoOf(0, 10, 14)].map(lookVector);
  expect(distance(light, dark)).toBeLessThan(1);
  expect(distance(light, lookVector(photoOf(0, 22, -14)))).toBeGreaterThan(1);
});

test('photos without colour give black and white', () => {
  const style = photoLookOf(
    Array.from({ length: 8 }, () => photoOf(0, 0)),
    names,
  );
  expect(style.rendering.grade?.monochrome).toBe(1);
});

test('photos are told by faces, and by what is not drawn', () => {
  const { ...faces } = measuresOf([described(oil(1))]);
  const seen = { ...faces, faces: 0.9 };
  expect(arePhotos([0.1, 0.2], seen)).toBe(true);
  expect(arePhotos([0.1, 0.9], seen)).toBe(false);
  expect(arePhotos([0.1, 0.2], { ...seen, faces: 0.4 })).toBe(false);
});

test('a brand is made of its colours', () => {
  const style = brandLook({ token: 'acme', colours: ['#1f6f5c', '#0d2f27'] });
  expect(style.background).toEqual({ token: 'studio_light', palette: '#1f6f5c,#0d2f27' });
  expect(style.rendering.grade?.tint.shadows.a).toBeLessThan(0);
  expect(() => brandLook({ token: 'acme', colours: [] })).toThrow('one or two colours');
  expect(() => brandLook({ token: 'acme', colours: ['green'] })).toThrow('#rrggbb');
});
