import { expect, test } from 'vitest';
import { renamedScope, SCOPE } from './rename-scope.js';

test('packages get the new scope wherever they are named', () => {
  const text = `import { load } from '@avatar/load';
find: /^@avatar\\/([^/]+)$/
"node_modules/@avatar/face-align": { "link": true }
npx -y @avatar/cli generate me.jpg`;
  expect(renamedScope(text, '@else.where')).toBe(`import { load } from '@else.where/load';
find: /^@else.where\\/([^/]+)$/
"node_modules/@else.where/face-align": { "link": true }
npx -y @else.where/cli generate me.jpg`);
});

test('what is not a package keeps its name', () => {
  for (const text of [
    `'xmp:CreatorTool="@avatar"'`,
    'AVATAR_MODELS_DIR',
    'me@avatar/x',
    'avatar-toolkit/avatar',
  ])
    expect(renamedScope(text, '@other')).toBe(text);
});

test('a scope has an at sign and small letters', () => {
  for (const scope of ['@other', '@my-team', '@a.b_c']) expect(scope).toMatch(SCOPE);
  for (const scope of ['other', '@', '@Other', '@a/b', '@a b', '']) expect(scope).not.toMatch(SCOPE);
});
