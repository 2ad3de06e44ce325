import { advanced, applyEdits, EMPTY_STATE, readMessage, type ConversationState } from '@avatar/conversation';
import { describe, expect, it } from 'vitest';
import { suggestionsFor, type Situation } from '../../page/src/talk/suggestions.js';

const afterSaying = (message: string, photos: number): ConversationState => {
  const reading = readMessage(message, EMPTY_STATE, { photos });
  if (reading.kind !== 'change') throw new Error(`${message} came to ${reading.kind}`);
  return advanced(EMPTY_STATE, applyEdits(EMPTY_STATE.now, reading.edits), true);
};
const NOTHING: Situation = { recipe: {}, hasPhoto: false, hasPerson: false, isDoubtful: false };
const isDoubtful = true;

describe('whatever is suggested is understood, and changes something', () => {
  it.each<[string, Partial<Situation>, ConversationState, number]>([
    ['nobody is there', {}, EMPTY_STATE, 0],
    ['a photo is attached', { hasPhoto: true }, EMPTY_STATE, 1],
    ['a photo was styled', {}, afterSaying('noir', 1), 0],
    ['a photo was styled with a doubt', { isDoubtful }, afterSaying('noir', 1), 0],
    ['a photo was styled in warm light', {}, afterSaying('anime for LinkedIn in warm light', 1), 0],
    ['somebody was drawn', {}, afterSaying('a bald man', 0), 0],
    ['somebody was drawn waving', {}, afterSaying('a bald man waving and laughing in warm light', 0), 0],
  ])('%s', (_when, given, state, photos) => {
    const { recipe } = state.now;
    const words = suggestionsFor({ ...NOTHING, ...given, recipe: { ...recipe } });
    expect(words.length).toBeGreaterThan(2);
    for (const suggestion of words) {
      const reading = readMessage(suggestion, state, { photos });
      expect([suggestion, reading.kind]).toEqual([suggestion, 'change']);
      if (reading.kind !== 'change') return;
      expect([suggestion, reading.unmet]).toEqual([suggestion, []]);
      const changed = JSON.stringify(applyEdits(state.now, reading.edits)) !== JSON.stringify(state.now);
      expect([suggestion, changed || reading.count > 1]).toEqual([suggestion, true]);
    }
  });
});
