/**
 * Six people as 3-D files on every line of Node.js that the packages are for: their bytes have to be equal. Engines of other
 * versions may give other last digits of sines and powers, which the writer has to round away.
 * Run: `npm run check:glb-bytes`
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LINES, nodeOfLine } from '../tooling/check-install/node-versions.js';

const folder = mkdtempSync(join(tmpdir(), 'avatar-glb-'));
const script = join(import.meta.dirname, 'glb-view/hashes.ts');
const answers = new Map<string, string>();
try {
  for (const line of LINES) {
    const node = nodeOfLine(line, folder);
    if (!node) throw new Error(`npm has no Node.js ${line} for this machine`);
    answers.set(
      node.version,
      execFileSync(node.path, ['--import', 'tsx', script], { encoding: 'utf8' }).trim(),
    );
    console.log(`Node.js ${node.version}\n${answers.get(node.version)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (new Set(answers.values()).size > 1) throw new Error('The bytes depend on the version of Node.js');
console.log(`Equal bytes on ${[...answers.keys()].join(', ')}`);
