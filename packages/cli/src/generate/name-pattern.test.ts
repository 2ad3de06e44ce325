import { expect, test } from 'vitest';
import { fillName, pictureNames } from './name-pattern.js';

const fields = { photo: '/holiday/São João.JPG', style: 'noir', platform: 'linkedin' };

test.each([
  ['{name}-{style}', 'São João-noir'],
  ['{platform}_{folder}_{name}.{ext}', 'linkedin_holiday_São João.JPG'],
  ['avatar', 'avatar'],
])('%s becomes %s', (pattern, name) => expect(fillName(pattern, fields)).toBe(name));

test.each([
  ['{nme}', 'has no field {nme}; there are {name}'],
  ['{constructor}', 'has no field'],
  ['a/{name}', 'names a folder; give the folder with --out-dir'],
  ['..\\{name}', 'names a folder'],
  ['', 'makes no name'],
  ['.{name}', 'makes no name'],
])('%j is refused', (pattern, message) => expect(() => fillName(pattern, fields)).toThrow(message));

test.each([
  ['{name}', undefined, 'png', 'São João.png'],
  ['{name}.jpeg', undefined, 'jpeg', 'São João.jpeg'],
  ['{name}.v2', 'webp', 'webp', 'São João.v2.webp'],
  ['{name}.avif', 'avif', 'avif', 'São João.avif'],
] as const)('%s asked for as %s is %s', (pattern, asked, format, name) => {
  const names = pictureNames(pattern, asked);
  expect([names.format, names.fill(fields)]).toEqual([format, name]);
});

test('an ending that contradicts the format is refused', () =>
  expect(() => pictureNames('{name}.jpg', 'webp')).toThrow('--name ends in .jpg, but the picture is webp'));
