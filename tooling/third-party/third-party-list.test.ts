import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { thirdPartyList, type LockedPackages } from './third-party-list.js';

test('names what production installs, once, by licence', () => {
  const list = thirdPartyList({
    '': { version: '0.0.0' },
    'packages/load': { version: '0.0.0' },
    'node_modules/@avatar/load': { link: true },
    'node_modules/a': { version: '1.0.0', license: 'MIT' },
    'node_modules/b/node_modules/a': { version: '1.0.0', license: 'MIT' },
    'node_modules/b': { version: '2.0.0' },
    'node_modules/tool': { version: '3.0.0', license: 'MIT', dev: true },
  });
  expect(list.match(/a 1\.0\.0/g)).toHaveLength(1);
  expect(list).toContain('## MIT\n\na 1.0.0\n');
  expect(list).toContain('## not stated\n\nb 2.0.0\n');
  expect(list).not.toContain('tool');
});

test('the list in the repository is that of the lock file', () => {
  const root = new URL('../../', import.meta.url);
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
    packages: LockedPackages;
  };
  const kept = readFileSync(new URL('THIRD-PARTY.md', root), 'utf8');
  expect(kept, 'run: npm run build:third-party').toBe(thirdPartyList(packages));
});
