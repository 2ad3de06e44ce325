import { readFileSync } from 'node:fs';

/** A sentence with what a person reads in it. */
export interface Sentence {
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly stated: readonly Statement[];
  /** Paths that may or may not be set. */
  readonly free: readonly string[];
  /** Words that have to be named as unsupported. */
  readonly unsupported: readonly string[];
}

/** What stands at a path. */
export interface Statement {
  readonly path: string;
  /**
   * `a|b` one of these, `!` nothing, `*` anything, `>0.6 <0.9` bounds of a number, `#rrggbb` a colour near it,
   * `a, b` exactly these of a list.
   */
  readonly expected: string;
}

/**
 * Reads sentences and what they say: a line with the sentence, then lines that are indented by two spaces.
 *
 *     A bald man with a beanie        the sentence
 *       @ age=Senior; pose=close_up   attribute fields
 *       hair.style bald               stated: a path and its value
 *       ? hair.volume                 may be set or not
 *       unsupported beanie            has to be told of as unsupported
 *
 * Lines that begin with `# ` are comments.
 */
export function readSentences(path: string): Sentence[] {
  const blocks: { text: string; lines: string[] }[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('# ')) continue;
    if (line.startsWith('  ')) blocks.at(-1)?.lines.push(line.trim());
    else blocks.push({ text: line, lines: [] });
  }
  return blocks.map(({ text, lines }) => sentenceOf(text, lines));
}

function sentenceOf(text: string, lines: readonly string[]): Sentence {
  const after = (mark: string) =>
    lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(mark.length + 1));
  const fields = after('@').flatMap((line) => line.split(';').map((field) => field.trim().split('=')));
  return {
    text,
    attributes: Object.fromEntries(fields) as Record<string, string>,
    stated: lines
      .filter((line) => !/^(?:@|\?|unsupported) /.test(line))
      .map((line) => {
        const space = line.indexOf(' ');
        return { path: line.slice(0, space), expected: line.slice(space + 1) };
      }),
    free: after('?'),
    unsupported: after('unsupported'),
  };
}
