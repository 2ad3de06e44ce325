import { expect, test } from 'vitest';
import type { Finding } from './verdict.js';
import { verdictFrom } from './verdict-from.js';

const finding = (status: Finding['status']): Finding => ({
  check: `acme:${status}`,
  status,
  measured: 0,
  threshold: 1,
  message: '',
});

test('a verdict is accepted unless a check failed', () => {
  const fine = [finding('passed'), finding('not-applicable')];
  expect(verdictFrom(fine)).toEqual({ accepted: true, decision: 'accept', findings: fine });
  const missed = [...fine, finding('failed')];
  expect(verdictFrom(missed)).toEqual({ accepted: false, decision: 'review', findings: missed });
});

test('a gate may know more, and decide by itself', () => {
  const verdict = verdictFrom([finding('failed')], { decision: 'discard', likenessScore: 0.4 });
  expect(verdict).toMatchObject({ accepted: false, decision: 'discard', likenessScore: 0.4 });
});
