import { describe, expect, it } from 'vitest';
import { AvatarError } from './error.js';

describe('AvatarError', () => {
  it('keeps code, reason, facts and cause', () => {
    const cause = new Error('disk full');
    const error = new AvatarError('model-unavailable', 'no room', {
      reason: 'no-space',
      facts: { mb: 3 },
      cause,
    });
    expect(error).toMatchObject({ code: 'model-unavailable', reason: 'no-space', facts: { mb: 3 }, cause });
    expect(error).toBeInstanceOf(Error);
  });

  it('is recognised across copies of the package', () => {
    const ofAnotherCopy = Object.assign(new Error('x'), { [Symbol.for('avatar.error')]: true });
    expect(AvatarError.is(ofAnotherCopy)).toBe(true);
    expect(AvatarError.is(new Error('x'))).toBe(false);
    expect(AvatarError.is(null)).toBe(false);
  });

  it('tells the owner of a refused photo what it tells the developer, unless there is a plainer text', () => {
    expect(AvatarError.rejected('no-face', 'No face found').publicMessage).toBe('No face found');
    expect(AvatarError.rejected('corrupt', 'premature end', { publicMessage: 'Damaged' })).toMatchObject({
      code: 'input-rejected',
      reason: 'corrupt',
      message: 'premature end',
      publicMessage: 'Damaged',
    });
  });
});
