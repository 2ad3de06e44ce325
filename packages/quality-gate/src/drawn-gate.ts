import { defineStage, verdictFrom, type Finding, type Stage } from '@avatar/stage';

const notApplicable = (check: string, message: string): Finding => ({
  check,
  status: 'not-applicable',
  measured: 0,
  threshold: 0,
  message,
});

const VERDICT = verdictFrom(
  [
    notApplicable('face-present', 'The face was drawn; no network looked for it.'),
    notApplicable('likeness', 'There is no photo to compare with.'),
    notApplicable('content-safe', 'Drawn from a closed vocabulary of dressed people; no network judged it.'),
    notApplicable('background-safe', 'Drawn by this toolkit; no network judged it.'),
  ],
  { faceDetected: false },
);

/**
 * Passes what was drawn from a character on a background of ours, without a model: everything that such a picture can
 * show is in the vocabulary of characters. Every check is `not-applicable` and says so. Give a picture of your own
 * behind the person, or drawings by others, to `qualityGate` with `origin: 'character'` instead.
 *
 * Reads `avatar`, writes `verdict`.
 */
export const drawnGate = (): Stage<'avatar', 'verdict'> =>
  defineStage({
    name: 'drawn-gate',
    reads: ['avatar'],
    writes: ['verdict'],
    run: async (_, { signal }) => {
      signal.throwIfAborted();
      return { verdict: VERDICT };
    },
  });
