import { describe, expect, test } from 'vitest';
import { readMessage } from '../read-message.js';
import { faceOfPhoto } from './photo-face.js';
import type { Recipe } from './recipe.js';
import { applyEdits, type ConversationState } from './state.js';

const photo = (recipe: Partial<Recipe> = {}): ConversationState => ({
  now: { recipe: { subject: 'photo', style: 'corporate_headshot', mode: 'max', seed: 0, ...recipe } },
  past: [],
});

/** What a message changes of the face in the next picture. */
function faceAfter(message: string, state = photo()) {
  const reading = readMessage(message, state);
  if (reading.kind !== 'change') throw new Error(`${message}: ${reading.kind}`);
  return faceOfPhoto(applyEdits(state.now, reading.edits).recipe);
}

describe('a photo follows', () => {
  test.each([
    ['a slight smile', { smile: 0.35 }],
    ['warmer light, a slight smile', { smile: 0.35 }],
    ['smile a bit', { smile: 0.35 }],
    ['add a smile', { smile: 0.5 }],
    ['turn the head a little to the left', { yawDeg: -5 }],
    ['look a bit to the right', { yawDeg: 5 }],
    ['smile a little and turn my head slightly to the right', { smile: 0.35, yawDeg: 5 }],
  ])('%s', (message, face) => {
    expect(faceAfter(message)).toEqual(face);
  });

  test('its way back', () => {
    const state = photo({ expression: 'smile', pose: { yaw: -5 } });
    expect(faceAfter('not smiling', state)).toEqual({ yawDeg: -5 });
    expect(faceAfter('look at the camera', state)).toEqual({ smile: 0.5 });
    expect(faceAfter('turn a little to the right', state)).toEqual({ smile: 0.5, yawDeg: 5 });
    expect(faceAfter('warmer light', state)).toEqual({ smile: 0.5, yawDeg: -5 });
  });
});

describe('a photo does not follow', () => {
  test.each(['laugh', 'in a 3/4 view', 'look to the left', 'make me look surprised', 'a smile, and wave'])(
    '%s, and the character is offered',
    (message) => {
      const reading = readMessage(message, photo());
      expect(reading.kind).toBe('ask');
      if (reading.kind === 'ask') expect(reading.pending.options[0].label).toContain('character');
    },
  );

  test('a second turn beyond the first', () => {
    const reading = readMessage('turn the head a little to the left', photo({ pose: { yaw: -5 } }));
    expect(reading.kind).toBe('ask');
  });

  test('more of a smile than closed lips have, and says so', () => {
    const reading = readMessage('give me a big smile', photo());
    expect(reading).toMatchObject({
      kind: 'change',
      edits: [{ set: 'expression', to: 'smile' }],
      unmet: [{ words: 'big smile' }],
    });
  });

  test('a laugh beside what it can do, and says so', () => {
    const reading = readMessage('laughing, in warm light', photo());
    expect(reading).toMatchObject({
      kind: 'change',
      edits: [{ set: 'light', to: 'warm' }],
      unmet: [{ words: 'laughing' }],
    });
  });

  test('the mood of a style', () => {
    expect(faceAfter('a professional headshot, confident expression', photo({ style: 'cartoon' }))).toEqual(
      {},
    );
  });
});

test('who keeps the photo for a wave still gets the smile', () => {
  const state = photo();
  const reading = readMessage('a slight smile, and wave', state);
  if (reading.kind !== 'ask') throw new Error(reading.kind);
  const [drawn, kept] = reading.pending.options;
  expect(applyEdits(state.now, drawn.edits).recipe).toMatchObject({
    expression: 'slight_smile',
    pose: { gesture: 'wave' },
  });
  expect(faceOfPhoto(applyEdits(state.now, kept.edits).recipe)).toEqual({ smile: 0.35 });
});

test('a photo that takes the place of a character does not make its face', () => {
  const { now } = photo({ subject: 'character', expression: 'smile', pose: { yaw: 4 } });
  expect(faceOfPhoto(applyEdits(now, [{ set: 'subject', to: 'photo' }]).recipe)).toEqual({});
});

test('what is for characters alone is no face of a photo', () => {
  expect(faceOfPhoto({ mode: 'max', seed: 0, expression: 'laugh', pose: { yaw: 30 } })).toEqual({});
});
