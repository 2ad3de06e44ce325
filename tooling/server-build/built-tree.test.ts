import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuilt, markBuilt, partsOf } from './built-tree.mjs';

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const part = (folder: string, name: string, dependencies: Record<string, string> = {}) => {
  write(`${folder}/package.json`, JSON.stringify({ name, dependencies }));
  write(`${folder}/src/index.ts`, 'export {};');
  write(`${folder}/dist/index.js`, 'export {};');
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'avatar-built-'));
  part('apps/server', '@avatar/server', { '@avatar/a': '*', elsewhere: '*' });
  part('packages/a', '@avatar/a', { '@avatar/b': '*' });
  part('packages/b', '@avatar/b');
  part('packages/c', '@avatar/c');
});
afterEach(() => rmSync(root, { recursive: true }));

test('the server is made of what it needs, and of what that needs', () => {
  expect(partsOf(root)).toEqual(['apps/server', 'packages/a', 'packages/b']);
});

test('it is built until something of that changes', () => {
  expect(isBuilt(root)).toBe(false);
  markBuilt(root);
  expect(isBuilt(root)).toBe(true);
  write('packages/c/src/index.ts', 'export const c = 1;');
  write('packages/b/src/index.test.ts', 'a test');
  expect(isBuilt(root)).toBe(true);
  write('packages/b/src/index.ts', 'export const b = 1;');
  expect(isBuilt(root)).toBe(false);
});

test.each(['packages/b/src/more.ts', 'apps/server/page/src/main.ts', 'package-lock.json'])(
  'a new %s is a change',
  (path) => {
    markBuilt(root);
    write(path, 'x');
    expect(isBuilt(root)).toBe(false);
  },
);

test('a build that was removed is missed', () => {
  markBuilt(root);
  rmSync(join(root, 'packages/b/dist'), { recursive: true });
  expect(isBuilt(root)).toBe(false);
});
