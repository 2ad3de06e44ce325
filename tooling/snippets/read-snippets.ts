import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One fenced block of TypeScript or JavaScript in a page. */
export interface Snippet {
  /** Path of the page from the root of the repository. */
  readonly page: string;
  /** Line of the page that the code begins on, from 1. */
  readonly line: number;
  readonly language: 'ts' | 'js';
  readonly code: string;
  /** What the code takes for granted, from a comment that readers of the page do not see. */
  readonly given: string;
}

const BLOCK = /(?:^<!-- given\n(?<given>[\s\S]*?)-->\n\n?)?^```(?<language>ts|js)\n(?<code>[\s\S]*?)^```$/gm;

/**
 * Every block ```ts and ```js of a page. A comment `<!-- given ... -->` right before a block declares what its reader has
 * and the compiler has not, such as the names of an invented library.
 */
export function readSnippets(page: string, text: string): Snippet[] {
  return [...text.matchAll(BLOCK)].map((match) => {
    const { given = '', language, code } = match.groups as Record<string, string | undefined>;
    const before = text.slice(0, match.index + match[0].indexOf('```'));
    return { page, line: before.split('\n').length + 1, language, code, given } as Snippet;
  });
}

/** The pages that users read: those of the root, of `docs`, and the README of each package, app and example. */
export function pagesOf(root: string): string[] {
  const inFolder = (folder: string) =>
    readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name));
  const readmes = ['packages', 'apps', 'examples'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'README.md')),
  );
  return [...inFolder('.'), ...inFolder('docs'), ...readmes.filter((page) => existsSync(join(root, page)))];
}

export const snippetsOf = (root: string): Snippet[] =>
  pagesOf(root).flatMap((page) => readSnippets(page, readFileSync(join(root, page), 'utf8')));

/** Where a snippet would stand as a file: beside its page, so that it resolves what the package's own files resolve. */
export const snippetFile = (root: string, { page, line, language }: Snippet): string =>
  join(root, dirname(page), `snippet-at-line-${line}.${language}`);
