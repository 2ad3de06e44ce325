import { toLab } from '@avatar/image';
import { fakeModelHub } from '@avatar/testing';
import { expect, test } from 'vitest';
import { describeExample } from './descriptor/descriptor.js';
import { exampleView } from './descriptor/view.js';
import { fitMeasured, fitStyle } from './fit-style.js';
import { engraving } from './fixtures/pictures.js';
import type { Measurement } from './measure-example.js';

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

test('pictures that were measured elsewhere count as those that are measured here', () => {
  const unusable = Array.from({ length: 9 }, () => ({ unusable: 'too-small' }));
  expect(() => fitMeasured(unusable, { token: 'mine', minExamples: 8 })).toThrow(
    expect.objectContaining({ reason: 'too-few-examples', facts: { usable: 0, given: 9, least: 8 } }),
  );
});

test('the order of measured pictures does not matter, and explicit ones are refused', () => {
  const measured = Array.from({ length: 10 }, (_, seed) => ({
    descriptor: describeExample(exampleView(toLab(engraving(seed + 1)))),
    isExplicit: false,
    drawn: 1,
  }));
  const fit = (examples: readonly Measurement[]) => fitMeasured(examples, { token: 'mine', minExamples: 8 });
  const inOrder = fit([{ unusable: 'not-an-image' }, ...measured]);
  expect(inOrder.report.leftOut).toEqual([{ index: 0, reason: 'not-an-image' }]);
  expect(fit([...measured].reverse()).style.rendering).toMatchObject({ technique: 'hatch' });
  expect(fit([...measured].reverse()).style).toEqual(fit(measured).style);
  expect(() => fit([...measured, { ...measured[0], isExplicit: true }])).toThrow(
    expect.objectContaining({ reason: 'content-policy' }),
  );
});
