import { MAX_BRIEF_LENGTH } from '@avatar/character-brief';
import { AvatarError } from '@avatar/stage';
import { z } from 'zod';
import { checkEdits, type Edit } from '../recipe/edits.js';

const interpretationSchema = z.strictObject({
  edits: z.array(z.unknown()),
  english: z.string().max(MAX_BRIEF_LENGTH).optional(),
});

/** @throws AvatarError `invalid-options` with the reason `not-edits` for anything but edits and their English */
export function checkInterpretation(given: unknown): {
  readonly edits: readonly Edit[];
  readonly english: string | undefined;
} {
  const parsed = interpretationSchema.safeParse(given);
  if (!parsed.success)
    throw new AvatarError('invalid-options', 'Expected { edits, english } of an interpreter', {
      reason: 'not-edits',
    });
  return { edits: checkEdits(parsed.data.edits), english: parsed.data.english };
}
