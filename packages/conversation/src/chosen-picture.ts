/** Behind several pictures: which of them is spoken of. */
const ORDINALS = ['first|1st|one|1', 'second|2nd|two|2', 'third|3rd|three|3', 'fourth|4th|four|4'];
const NOUN = 'one|picture|version|variation|variant|avatar|option|image';
const LIKING =
  "(?:(?:i|i'd|i'll|we|let's|let us|please|ok|okay|yes|hm+|oh|and|think|really|definitely|like|love|prefer|want|take|choose|pick|keep|use|go|going|with|for|would|rather|is|was|make|my|favou?rite|give me|the best is|best)[\\s,]+)*";
const BETTER =
  '(?:[\\s,]+(?:is|was|looks?|please|best|better|the|most|nice|nicest|great|good|perfect|more|a lot|much|works|for me|it is|wins|thanks|of (?:them|those|these)|again))*';
const REST = '(?:[\\s,.!]*$|[\\s,.]+(?:but|and|only|just|with|in|now)(?![\\p{L}]))';

const which = (names: string): string =>
  `(?:(?:the )?(?:${names})(?<![\\p{L}\\d](?:one|two|three|four|[1-4])) (?:${NOUN})|(?:the )(?:${names})(?<![\\d](?:[1-4]))|(?:number|no|nr|#|picture|option|variation|version) ?(?:${names}))`;
const PATTERNS = ORDINALS.map(
  (names) => new RegExp(`^${LIKING}${which(names)}${BETTER}(?<rest>${REST})`, 'u'),
);
const BARE = ORDINALS.map((names) => new RegExp(`^(?:${names})[\\s.!]*(?:please)?[\\s.!]*$`, 'u'));
const LAST = new RegExp(`^${LIKING}(?:the )?last (?:${NOUN})${BETTER}(?<rest>${REST})`, 'u');

/** @param text in plain signs; @returns which picture, from 0, and what was said beyond it */
export function chosenPicture(
  text: string,
  pictures: number,
): { readonly at: number; readonly rest: string } | undefined {
  if (pictures < 2) return undefined;
  const words = text.trim();
  const bare = BARE.findIndex((pattern) => pattern.test(words));
  if (bare >= 0 && bare < pictures) return { at: bare, rest: '' };
  for (const [at, pattern] of [...PATTERNS.entries(), [pictures - 1, LAST] as const]) {
    const match = pattern.exec(words);
    if (match !== null && at < pictures) {
      const begin = match.index + match[0].length - (match.groups?.rest.length ?? 0);
      return { at, rest: words.slice(begin).replace(/^[\s,.!]*(?:(?:but|and|only|just)[\s,]+)*/u, '') };
    }
  }
  return undefined;
}
