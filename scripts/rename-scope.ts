/**
 * Gives all packages another scope, for a fork or where `@avatar` on npm belongs to somebody else.
 *
 *   npm run rename-scope -- @your-scope
 *
 * Changes the files that git knows, and only where a package is named; run `npm install` behind it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renamedScope, SCOPE } from '../tooling/rename-scope/rename-scope.js';

const scope = process.argv[2] ?? '';
if (!SCOPE.test(scope)) {
  console.error('Name the new scope as npm writes it: npm run rename-scope -- @your-scope');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
let changed = 0;
for (const file of files.filter(Boolean)) {
  const bytes = readFileSync(join(root, file));
  // Pictures and models have zero bytes, text has none.
  if (bytes.includes(0)) continue;
  const text = bytes.toString('utf8');
  const renamed = renamedScope(text, scope);
  if (renamed === text) continue;
  writeFileSync(join(root, file), renamed);
  changed += 1;
}
console.log(`${changed} files name ${scope} now. Run "npm install", then ".ci/run".`);
