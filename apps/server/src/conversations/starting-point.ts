import type { CharacterSpec } from '@avatar/character';
import type { Edit, Reading, Recipe } from '@avatar/conversation';
import { backgroundByToken } from '@avatar/styles';
import { ApiError } from '../errors/index.js';
import type { KeptConversation } from './stored-state.js';

/** What a message is about, beyond what was spoken of before. */
export interface StartingPoint {
  /** Of several pictures that were shown last, from 1. */
  readonly picture?: number | undefined;
  /** Somebody who is known already. */
  readonly character?: CharacterSpec | undefined;
}

/** The conversation about one of the pictures that were shown last. @throws ApiError `invalid-request` without that picture */
export function aboutPicture(kept: KeptConversation, picture: number | undefined): KeptConversation {
  if (picture === undefined) return kept;
  const chosen = kept.shown.at(picture - 1);
  if (chosen === undefined) {
    const detail = `There is no picture ${picture} among those that were shown last`;
    throw new ApiError('invalid-request', detail, { errors: [{ pointer: '/picture', detail }] });
  }
  const { snapshot, ...shown } = chosen;
  const now = snapshot ?? kept.state.now;
  return { ...kept, state: { now, past: kept.state.past }, shown: [shown] };
}

/** Whoever was spoken of before, the next picture is of this person. */
export function personEdits(character: CharacterSpec | undefined, recipe: Recipe): readonly Edit[] {
  if (character === undefined) return [];
  const { background } = recipe;
  const isPhotoGround = background !== undefined && backgroundByToken(background).kind === 'photo';
  return [
    { set: 'subject', to: 'character' },
    { set: 'style', to: null },
    ...(isPhotoGround ? [{ set: 'background', to: null } as const] : []),
    { person: character },
  ];
}

/** What was understood, with the edits that go before it. */
export function withEdits(reading: Reading, before: readonly Edit[]): Reading {
  if (before.length === 0) return reading;
  if (reading.kind === 'change' || reading.kind === 'choose')
    return { ...reading, edits: [...before, ...reading.edits] };
  if (reading.kind === 'ask') return { ...reading, remember: [...before, ...(reading.remember ?? [])] };
  return reading;
}
