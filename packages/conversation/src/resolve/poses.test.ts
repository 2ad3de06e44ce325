import type { PoseSpec } from '@avatar/character';
import { expect, test } from 'vitest';
import { readMessage } from '../read-message.js';
import { applyEdits, type ConversationState } from '../recipe/state.js';

const of = (pose: PoseSpec): ConversationState => ({
  now: {
    recipe: { subject: 'character', mode: 'max', seed: 3 },
    character: { hair: { style: 'bob' }, pose },
  },
  past: [],
});
const after = (message: string, state: ConversationState) => {
  const reading = readMessage(message, state);
  if (reading.kind !== 'change') throw new Error(reading.kind);
  return applyEdits(state.now, reading.edits).recipe.pose;
};

test('whoever is shown close up is shown to the waist for a gesture', () => {
  expect(after('waving', of({ framing: 'close_up' }))).toEqual({ gesture: 'wave', framing: 'half_body' });
  expect(after('waving', of({ framing: 'full_body' }))).toEqual({ gesture: 'wave' });
  expect(after('waving', of({}))).toEqual({ gesture: 'wave' });
  expect(after('waving, close up', of({}))).toEqual({ gesture: 'wave', framing: 'close_up' });
  expect(after('arms down', of({ framing: 'close_up' }))).toEqual({ gesture: 'none' });
});

test('so is whoever is measured from a photo for it', () => {
  const state: ConversationState = {
    now: { recipe: { subject: 'photo', mode: 'max', seed: 3 } },
    past: [],
  };
  const reading = readMessage('waving', state);
  if (reading.kind !== 'ask') throw new Error(reading.kind);
  expect(applyEdits(state.now, reading.pending.options[0].edits).recipe.pose).toEqual({
    gesture: 'wave',
    framing: 'half_body',
  });
});
