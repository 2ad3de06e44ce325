import { expect, test } from 'vitest';
import { editWords } from './edit-words.js';
import { readMessage } from './read-message.js';
import { EMPTY_STATE } from './recipe/state.js';

const wordsOf = (message: string, photos = 0) => {
  const reading = readMessage(message, EMPTY_STATE, { photos });
  return reading.kind === 'change' ? reading.edits.map(editWords).filter((words) => words !== undefined) : [];
};

test('tokens and colours are said in words', () => {
  expect(wordsOf('a cartoon for linkedin with a beach behind me', 1)).toEqual([
    'style: Cartoon',
    'background: Beach at sunset',
    'platform: LinkedIn',
  ]);
  expect(wordsOf('a gradient from pink to orange behind me', 1)).toEqual([
    'background: Diagonal gradient of two colours',
    'colours: pink to orange',
  ]);
  expect(wordsOf('a plain navy background in my picture', 1)).toEqual(['background: navy']);
});

test('edits of a person name what they change', () => {
  expect(editWords({ character: { op: 'set', path: 'hair.style', value: 'curly_short' } })).toBe(
    'hair: Short curls',
  );
  expect(editWords({ character: { op: 'set', path: 'facial_hair.hex', value: '#000000' } })).toBe(
    'beard: black',
  );
  expect(editWords({ character: { op: 'set', path: 'nose.length', value: 0.66 } })).toBe('nose length');
  expect(editWords({ character: { op: 'remove', path: 'accessories', value: 'hoops' } })).toBe(
    'no hoop earrings',
  );
  expect(editWords({ set: 'light', to: null })).toBe('light: as usual');
  expect(editWords({ set: 'seed', to: 4 })).toBeUndefined();
});
