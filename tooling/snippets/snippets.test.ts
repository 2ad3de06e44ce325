import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { snippetProblems } from './compile-snippets.js';
import { readSnippets, snippetsOf } from './read-snippets.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 240_000;

describe('the snippets of README and docs', () => {
  const snippets = snippetsOf(root);

  test('compile as they stand', { timeout: PATIENCE_MS }, () => {
    expect(snippets.length).toBeGreaterThan(40);
    expect(snippetProblems(root, snippets)).toEqual([]);
  });

  test('run in plain JavaScript on the oldest Node that is supported', () => {
    const younger = snippets.filter(({ code }) => /\busing \w+ =/.test(code));
    expect(younger.map(({ page, line }) => `${page}:${line}: "using" needs Node 24; call close()`)).toEqual(
      [],
    );
  });
});

describe('a page with faults', () => {
  const page = [
    '# it',
    '',
    '```ts',
    "import { load } from '@avatar/load';",
    '',
    "load({ minSidePx: '200' });",
    '```',
    '',
    '<!-- given',
    'declare const bytes: Uint8Array;',
    '-->',
    '',
    '```ts',
    'const count: string = bytes.length;',
    '```',
    '',
    '```js',
    'const broken = ;',
    '```',
    '```sh',
    'not code',
    '```',
  ].join('\n');

  test('has each of them told with its line', { timeout: PATIENCE_MS }, () => {
    expect(snippetProblems(root, readSnippets('docs/page.md', page))).toEqual([
      expect.stringMatching(/^docs\/page\.md:6: Type 'string' is not assignable to type 'number/),
      "docs/page.md:14: Type 'number' is not assignable to type 'string'.",
      'docs/page.md:18: Expression expected.',
    ]);
  });
});
