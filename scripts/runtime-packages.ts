/**
 * Publishes the packages of ONNX Runtime whose version npm does not have yet; part of `npm run release`.
 *
 *   npx tsx scripts/runtime-packages.ts            (writes them into out/runtime-packages)
 *   npx tsx scripts/runtime-packages.ts --publish
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeRuntimePackages } from '../tooling/runtime-packages/write-runtime-packages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'out/runtime-packages');
rmSync(out, { recursive: true, force: true });

const npm = (args: readonly string[], cwd: string) =>
  spawnSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

for (const folder of writeRuntimePackages(root, out)) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  if (!process.argv.includes('--publish')) {
    console.log(`${name} ${version}: ${folder}`);
    continue;
  }
  if (npm(['view', `${name}@${version}`, 'version'], folder).stdout.trim() === version) {
    console.log(`${name} ${version} is published already`);
    continue;
  }
  if (npm(['publish'], folder).status !== 0) throw new Error(`${name} ${version} was not published`);
  console.log(`${name} ${version} was published`);
}
