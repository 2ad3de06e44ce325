import { readFileSync } from 'node:fs';
import { applyEdits as editCharacter, type CharacterSpec } from '@avatar/character';
import { readBrief } from '@avatar/character-brief';
import type { Reading } from './reading.js';
import { readMessage } from './read-message.js';
import { advanced, applyEdits, EMPTY_STATE, redone, undone, type ConversationState } from './recipe/state.js';

/**
 * Messages with what is to come of them. A block begins with `@` and who is there: `nothing`, `photo`, `photo sent` (with
 * the first message), `photos sent` (two of them) or `character`. A line with `>` is a message. Below it stands all
 * that it changes: `path value|value`, a value being `*` for any, `null` for none, `<n` or `>n`; `?` before a path that may change and
 * need not. Or: `ask` with a word of question or options, `answer`, `cannot` with a word of what is not done, `undo`,
 * `redo`, `reset`, `refused`, `count n`, `choose n` of several pictures from 1.
 */
interface Turn {
  readonly message: string;
  readonly expected: readonly string[];
}
export interface Block {
  readonly who: string;
  readonly turns: readonly Turn[];
}

export function readSentences(file: string): readonly Block[] {
  const text = readFileSync(new URL(`../sentences/${file}`, import.meta.url), 'utf8');
  const blocks: { who: string; turns: { message: string; expected: string[] }[] }[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('@ ')) blocks.push({ who: line.slice(2).trim(), turns: [] });
    else if (line.startsWith('> ')) blocks.at(-1)?.turns.push({ message: line.slice(2), expected: [] });
    else if (line.startsWith('  ')) blocks.at(-1)?.turns.at(-1)?.expected.push(line.trim());
  }
  return blocks;
}

const MAN: CharacterSpec = {
  ...readBrief('a man in his forties with short brown hair, glasses and a grey jacket, smiling').spec,
  seed: 5,
};

function beginning(who: string): ConversationState {
  const { now } = EMPTY_STATE;
  if (who === 'photo')
    return { now: { recipe: { ...now.recipe, subject: 'photo', style: 'corporate_headshot' } }, past: [] };
  if (who === 'character')
    return {
      now: { recipe: { ...now.recipe, subject: 'character', look: 'toon3d' }, character: MAN },
      past: [],
    };
  return EMPTY_STATE;
}

export interface TurnResult {
  readonly message: string;
  /** All that was expected came. */
  readonly isDone: boolean;
  /** Something was done that nobody asked for. */
  readonly isOther: boolean;
  readonly problems: readonly string[];
}

export function play({ who, turns }: Block): readonly TurnResult[] {
  let state = beginning(who);
  let pictures = 1;
  return turns.map(({ message, expected }, at) => {
    const photos = at === 0 && who.endsWith('sent') ? (who.startsWith('photos') ? 2 : 1) : 0;
    const before = state;
    const reading = readMessage(message, state, { photos, pictures });
    pictures = reading.kind === 'change' ? reading.count : reading.kind === 'say' ? pictures : 1;
    state = after(state, reading, photos === 1);
    return judged(message, expected, reading, before, state);
  });
}

/** As a server keeps it: whoever is in a photo is spoken of from then on, also behind a question. */
function after(state: ConversationState, reading: Reading, isPhotoSent: boolean): ConversationState {
  const { now, past, ahead } = state;
  const wasDrawn = now.recipe.subject !== undefined;
  if (reading.kind === 'change') return advanced(state, applyEdits(now, reading.edits), wasDrawn);
  if (reading.kind === 'choose') return advanced(state, applyEdits(now, reading.edits), wasDrawn);
  if (reading.kind === 'undo') return undone(state, reading.steps) ?? state;
  if (reading.kind === 'redo') return redone(state) ?? state;
  const spokenOf = isPhotoSent ? applyEdits(now, [{ set: 'subject', to: 'photo' }]) : now;
  if (reading.kind === 'ask')
    return { now: applyEdits(spokenOf, reading.remember ?? []), past, pending: reading.pending };
  return { now: spokenOf, past, ...(ahead && { ahead }) };
}

function judged(
  message: string,
  expected: readonly string[],
  reading: Reading,
  before: ConversationState,
  now: ConversationState,
): TurnResult {
  const changes =
    reading.kind === 'change' || reading.kind === 'choose'
      ? changesOf(before, now)
      : new Map<string, unknown>();
  const problems: string[] = [];
  const allowed = new Set(['subject']);
  for (const line of expected) {
    const optional = /^\? (\S+)/.exec(line);
    if (optional) {
      allowed.add(optional[1]);
      continue;
    }
    const [key, ...rest] = line.split(' ');
    const wanted = rest.join(' ');
    if (!isMet(key, wanted, reading, changes, now)) problems.push(`missing: ${line}`);
    allowed.add(key);
  }
  const others = [...changes.keys()].filter((path) => !allowed.has(path));
  const wantsChange = expected.some(
    (line) => !/^(?:ask|answer|cannot|undo|redo|reset|refused|choose)(?: |$)/.test(line),
  );
  const isDeed = reading.kind === 'change' || ['undo', 'redo', 'reset', 'choose'].includes(reading.kind);
  const isWrongDeed =
    isDeed && !wantsChange && !expected.some((line) => line.startsWith(reading.kind)) && changes.size > 0;
  if (others.length > 0)
    problems.push(
      `other: ${others.map((path) => `${path}=${JSON.stringify(changes.get(path))}`).join(', ')}`,
    );
  if (problems.length > 0) problems.push(`was: ${JSON.stringify(reading).slice(0, 300)}`);
  return {
    message,
    isDone: !problems.some((problem) => problem.startsWith('missing')),
    isOther: others.length > 0 || isWrongDeed,
    problems,
  };
}

function isMet(
  key: string,
  wanted: string,
  reading: Reading,
  changes: ReadonlyMap<string, unknown>,
  now: ConversationState,
): boolean {
  const has = (value: unknown) => JSON.stringify(value).toLowerCase().includes(wanted.toLowerCase());
  switch (key) {
    case 'ask':
      return reading.kind === 'ask' && has(reading.pending);
    case 'answer':
      return reading.kind === 'say' && has(reading.text);
    case 'cannot':
      return 'unmet' in reading && has(reading.unmet);
    case 'refused':
      return reading.kind === 'refuse';
    case 'choose':
      return reading.kind === 'choose' && reading.at + 1 === Number(wanted);
    case 'undo':
    case 'redo':
    case 'reset':
      return reading.kind === key;
    case 'count':
      return reading.kind === 'change' && reading.count === Number(wanted);
    case 'seed':
      return reading.kind === 'change';
  }
  // What is as wished already need not change.
  const value = changes.has(key) ? changes.get(key) : flat(now).get(key);
  const isTold = reading.kind === 'say' && /(?:It|rest) is so already|as far as it goes/.test(reading.text);
  return (reading.kind === 'change' || reading.kind === 'choose' || isTold) && fits(value, wanted);
}

function fits(value: unknown, wanted: string): boolean {
  if (value === undefined || value === null) return wanted === 'null';
  if (wanted === '*') return true;
  if (wanted.startsWith('<')) return Number(value) < Number(wanted.slice(1));
  if (wanted.startsWith('>')) return Number(value) > Number(wanted.slice(1));
  return wanted.split('|').includes(typeof value === 'string' ? value : JSON.stringify(value));
}

function changesOf(before: ConversationState, now: ConversationState): Map<string, unknown> {
  const [old, fresh] = [flat(before), flat(now)];
  const changes = new Map<string, unknown>();
  for (const path of new Set([...old.keys(), ...fresh.keys()]))
    if (JSON.stringify(old.get(path)) !== JSON.stringify(fresh.get(path)))
      changes.set(path, fresh.get(path) ?? null);
  return changes;
}

function flat({ now: { recipe, character } }: ConversationState): Map<string, unknown> {
  const { pose, ...rest } = recipe;
  const values = new Map<string, unknown>(Object.entries({ intensity: 1, ...rest }));
  for (const [name, value] of Object.entries(pose ?? {})) values.set(`pose.${name}`, value);
  const spec: Readonly<Record<string, unknown>> = { ...editCharacter(character ?? {}, []).spec };
  for (const [name, value] of Object.entries(spec))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [field, inner] of Object.entries(value) as [string, unknown][])
        values.set(`character.${name}.${field}`, inner);
    else values.set(`character.${name}`, value);
  return values;
}
