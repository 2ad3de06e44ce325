import { AvatarError } from '@avatar/stage';
import { editDistance } from './edit-distance.js';

interface Named {
  readonly token: string;
  /** Other names that a request may use. */
  readonly aliases?: readonly string[];
}

/** Tokens further than this from every known one get no suggestion. */
const MAX_TYPING_MISTAKES = 3;
const LONGEST_NAME = 100;

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
  const nearest = nearestName(entries.flatMap(namesOf), token);
  return entries.find((entry) => nearest !== undefined && namesOf(entry).includes(nearest))?.token;
}

/** The known name that a mistyped one most likely means, if any is near. */
export function nearestName(names: readonly string[], mistyped: string): string | undefined {
  // A name is at most as far away as it is long; a longer text cannot be near, and would take long to compare.
  const wanted = mistyped.toLowerCase().slice(0, LONGEST_NAME);
  let nearest: string | undefined;
  let least = MAX_TYPING_MISTAKES + 1;
  for (const name of names) {
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance < least && distance < name.length) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}
