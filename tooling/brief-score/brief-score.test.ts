import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSentences } from './read-sentences.js';
import { scoreSentence } from './score-sentence.js';

const sentencesOf = (name: string) =>
  readSentences(
    fileURLToPath(new URL(`../../packages/character-brief/sentences/${name}.txt`, import.meta.url)),
  );

describe.each(['written-before', 'written-after', 'written-later'])('%s', (name) => {
  test.each(sentencesOf(name).map((sentence) => [sentence.text, sentence] as const))(
    '%s',
    (_text, sentence) => {
      const { wrong, invented, untold } = scoreSentence(sentence);
      expect({ wrong, invented, untold }).toEqual({ wrong: [], invented: [], untold: [] });
    },
  );
});

test('a sentence that says something else is wrong', () => {
  const [sentence] = sentencesOf('written-before').filter(({ text }) =>
    text.startsWith('She has a red dress'),
  );
  const score = scoreSentence({ ...sentence, text: 'A blue shirt and a tattoo' });
  expect(score.wrong).toHaveLength(4);
  expect(score.invented).toEqual([]);
});
