import { expect, test } from 'vitest';
import { notesOn, understoodText } from './reply.js';

const kept = { code: 'expression-kept', message: 'The mouth smiles already.' };
const turned = { code: 'head-turned', message: 'The head is turned.' };

const shown = (...warnings: readonly (typeof kept)[]) => ({
  verdict: { likenessScore: null, decision: null, warnings },
});

test('a smile that was not drawn is said once, however many pictures lack it', () => {
  expect(notesOn([shown(kept, turned), shown(kept)], 2)).toEqual([kept.message]);
  expect(notesOn([shown(turned)], 1)).toEqual([]);
});

test('pictures that could not be paid for are counted', () => {
  expect(notesOn([shown(kept)], 3)).toEqual([kept.message, expect.stringContaining('1 of 3')]);
});

test('what is about to be drawn is said in words, and what is set twice once', () => {
  expect(
    understoodText(
      [
        { set: 'style', to: null },
        { set: 'style', to: '3d_render' },
        { set: 'background', to: 'beach_sunset' },
        { set: 'pose.yaw', to: -25 },
      ],
      1,
    ),
  ).toBe(
    'I make a picture with style: 3-D render, background: Beach at sunset, turn of the head: 25 degrees to the left.',
  );
});
