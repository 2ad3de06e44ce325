import { expect, test } from 'vitest';
import { formatByEnding, formatOfFile } from './picture-format.js';

test.each([
  ['a.png', undefined, 'png'],
  ['a.JPG', undefined, 'jpeg'],
  ['b/a.jpeg', 'jpeg', 'jpeg'],
  ['a.webp', undefined, 'webp'],
  ['a.avif', 'avif', 'avif'],
  ['a.tmp', 'webp', 'webp'],
  ['a', 'avif', 'avif'],
] as const)('%s asked for as %s is %s', (path, asked, format) =>
  expect(formatOfFile(path, asked, '--out')).toBe(format),
);

test.each([
  ['a.bmp', undefined, '--out ends in .bmp; use .png, .jpg, .webp or .avif, or say the format with --format'],
  ['a', undefined, '--out has no ending; use .png'],
  ['a.svg', 'png', '--out ends in .svg, but the picture is png; use .png'],
  ['a.jpg', 'webp', '--out ends in .jpg, but the picture is webp; use .webp'],
] as const)('%s asked for as %s is refused', (path, asked, message) =>
  expect(() => formatOfFile(path, asked, '--out')).toThrow(message),
);

test('other endings stand for nothing', () =>
  expect(['v1.2', '{name}', '.png'].map(formatByEnding)).toEqual([undefined, undefined, undefined]));
