import { expect, test } from 'vitest';
import { AvatarError } from './error.js';
import { stageFailure } from './stage-failure.js';

test('an AvatarError gets the name of the stage and keeps everything else', () => {
  const cause = new Error('ENOENT');
  const thrown = new AvatarError('model-unavailable', 'not stored', {
    reason: 'not-stored',
    publicMessage: 'Later',
    facts: { model: 'sface' },
    cause,
  });
  const failure = stageFailure('face-align', thrown);
  expect(failure).toMatchObject({
    code: 'model-unavailable',
    reason: 'not-stored',
    publicMessage: 'Later',
    facts: { model: 'sface' },
    stage: 'face-align',
  });
  expect(failure.message).toBe('not stored');
  expect(failure.cause).toBe(cause);
  expect(failure.stack).toBe(thrown.stack);
  expect(thrown.stage).toBeUndefined();
  expect(stageFailure('pipeline', failure)).toBe(failure);
});

test('an error without a cause gets none', () => {
  expect(stageFailure('load', AvatarError.rejected('corrupt', 'damaged'))).not.toHaveProperty('cause');
});

test('anything else is the cause of a stage-failed', () => {
  expect(stageFailure('load', 'a text', { attempt: 1 })).toMatchObject({
    code: 'stage-failed',
    stage: 'load',
    message: 'Stage "load" failed; its error is the cause',
    cause: 'a text',
    facts: { stage: 'load', attempt: 1 },
  });
});
