import { expect, test } from 'vitest';
import type { AvatarRecord } from './avatar-record.js';
import { resultToStore, storedRequest, storedResult } from './stored-versions.js';

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

test('a character that was measured from a photo is kept with its pictures only', () => {
  const avatar = { style: 'character_flat', character: { skin: 1 }, measured: {} } as unknown as AvatarRecord;
  const pictures = { avatarKey: 'a', thumbnailKey: 't', expiresAt: '2030-01-01T00:00:00Z' };
  expect(resultToStore({ avatar, pictures })).toMatchObject({ avatar: { character: { skin: 1 } }, pictures });
  expect(resultToStore({ avatar })['avatar']).toEqual({ style: 'character_flat' });
});
