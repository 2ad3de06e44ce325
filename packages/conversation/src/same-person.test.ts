import { editsFrom, fillCharacter, type CharacterSpec } from '@avatar/character';
import { expect, test } from 'vitest';
import { readMessage } from './read-message.js';
import { advanced, applyEdits, EMPTY_STATE, type ConversationState } from './recipe/state.js';

/** Ten wishes, and all of the person that each of them may change. */
const TURNS: readonly (readonly [message: string, changed: readonly string[]])[] = [
  ['warmer light and a beach behind her', []],
  ['a bit longer hair', ['hair.style']],
  ['no glasses please', ['glasses.style', 'glasses.hex']],
  ['for linkedin, in anime', []],
  ['a navy blazer instead of the jumper', ['clothing']],
  ['eyes a tad bigger', ['eyes.size']],
  ['she should smile more', []],
  ['turn a little to the left and cross your arms', []],
  ['add freckles', ['accessories']],
  ['a bit friendlier', []],
];

const fields = (spec: CharacterSpec) =>
  new Map(editsFrom(fillCharacter(spec)).map((edit) => [edit.path as string, JSON.stringify(edit)]));

test('over ten turns the person stays, but for what was asked', () => {
  let state: ConversationState = EMPTY_STATE;
  const say = (message: string) => {
    const reading = readMessage(message, state);
    if (reading.kind === 'change')
      state = advanced(state, applyEdits(state.now, reading.edits), state.now.recipe.subject !== undefined);
    return reading.kind;
  };
  say('a woman in her forties with a red bob, round glasses and a green jumper');
  state = { ...state, now: { ...state.now, character: { ...state.now.character, seed: 7 } } };
  for (const [message, allowed] of TURNS) {
    const before = fields(state.now.character ?? {});
    const kind = say(message);
    const after = fields(state.now.character ?? {});
    const changed = [...after].filter(([path, value]) => before.get(path) !== value).map(([path]) => path);
    const others = changed.filter(
      (path) => !allowed.some((one) => path === one || path.startsWith(`${one}.`)),
    );
    expect(others, `${message} (${kind})`).toEqual([]);
    if (allowed.length > 0) expect(changed.length, message).toBeGreaterThan(0);
  }
  expect(state.now.character?.seed).toBe(7);
});
