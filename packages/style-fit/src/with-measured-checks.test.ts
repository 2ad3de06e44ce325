import { toLab } from '@avatar/image';
import { expect, test } from 'vitest';
import { describeExample } from './descriptor/descriptor.js';
import { exampleView } from './descriptor/view.js';
import { fitMeasured } from './fit-style.js';
import { engraving } from './fixtures/pictures.js';
import { withMeasuredChecks } from './with-measured-checks.js';

const fitted = fitMeasured(
  Array.from({ length: 10 }, (_, seed) => ({
    descriptor: describeExample(exampleView(toLab(engraving(seed + 1)))),
    drawn: 1,
    isExplicit: false,
  })),
  { token: 'mine', minExamples: 8, examplesAre: 'drawn' },
);
const checks = { people: 6, likenessMedian: 0.8, presenceLeast: 0.9, monotone: true };
const judged = (likenessLeast: number) =>
  withMeasuredChecks(fitted, () => Promise.resolve({ ...checks, likenessLeast }));

test('what was measured stays in the style', async () => {
  const { style, checks: told } = await judged(0.7);
  expect(style.rendering).toMatchObject({
    kind: 'fitted',
    record: { checks: { ...checks, likenessLeast: 0.7 } },
  });
  expect(told).toEqual({ ...checks, likenessLeast: 0.7 });
});

test('the least likeness is raised for a hand that keeps people alike, and lowered for none', async () => {
  expect((await judged(0.5)).style.minLikeness).toMatchObject({ social: 0.6, professional: 0.75 });
  expect((await judged(0.83)).style.minLikeness).toMatchObject({ social: 0.68, gaming: 0.68 });
  expect((await judged(0.99)).style.minLikeness).toMatchObject({ social: 0.75, professional: 0.75 });
});
