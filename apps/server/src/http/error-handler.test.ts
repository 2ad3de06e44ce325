import { expect, test } from 'vitest';
import { asOurs } from './error-handler.js';

test.each(['ENOSPC', 'EDQUOT', '53100'])(
  'a disk that is full (%s) is a 503 that says when to come back',
  (code) => {
    const error = new Error('Failed query', { cause: Object.assign(new Error('no room'), { code }) });
    expect(asOurs(error)).toMatchObject({ code: 'unavailable', retryAfterSeconds: 60 });
  },
);

test('what is not known stays what it is', () => {
  const error = Object.assign(new Error('x'), { code: 'EACCES' });
  expect(asOurs(error)).toBe(error);
});
