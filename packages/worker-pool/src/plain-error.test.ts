import { AvatarError } from '@avatar/stage';
import { expect, test } from 'vitest';
import { fromPlainError, toPlainError } from './plain-error.js';

test('an AvatarError is the same on the other side of a process border', () => {
  const error = new AvatarError('model-unavailable', 'not stored', {
    reason: 'not-stored',
    publicMessage: 'Later',
    stage: 'face-align',
    facts: { model: 'sface' },
    cause: Object.assign(new Error('no such file'), { code: 'ENOENT' }),
  });
  const there = fromPlainError(structuredClone(toPlainError(error)));
  expect(there).toMatchObject({
    code: 'model-unavailable',
    reason: 'not-stored',
    publicMessage: 'Later',
    stage: 'face-align',
    facts: { model: 'sface' },
  });
  expect(there.message).toBe('not stored');
  expect(there.cause).toMatchObject({ message: 'no such file', code: 'ENOENT' });
});

test('what it lacks, it lacks there too', () => {
  const there = fromPlainError(toPlainError(new AvatarError('timeout', 'too late')));
  expect(there).toMatchObject({ reason: undefined, publicMessage: undefined, stage: undefined, facts: {} });
  expect(there).not.toHaveProperty('cause');
});

test('anything else is the cause of a worker that failed', () => {
  expect(fromPlainError(toPlainError(new TypeError('broken')))).toMatchObject({
    code: 'stage-failed',
    reason: 'worker-failed',
    cause: { name: 'TypeError', message: 'broken' },
  });
});
