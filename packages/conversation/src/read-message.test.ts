import { describe, expect, test } from 'vitest';
import { play, readSentences } from './sentences.test-support.js';

describe.each([
  'written-before.txt',
  'written-after.txt',
  'written-later.txt',
  'written-last.txt',
  'written-check.txt',
  'as-people-type.txt',
  'hurried.txt',
  'held-out-first.txt',
  'held-out-second.txt',
  'held-out-third.txt',
  'ordinary-a.txt',
  'ordinary-b.txt',
  'ordinary-c.txt',
  'ordinary-d.txt',
])('%s', (file) => {
  for (const block of readSentences(file))
    test(block.turns.map(({ message }) => message.slice(0, 60)).join(' > '), () => {
      for (const { message, problems } of play(block)) expect(problems, message).toEqual([]);
    });
});
