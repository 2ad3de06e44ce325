import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { GuardedFetch } from './guarded-fetch.js';
import { patientFetch } from './patient-fetch.js';
import { fetchFailed } from './refusal.js';

const slow = (asked: string[]): GuardedFetch => ({
  check: () => undefined,
  close: () => Promise.resolve(),
  request: async (url) => {
    asked.push(url);
    await pause(20);
    if (url === 'hangs') throw fetchFailed('timeout');
    return { status: 200, headers: {}, body: new Uint8Array(1) };
  },
});

test('servers that keep us waiting are asked no more, and those that answered slowly count', async () => {
  const asked: string[] = [];
  const fetch = patientFetch(slow(asked), 30);
  await fetch.request('answers');
  await expect(fetch.request('hangs')).rejects.toMatchObject({ facts: { rule: 'timeout' } });
  await expect(fetch.request('third')).rejects.toMatchObject({
    reason: 'fetch-failed',
    facts: { rule: 'patience' },
  });
  expect(asked).toEqual(['answers', 'hangs']);
});

test('what is quick is asked for as often as it is wanted', async () => {
  const asked: string[] = [];
  const fetch = patientFetch(slow(asked), 60_000);
  for (let i = 0; i < 5; i++) await fetch.request('answers');
  expect(asked).toHaveLength(5);
});
