import { AvatarError } from './error.js';

/**
 * What a runner throws for what a stage threw: the same error with the name of the stage, or `stage-failed` with it as the
 * `cause` where it is no AvatarError. Of stages inside stages the innermost is named.
 * @param facts more about the place in the run
 */
export function stageFailure(stage: string, thrown: unknown, facts: AvatarError['facts'] = {}): AvatarError {
  // The cause's own message is not repeated: it may name a file or quote a user's text.
  if (!AvatarError.is(thrown))
    return new AvatarError('stage-failed', `Stage "${stage}" failed; its error is the cause`, {
      stage,
      cause: thrown,
      facts: { stage, ...facts },
    });
  if (thrown.stage !== undefined) return thrown;
  // A copy: an error that is kept, such as that of a model which is not there, may come out of several stages.
  const { code, message, reason, publicMessage, facts: ofError, cause } = thrown;
  const named = new AvatarError(code, message, { reason, publicMessage, facts: ofError, cause, stage });
  if (thrown.stack !== undefined) named.stack = thrown.stack;
  return named;
}
