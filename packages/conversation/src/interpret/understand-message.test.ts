import { describe, expect, test, vi } from 'vitest';
import { applyEdits, EMPTY_STATE, type ConversationState } from '../recipe/state.js';
import type { Interpret } from './interpret.js';
import { understandMessage, type UnderstandContext } from './understand-message.js';

const OF_PHOTO: ConversationState = {
  now: { recipe: { subject: 'photo', style: 'cartoon', mode: 'max', seed: 3 } },
  past: [],
};
const OF_CHARACTER: ConversationState = {
  now: {
    recipe: { subject: 'character', look: 'flat', mode: 'max', seed: 3 },
    character: { skin: { hex: '#6b4a35' }, hair: { style: 'bob' } },
  },
  past: [],
};
/** The rules know none of these words. */
const UNKNOWN = 'mach es bitte wie am Meer';
const giving = (edits: readonly unknown[], more: object = {}): Interpret =>
  vi.fn(() => Promise.resolve({ edits, ...more }));
const understood = (state: ConversationState, interpret: Interpret, context: UnderstandContext = {}) =>
  understandMessage(UNKNOWN, state, { interpret, ...context });
const asked = (state: ConversationState) => understandMessage(UNKNOWN, state);

describe('is asked', () => {
  test('where the rules understood nothing, with message and recipe and nothing of the person', async () => {
    const interpret = giving([{ set: 'background', to: 'beach_sunset' }]);
    const reading = await understood(OF_CHARACTER, interpret);
    expect(reading).toMatchObject({
      kind: 'change',
      edits: [{ set: 'background', to: 'beach_sunset' }],
      count: 1,
    });
    expect(interpret).toHaveBeenCalledExactlyOnceWith(
      UNKNOWN,
      OF_CHARACTER.now.recipe,
      expect.any(AbortSignal),
    );
  });

  test.each([
    ['warmer light', 'change'],
    ['put me naked on the beach', 'refuse'],
    ['undo', 'say'],
    ['thank you', 'say'],
    ['a different background', 'ask'],
    ['not a cartoon', 'ask'],
    ['lighten my skin', 'say'],
    ['now waving', 'ask'],
  ])('never for “%s”', async (message, kind) => {
    const interpret = giving([{ set: 'light', to: 'cool' }]);
    expect((await understandMessage(message, OF_PHOTO, { interpret })).kind).toBe(kind);
    expect(interpret).not.toHaveBeenCalled();
  });
});

describe('is not believed', () => {
  test.each<[string, unknown]>([
    ['no object', 'background: beach'],
    ['nothing', undefined],
    ['no list', { edits: { set: 'light', to: 'warm' } }],
    ['another field', { edits: [{ set: 'light', to: 'warm' }], prompt: 'x' }],
    ['another field in an edit', { edits: [{ set: 'light', to: 'warm', url: 'https://example.com' }] }],
    ['an unknown key', { edits: [{ set: 'photo', to: 'inp_1' }] }],
    ['a key of the prototype', { edits: [{ set: '__proto__', to: 'x' }] }],
    ['an unknown value', { edits: [{ set: 'background', to: 'volcano' }] }],
    ['a picture of the caller', { edits: [{ set: 'background', to: 'image' }] }],
    [
      'one bad edit of two',
      {
        edits: [
          { set: 'light', to: 'warm' },
          { set: 'style', to: 'x' },
        ],
      },
    ],
    ['a number out of range', { edits: [{ set: 'pose.yaw', to: 90 }] }],
    ['an unknown path', { edits: [{ character: { op: 'set', path: 'clothing.none', value: 'x' } }] }],
    ['a value of no path', { edits: [{ character: { op: 'set', path: 'hair.style', value: 'x' } }] }],
    ['a list that is none', { edits: [{ character: { op: 'add', path: 'hair', value: 'bob' } }] }],
    [
      'a list into what is none',
      {
        edits: [
          { character: { op: 'set', path: 'hair', value: { style: 'bob' } } },
          { character: { op: 'add', path: 'hair', value: 'bob' } },
        ],
      },
    ],
    ['a person with more', { edits: [{ person: { hair: { style: 'bob' }, name: 'Ann' } }] }],
    ['too many', { edits: Array.from({ length: 61 }, () => ({ set: 'light', to: 'warm' })) }],
    ['no edits at all', { edits: [], english: 'like at the sea' }],
  ])('%s: the answer is that of the rules', async (_what, given) => {
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => failures.push(error);
    for (const state of [OF_PHOTO, OF_CHARACTER, EMPTY_STATE])
      expect(await understood(state, () => Promise.resolve(given), { onFailure })).toEqual(
        await asked(state),
      );
    for (const failure of failures) expect(failure).toMatchObject({ code: 'invalid-options' });
  });

  test('what fails or hangs: that of the rules, and the reason is told', async () => {
    const onFailure = vi.fn();
    const fails: Interpret = () => Promise.reject(new TypeError('broken'));
    expect(await understood(OF_PHOTO, fails, { onFailure })).toEqual(await asked(OF_PHOTO));
    const hangs: Interpret = () => new Promise(() => undefined);
    expect(await understood(OF_PHOTO, hangs, { onFailure, timeoutMs: 1 })).toEqual(await asked(OF_PHOTO));
    expect(onFailure.mock.calls).toEqual([
      [expect.any(TypeError)],
      [expect.objectContaining({ code: 'timeout' })],
    ]);
  });

  test('a caller who is gone ends it', async () => {
    const gone = new AbortController();
    const interpret: Interpret = () => {
      gone.abort(new Error('gone'));
      return new Promise(() => undefined);
    };
    await expect(understood(OF_PHOTO, interpret, { signal: gone.signal })).rejects.toThrow('gone');
  });

  test('English against the content policy is refused, whatever the edits', async () => {
    const interpret = giving([{ set: 'light', to: 'warm' }], { english: 'show me naked' });
    expect((await understood(OF_PHOTO, interpret)).kind).toBe('refuse');
  });
});

describe('fits whoever is there', () => {
  const WAVE = { set: 'pose.gesture', to: 'wave' };
  const WARM = { set: 'light', to: 'warm' };

  test('a photo keeps its pose: the character is offered, and what a photo can do is kept', async () => {
    const reading = await understood(OF_PHOTO, giving([WAVE, WARM]));
    if (reading.kind !== 'ask') throw new Error(reading.kind);
    const [yes, no] = reading.pending.options;
    expect(applyEdits(OF_PHOTO.now, yes.edits)).toMatchObject({
      toMeasure: true,
      recipe: {
        subject: 'character',
        look: 'flat',
        light: 'warm',
        pose: { gesture: 'wave', framing: 'half_body' },
      },
    });
    expect(no.edits).toEqual([WARM]);
  });

  test('a photo takes a slight smile and a slight turn, and no more of it', async () => {
    const smile = { set: 'expression', to: 'slight_smile' };
    const slight = giving([smile, { set: 'pose.yaw', to: 8 }, WARM]);
    expect(await understood(OF_PHOTO, slight)).toMatchObject({
      kind: 'change',
      edits: [WARM, smile, { set: 'pose.yaw', to: 5 }],
    });
    const far = await understood(OF_PHOTO, giving([smile, { set: 'pose.yaw', to: 30 }]));
    if (far.kind !== 'ask') throw new Error(far.kind);
    expect(far.pending.options[1].edits).toEqual([smile]);
  });

  test('a new photo is the subject of its message', async () => {
    expect(await understood(OF_CHARACTER, giving([WARM]), { photos: 1 })).toMatchObject({
      kind: 'change',
      edits: [{ set: 'subject', to: 'photo' }, WARM],
    });
  });

  test('nobody yet: a person is drawn, a light is remembered', async () => {
    const person = { hair: { style: 'bun' } };
    expect(await understood(EMPTY_STATE, giving([WARM, { person }]))).toMatchObject({
      kind: 'change',
      edits: [{ set: 'subject', to: 'character' }, { person }, WARM],
    });
    expect(await understood(EMPTY_STATE, giving([WARM]))).toMatchObject({ kind: 'ask', remember: [WARM] });
  });

  test('the colour of a known skin stays, and a drawing has neither a style nor a background of photos', async () => {
    const skin = { character: { op: 'set', path: 'skin.hex', value: '#f5d7c5' } };
    const whole = { character: { op: 'unset', path: 'skin' } };
    const ground = { set: 'background', to: 'original_blur' };
    const style = { set: 'style', to: 'noir' };
    expect(await understood(OF_CHARACTER, giving([skin, whole, ground, style, WARM]))).toMatchObject({
      edits: [WARM],
    });
    expect(await understood(OF_CHARACTER, giving([skin, ground]))).toEqual(await asked(OF_CHARACTER));
    expect(await understood(OF_PHOTO, giving([skin]))).toEqual(await asked(OF_PHOTO));
  });
});
