import { fakeModelHub } from '@avatar/testing';
import { expect, test } from 'vitest';
import { fitStyle } from './fit-style.js';

const models = fakeModelHub({});
const nothing = { bytes: new Uint8Array([1, 2, 3]) };
const some = (count: number) => Array.from({ length: count }, () => nothing);

test('too few and too many examples are refused before any is read', async () => {
  await expect(fitStyle(some(49), { token: 'mine', models })).rejects.toMatchObject({
    reason: 'too-few-examples',
    facts: { least: 50 },
  });
  await expect(fitStyle(some(201), { token: 'mine', models })).rejects.toMatchObject({
    reason: 'too-many-examples',
  });
});

test('nobody may ask for fewer than 8', async () => {
  await expect(fitStyle(some(8), { token: 'mine', models, minExamples: 7 })).rejects.toMatchObject({
    code: 'invalid-options',
  });
});

test('files that are no pictures do not count', async () => {
  const seen: number[] = [];
  const fit = fitStyle(some(8), {
    token: 'mine',
    models,
    minExamples: 8,
    onProgress: ({ done }) => seen.push(done),
  });
  await expect(fit).rejects.toMatchObject({ reason: 'too-few-examples', facts: { usable: 0, given: 8 } });
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('an aborted fit ends', async () => {
  const fit = fitStyle(some(8), { token: 'mine', models, minExamples: 8, signal: AbortSignal.abort() });
  await expect(fit).rejects.toThrow(/abort/);
});

test('unknown options are typing mistakes', async () => {
  await expect(fitStyle(some(50), { token: 'mine', models, minimum: 8 } as never)).rejects.toThrow('minimum');
});
