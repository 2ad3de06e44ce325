import { AvatarError } from '@avatar/stage';
import { editDistance } from './edit-distance.js';

interface Named {
  readonly token: string;
  /** Other names that a request may use. */
  readonly aliases?: readonly string[];
}

/** Tokens further than this from every known one get no suggestion. */
const MAX_TYPING_MISTAKES = 3;

const namesOf = (entry: Named): readonly string[] => [entry.token, ...(entry.aliases ?? [])];

/**
 * The entry with that token or alias, else an `invalid-options` error that lists the known tokens and the nearest.
 * @param forms what the caller of this function accepts besides tokens, such as `#rrggbb`
 */
export function findByToken<T extends Named>(
  option: string,
  entries: readonly T[],
  token: string,
  forms: readonly string[] = [],
): T {
  const found = entries.find((entry) => namesOf(entry).includes(token));
  if (found) return found;
  const known = [...entries.map((entry) => entry.token), ...forms].join(', ');
  const nearest = nearestToken(entries, token);
  const suggestion = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
  throw new AvatarError('invalid-options', `Unknown ${option}; known are ${known}${suggestion}`, {
    facts: { option, known, ...(nearest === undefined ? {} : { nearest }) },
  });
}

function nearestToken(entries: readonly Named[], token: string): string | undefined {
  let nearest: string | undefined;
  let least = MAX_TYPING_MISTAKES + 1;
  for (const entry of entries)
    for (const name of namesOf(entry)) {
      const distance = editDistance(token.toLowerCase(), name);
      if (distance < least && distance < name.length) {
        least = distance;
        nearest = entry.token;
      }
    }
  return nearest;
}
