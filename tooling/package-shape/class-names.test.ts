import { expect, test } from 'vitest';
import { renamedErrors } from './class-names.js';

test('an error class that the bundler renamed is named', () => {
  expect(renamedErrors('var AvatarError = class _AvatarError extends Error {')).toEqual([
    'the class AvatarError is called _AvatarError when built',
  ]);
  expect(renamedErrors('var Refused = class _Refused extends AvatarError {')).toHaveLength(1);
});

test('other classes may be called as they like', () => {
  expect(renamedErrors('var AvatarError = class extends Error {')).toEqual([]);
  expect(renamedErrors('class AvatarError extends Error {')).toEqual([]);
  expect(renamedErrors('var Frame = class _Frame {')).toEqual([]);
});
