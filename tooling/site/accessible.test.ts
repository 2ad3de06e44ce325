import { expect, test } from 'vitest';
import { accessible } from './accessible.js';

test('content and sidebar are landmarks, and wide tables can be reached by keyboard', () => {
  const html = accessible('<div class="col-content"><table></table></div><div class="col-sidebar"></div>');
  expect(html).toContain('role="main"');
  expect(html).toContain('role="complementary" aria-label=');
  expect(html).toContain('<div class="wide" tabindex="0"><table></table></div>');
});

test('what folds has no links in it, other headings keep theirs', () => {
  const link = '<a href="#it" class="tsd-anchor-icon"><svg></svg></a>';
  const html = accessible(`<summary><h1>It${link}</h1></summary><h2>That${link}</h2>`);
  expect(html).toBe(`<summary><h1>It</h1></summary><h2>That${link}</h2>`);
});

test('a heading that skips levels is told one below the last', () => {
  expect(accessible('<h1>A</h1><h4>B</h4><h3>C</h3><header></header>')).toBe(
    '<h1>A</h1><h4 aria-level="2">B</h4><h3>C</h3><header></header>',
  );
});
