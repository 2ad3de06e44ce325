import { expect, test } from 'vitest';
import { storedRequest, storedResult } from './stored-versions.js';

test('a row of a later server is refused, and not read wrongly', () => {
  expect(() => storedResult({ version: 3 })).toThrow('stored in version 3');
  expect(() => storedRequest({ version: 3 })).toThrow('stored in version 3');
});

test('a request of the first version keeps its series', () => {
  const first = { options: { style: 'noir' }, delivery: 'url', sessionId: 's-1', reference: 'R' };
  expect(storedRequest(first)).toEqual({
    options: { style: 'noir' },
    delivery: 'url',
    series: 's-1',
    reference: 'R',
  });
});
