import { describe, expect, test } from 'vitest';
import { decide, type Measurements } from './decide.js';

const thresholds = { minFacePresence: 0.4, minLikeness: 0.85, maxExplicit: 0.6 };
const good: Measurements = {
  facePresence: 0.8,
  likenessScore: 0.88,
  likenessCosine: 0.8,
  explicitContent: 0.01,
};
const verdictOn = (change: Partial<Measurements>) => decide({ ...good, ...change }, thresholds);
const statusOf = (change: Partial<Measurements>, check: string) =>
  verdictOn(change).findings.find((finding) => finding.check === check)?.status;

describe('decide', () => {
  test('lists every check with what was measured and the threshold', () => {
    expect(
      verdictOn({}).findings.map(({ check, measured, threshold }) => [check, measured, threshold]),
    ).toEqual([
      ['face-present', 0.8, 0.4],
      ['likeness', 0.88, 0.85],
      ['content-safe', 0.01, 0.6],
    ]);
  });

  test.each([
    [{ likenessScore: 0.9 }, 'auto_accept'],
    [{ likenessScore: 0.8999 }, 'accept'],
    [{ likenessScore: 0.85 }, 'accept'],
    [{ likenessScore: 0.8499 }, 'review'],
    [{ likenessScore: 0.99, facePresence: 0.39 }, 'review'],
    [{ likenessScore: 0.99, explicitContent: 0.6 }, 'review'],
  ] as const)('%o leads to %s', (change, decision) => {
    const verdict = verdictOn(change);
    expect(verdict.decision).toBe(decision);
    expect(verdict.accepted).toBe(decision !== 'review');
  });

  test('thresholds are part of what passes, except for explicit content', () => {
    expect(statusOf({ facePresence: 0.4 }, 'face-present')).toBe('passed');
    expect(statusOf({ likenessScore: 0.85 }, 'likeness')).toBe('passed');
    expect(statusOf({ explicitContent: 0.6 }, 'content-safe')).toBe('failed');
    expect(statusOf({ explicitContent: 0.599 }, 'content-safe')).toBe('passed');
  });

  test('says whether a face was detected', () => {
    expect(verdictOn({ facePresence: 0.4 }).faceDetected).toBe(true);
    expect(verdictOn({ facePresence: 0.1 }).faceDetected).toBe(false);
  });
});
