import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { brokenLinks } from './check-links.js';

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'avatar-site-'));
  mkdirSync(join(site, 'guides'));
  writeFileSync(join(site, 'index.html'), '<h2 id="use&amp;it">Use</h2>');
});
afterEach(() => rmSync(site, { recursive: true }));
const guide = (html: string) => writeFileSync(join(site, 'guides/first.html'), html);

test('links to pages, to places in them and to other hosts are whole', () => {
  guide(
    '<a id="top" href="../index.html">1</a><a class="x" href="#top">2</a><a href="https://example.org/none">3</a><a href="first.html?q=1#top">4</a>',
  );
  expect(brokenLinks(site)).toEqual([]);
});

test('a missing page, picture or place, and a folder, are told with their page', () => {
  guide(
    '<a href="gone.html">1</a><img alt="" src="../a.png"><a href="../index.html#none">2</a><a href="..">3</a>',
  );
  expect(brokenLinks(site)).toEqual([
    'guides/first.html: gone.html',
    'guides/first.html: ../a.png',
    'guides/first.html: ../index.html#none',
    'guides/first.html: ..',
  ]);
});
