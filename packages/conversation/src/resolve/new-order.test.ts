import { expect, test } from 'vitest';
import { readMessage } from '../read-message.js';
import { applyEdits, type ConversationState } from '../recipe/state.js';

const STATE: ConversationState = {
  now: {
    recipe: {
      subject: 'photo',
      style: 'fantasy_knight',
      background: 'castle_dusk',
      light: 'dramatic',
      platform: 'discord',
      mode: 'eco',
      seed: 3,
    },
  },
  past: [],
};
const after = (message: string, state = STATE) => {
  const reading = readMessage(message, state, { photos: 1 });
  if (reading.kind !== 'change') throw new Error(reading.kind);
  return applyEdits(state.now, reading.edits).recipe;
};

test('a whole order with a new photo begins anew, but for mode and seed', () => {
  expect(after('Create an avatar from this photo with a beach behind me')).toEqual({
    subject: 'photo',
    background: 'beach_sunset',
    mode: 'eco',
    seed: 3,
  });
});

test.each(['now this photo please', 'make the same with this one', 'create it again with another photo'])(
  '“%s” goes on',
  (message) => {
    expect(after(message)).toMatchObject({ style: 'fantasy_knight', background: 'castle_dusk' });
  },
);

test('what was wished before there was anybody is kept', () => {
  const wished: ConversationState = {
    now: { recipe: { style: 'noir', light: 'warm', mode: 'max', seed: 0 } },
    past: [],
  };
  expect(after('make my avatar from this photo', wished)).toMatchObject({ style: 'noir', light: 'warm' });
});

test('and what is asked back begins anew too', () => {
  const reading = readMessage('Create a photo of me waving', STATE, { photos: 1 });
  if (reading.kind !== 'ask') throw new Error(reading.kind);
  const [yes] = reading.pending.options;
  expect(applyEdits(STATE.now, yes.edits).recipe).toEqual({
    subject: 'character',
    look: 'toon3d',
    pose: { gesture: 'wave', framing: 'half_body' },
    mode: 'eco',
    seed: 3,
  });
});
