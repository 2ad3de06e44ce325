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

test.each([
  ['another status', { ...finding('passed'), status: 'fail' as never }],
  ['nothing measured', { ...finding('passed'), measured: NaN }],
  ['no name', { ...finding('passed'), check: '' }],
  ['a shortfall above 1', { ...finding('failed'), shortfall: 7 }],
])('a finding with %s is refused', (_, wrong) => {
  expect(() => verdictFrom([wrong])).toThrow(expect.objectContaining({ code: 'invalid-options' }));
});

test('a failed check is not delivered, whatever is decided', () => {
  expect(() => verdictFrom([finding('failed')], { decision: 'auto_accept' })).toThrow('review or discard');
  expect(() => verdictFrom([], { decision: 'ok' as never })).toThrow('one of auto_accept');
  expect(() => verdictFrom([], { likeness: 1 } as never)).toThrow('Unknown option "likeness"');
  expect(() => verdictFrom(undefined as never)).toThrow('a list of findings');
});

test('a gate may know more, and decide by itself', () => {
  const verdict = verdictFrom([finding('failed')], { decision: 'discard', likenessScore: 0.4 });
  expect(verdict).toMatchObject({ accepted: false, decision: 'discard', likenessScore: 0.4 });
});
