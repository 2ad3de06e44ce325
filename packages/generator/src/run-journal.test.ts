import type { StageEvent } from '@avatar/stage';
import { expect, test } from 'vitest';
import { RunJournal } from './run-journal.js';

const warning = (stage: string, attempt: number, retried: boolean, code: string): StageEvent => ({
  type: 'stage-warning',
  stage,
  attempt,
  retried,
  warning: { code, message: code },
});
const end = (stage: string, attempt: number, durationMs: number): StageEvent => ({
  type: 'stage-end',
  stage,
  attempt,
  durationMs,
});

test('keeps the warnings of the chosen attempt and of the stages around the attempts', () => {
  const journal = new RunJournal();
  for (const event of [
    warning('input-gate', 0, false, 'small'),
    warning('style-apply', 0, true, 'first'),
    warning('style-apply', 1, true, 'second'),
    warning('save', 0, false, 'resampled'),
  ])
    journal.note(event);
  const codes = (attempt: number) => journal.warningsOf(attempt).map(({ code }) => code);
  expect(codes(0)).toEqual(['small', 'first', 'resampled']);
  expect(codes(1)).toEqual(['small', 'second', 'resampled']);
});

test('adds up the time of all attempts', () => {
  const journal = new RunJournal();
  for (const event of [end('load', 0, 5), end('style-apply', 0, 100), end('style-apply', 1, 50)])
    journal.note(event);
  expect(journal.timingsMs()).toEqual({ load: 5, 'style-apply': 150 });
});
