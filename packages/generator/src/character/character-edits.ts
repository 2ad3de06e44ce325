import { applyEdits } from '@avatar/character';
import { defineStage, type Stage } from '@avatar/stage';
import type { AvatarRequest } from '../avatar-request.js';

/** What the caller wishes of a measured person: pose, clothes, expression. Reads `character`, writes `character`. */
export const characterEdits = ({ edits }: Pick<AvatarRequest, 'edits'>): Stage<'character', 'character'> =>
  defineStage({
    name: 'character-edits',
    reads: ['character'],
    writes: ['character'],
    run: ({ character }) => Promise.resolve({ character: applyEdits(character, edits).spec }),
  });
