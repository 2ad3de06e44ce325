import type { Verdict } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { decide, type Measurements, type Thresholds } from './decide.js';

const thresholds: Thresholds = {
  facePresence: { applies: true, threshold: 0.4 },
  likeness: { applies: true },
  minLikeness: 0.85,
  maxExplicit: 0.6,
};
const FACE_CUT = { code: 'face-cut', message: 'The edge cuts the face.', measured: 0.3, threshold: 0.12 };
const content = (explicit: number) => ({ explicit, classes: { 'a/porn': explicit } });
const good: Measurements = {
  facePresence: 0.8,
  likenessScore: 0.88,
  likenessCosine: 0.8,
  cutout: { wholeness: 0.97, threshold: 0.5, parts: { skull: 0.98 } },
  doubts: [],
  avatarContent: content(0.01),
  backgroundContent: content(0.02),
};
const verdictOn = (change: Partial<Measurements>, rules: Partial<Thresholds> = {}) =>
  decide({ ...good, ...change }, { ...thresholds, ...rules });
const findingOf = (verdict: Verdict, check: string) =>
  verdict.findings.find((finding) => finding.check === check);
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
      ['background-safe', 0.02, 0.6],
      ['cutout-whole', 0.97, 0.5],
      ['photo-clear', 0, 1],
    ]);
  });

  test.each([
    [{ likenessScore: 0.9 }, 'auto_accept'],
    [{ likenessScore: 0.8999 }, 'accept'],
    [{ likenessScore: 0.85 }, 'accept'],
    [{ likenessScore: 0.8499 }, 'review'],
    [{ likenessScore: 0.99, facePresence: 0.39 }, 'review'],
    [{ likenessScore: 0.99, cutout: { wholeness: 0.49, threshold: 0.5, parts: {} } }, 'review'],
    [{ likenessScore: 0.99, doubts: [FACE_CUT] }, 'review'],
    [{ likenessScore: 0.99, avatarContent: content(0.6) }, 'discard'],
    [{ likenessScore: 0.99, backgroundContent: content(0.6) }, 'discard'],
  ] as const)('%o leads to %s', (change, decision) => {
    const verdict = verdictOn(change);
    expect(verdict.decision).toBe(decision);
    expect(verdict.accepted).toBe(decision === 'accept' || decision === 'auto_accept');
  });

  test('thresholds are part of what passes, except for explicit content', () => {
    expect(statusOf({ facePresence: 0.4 }, 'face-present')).toBe('passed');
    expect(statusOf({ likenessScore: 0.85 }, 'likeness')).toBe('passed');
    expect(statusOf({ avatarContent: content(0.6) }, 'content-safe')).toBe('failed');
    expect(statusOf({ avatarContent: content(0.599) }, 'content-safe')).toBe('passed');
  });

  test('says how far a failed check missed, as a share of the way to a perfect result', () => {
    const verdict = verdictOn({
      facePresence: 0.1,
      likenessScore: 0.8,
      avatarContent: content(0.8),
      backgroundContent: content(0.9),
    });
    expect(findingOf(verdict, 'face-present')?.shortfall).toBeCloseTo(1 / 3, 12);
    expect(findingOf(verdict, 'likeness')?.shortfall).toBeCloseTo(0.25, 12);
    expect(findingOf(verdict, 'content-safe')?.shortfall).toBeCloseTo(0.25, 12);
    expect(findingOf(verdict, 'background-safe')).toMatchObject({ dependsOnIntensity: false });
    for (const { shortfall } of verdictOn({}).findings) expect(shortfall).toBeUndefined();
  });

  test('reports the class scores that it judged by', () => {
    const { findings } = verdictOn({});
    expect(findings.map(({ details }) => details)).toEqual([
      undefined,
      undefined,
      { 'a/porn': 0.01 },
      { 'a/porn': 0.02 },
      { skull: 0.98 },
      undefined,
    ]);
  });

  test('a check that cannot be trusted for the style says so instead of passing', () => {
    const reason = 'Drawn people look alike to the model.';
    const blind = verdictOn({ likenessScore: 0.95 }, { likeness: { applies: false, reason } });
    expect(findingOf(blind, 'likeness')).toMatchObject({ status: 'not-applicable', message: reason });
    expect(blind).toMatchObject({ accepted: true, decision: 'review' });
    const faceless = verdictOn({ facePresence: 0 }, { facePresence: { applies: false, reason } });
    expect(findingOf(faceless, 'face-present')).toMatchObject({ status: 'not-applicable', message: reason });
    expect(faceless).toMatchObject({ accepted: true, faceDetected: false });
  });

  test('a character that was measured from a photo has no likeness, and is accepted without it', () => {
    const reason = 'Networks cannot tell.';
    const drawn = verdictOn(
      { likenessScore: undefined, likenessCosine: undefined, cutout: undefined },
      { likeness: { applies: false, reason } },
    );
    expect(findingOf(drawn, 'likeness')).toMatchObject({ status: 'not-applicable', message: reason });
    expect(drawn).toMatchObject({ accepted: true, decision: 'accept' });
  });

  test('says what is missing in the photo, and tries no other intensity for it', () => {
    const finding = findingOf(
      verdictOn({ doubts: [FACE_CUT, { code: 'backlit', message: '' }] }),
      'photo-clear',
    );
    expect(finding).toMatchObject({ status: 'failed', measured: 2, message: FACE_CUT.message });
    expect(finding).toMatchObject({ details: { 'face-cut': 0.3, backlit: 1 }, dependsOnIntensity: false });
    expect(findingOf(verdictOn({ doubts: undefined }), 'photo-clear')).toBeUndefined();
  });

  test('without a background there is nothing to judge', () => {
    const { findings, decision } = verdictOn({ backgroundContent: undefined });
    expect(findings[3]).toMatchObject({ check: 'background-safe', status: 'not-applicable' });
    expect(decision).toBe('accept');
  });

  test('says whether a face was detected', () => {
    expect(verdictOn({ facePresence: 0.4 }).faceDetected).toBe(true);
    expect(verdictOn({ facePresence: 0.1 }).faceDetected).toBe(false);
  });
});
