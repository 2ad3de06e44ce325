import { describe, expect, test } from 'vitest';
import { MAX_MESSAGE_LENGTH, readMessage } from './read-message.js';
import { EMPTY_STATE } from './recipe/state.js';

describe('words that are written out make no message too long', () => {
  test.each(['u ', '& ', 'a hat, make it red ', 'add 20 years, i am 68 ', 'soft green '])('%s', (words) => {
    const message = words.repeat(MAX_MESSAGE_LENGTH / words.length);
    expect(readMessage(message, EMPTY_STATE, { photos: 1 }).kind).toBeDefined();
    expect(readMessage(message, EMPTY_STATE).kind).toBeDefined();
  });
});
