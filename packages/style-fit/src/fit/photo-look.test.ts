import { toLab } from '@avatar/image';
import { defineStyle } from '@avatar/styles';
import { expect, test } from 'vitest';
import { brandLook } from '../brand-look.js';
import { describeExample } from '../descriptor/descriptor.js';
import { exampleView } from '../descriptor/view.js';
import { oil, painted } from '../fixtures/pictures.js';
import { measuresOf } from './measures.js';
import { arePhotos, photoLookOf } from './photo-look.js';

const names = { token: 'team', label: 'Team', creator: 'me', licence: 'CC0-1.0' };
const described = (image: ReturnType<typeof oil>) => describeExample(exampleView(toLab(image)));
const photoOf = (tint: number, chroma: number) =>
  described(
    painted((x, y) => {
      const head = Math.hypot(x - 160, y - 130) < 60;
      const L = head ? 65 - 0.2 * (x - 160) : 82 - 0.02 * y + (x % 2);
      return head ? [L, 0.4 * chroma, chroma + tint] : [L, 0, tint];
    }),
  );

test('the backdrop and the tint of its greys come from the examples', () => {
  const style = photoLookOf(
    Array.from({ length: 8 }, () => photoOf(5, 22)),
    names,
  );
  expect(defineStyle(style)).toEqual(style);
  expect(style.background.token).toMatch(/^#[0-9a-f]{6}$|^studio_light$/);
  expect(style.rendering.grade?.tint.highlights.b).toBeCloseTo(5, 0);
  expect(style.rendering.grade?.monochrome).toBe(0);
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
