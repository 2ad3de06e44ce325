import { fakeModelHub, syntheticFace } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { judgeContent, SAFETY_MODEL_IDS } from './content-safety.js';

const { image } = syntheticFace();

/** A model with one opinion: drawing, hentai, neutral, porn, sexy. */
const opinion =
  (...probabilities: number[]) =>
  () => ({
    probabilities: { data: Float32Array.from(probabilities), dims: [1, 5] },
  });
const NEUTRAL = opinion(0, 0, 1, 0, 0);
const EXPLICIT = opinion(0, 0.2, 0, 0.7, 0.1);
const SWIMWEAR = opinion(0, 0, 0.1, 0.1, 0.8);

const hubWith = (first: ReturnType<typeof opinion>, second: ReturnType<typeof opinion>) =>
  fakeModelHub({ [SAFETY_MODEL_IDS[0]]: first, [SAFETY_MODEL_IDS[1]]: second });

const maxExplicit = 0.6;
const explicitContent = async (hub: ReturnType<typeof hubWith>) =>
  (await judgeContent(image, hub, { maxExplicit })).explicit;

describe('judgeContent', () => {
  test('needs the agreement of both models', async () => {
    expect(await explicitContent(hubWith(EXPLICIT, EXPLICIT))).toBeCloseTo(0.9, 5);
    expect(await explicitContent(hubWith(EXPLICIT, NEUTRAL))).toBeCloseTo(0, 5);
    expect(await explicitContent(hubWith(NEUTRAL, EXPLICIT))).toBeCloseTo(0, 5);
  });

  test('does not count bare shoulders as explicit', async () => {
    expect(await explicitContent(hubWith(SWIMWEAR, SWIMWEAR))).toBeCloseTo(0.1, 5);
  });

  test('asks the second model only when the first one objects', async () => {
    const calm = hubWith(NEUTRAL, NEUTRAL);
    await explicitContent(calm);
    expect(calm.calls.map(({ model }) => model)).toEqual([SAFETY_MODEL_IDS[0]]);
    const alarmed = hubWith(EXPLICIT, NEUTRAL);
    await explicitContent(alarmed);
    expect(alarmed.calls.map(({ model }) => model)).toEqual([...SAFETY_MODEL_IDS]);
  });

  test('gives the probability of each class, of the models that were asked', async () => {
    const one = await judgeContent(image, hubWith(NEUTRAL, EXPLICIT), { maxExplicit });
    expect(Object.keys(one.classes)).toHaveLength(5);
    expect(one.classes[`${SAFETY_MODEL_IDS[0]}/neutral`]).toBe(1);
    const both = await judgeContent(image, hubWith(NEUTRAL, EXPLICIT), { maxExplicit: 0 });
    expect(Object.keys(both.classes)).toHaveLength(10);
    expect(both.classes[`${SAFETY_MODEL_IDS[1]}/porn`]).toBeCloseTo(0.7, 6);
  });

  test('feeds the whole picture at 224 px in [0, 1]', async () => {
    const hub = hubWith(NEUTRAL, NEUTRAL);
    await explicitContent(hub);
    const { data, dims } = hub.calls[0].feeds.image;
    expect(dims).toEqual([1, 3, 224, 224]);
    const values = [...(data as Float32Array)].sort((a, b) => a - b);
    expect(values[0]).toBeGreaterThanOrEqual(0);
    expect(values.at(-1)).toBeGreaterThan(0.5);
    expect(values.at(-1)).toBeLessThanOrEqual(1);
  });
});
