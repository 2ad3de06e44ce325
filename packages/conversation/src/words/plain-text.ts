/** A text in plain signs, as long as it was, so that places in one are places in the other. */
export function plainText(text: string): string {
  return Array.from(text, (letter) => {
    const plain = SAME[letter] ?? letter.toLowerCase();
    return plain.length === letter.length ? plain : letter;
  }).join('');
}

const SAME: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': ',',
  '‑': '-',
  '\t': ' ',
};

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** The text with a sign that parts sentences where the spans were. */
export function blanked(text: string, spans: readonly Span[]): string {
  let result = text;
  for (const { start, end } of spans)
    result = result.slice(0, start) + ','.padEnd(end - start, ' ') + result.slice(end);
  return result;
}
