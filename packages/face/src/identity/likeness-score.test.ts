import { createModelHub } from '@avatar/onnx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIKENESS_CALIBRATION } from './likeness-calibration.js';
import { LIKENESS_KNOTS, likenessScore } from './likeness-score.js';

describe('LIKENESS_CALIBRATION', () => {
  const { modelId, modelVersion, weightsSha256, operatingPoints } = LIKENESS_CALIBRATION;

  test('is about the weights that the catalogue has', async () => {
    await using models = createModelHub({ offline: true });
    const { weights, upstream } = models.entry(modelId);
    expect(weights.sha256).toBe(weightsSha256);
    expect(upstream.fileUrl).toContain(modelVersion);
  });

  test('its operating points lie on the map, and are ever harder to reach', () => {
    expect(operatingPoints.map(({ score }) => score)).toEqual([0.6, 0.75, 0.85, 0.9]);
    for (const [i, { score, cosine, falseNonMatchRate }] of operatingPoints.entries()) {
      expect(likenessScore(cosine)).toBeCloseTo(score, 12);
      expect(falseNonMatchRate).toBeGreaterThan(operatingPoints[i - 1]?.falseNonMatchRate ?? 0);
    }
  });
});

describe('likenessScore', () => {
  test.each(LIKENESS_KNOTS)('passes through the knot $cosine -> $score', ({ cosine, score }) => {
    expect(likenessScore(cosine)).toBeCloseTo(score, 12);
  });

  test('the knots rise in both coordinates', () => {
    for (const [i, knot] of LIKENESS_KNOTS.entries()) {
      if (i === 0) continue;
      expect(knot.cosine).toBeGreaterThan(LIKENESS_KNOTS[i - 1].cosine);
      expect(knot.score).toBeGreaterThan(LIKENESS_KNOTS[i - 1].score);
    }
  });

  test('is monotone and stays in [0, 1]', () => {
    const cosine = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(cosine, cosine, (first, second) => {
        const low = likenessScore(Math.min(first, second));
        const high = likenessScore(Math.max(first, second));
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('values outside [-1, 1], as rounding may give, are clipped', () => {
    expect(likenessScore(1.0000001)).toBe(1);
    expect(likenessScore(-0.3)).toBe(0);
    expect(likenessScore(Number.NaN)).toBe(0);
  });
});
