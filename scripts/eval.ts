/**
 * Runs the evaluations of faces, gate, likeness, style checks, safety and file formats over a folder of labelled
 * photos, and fails when one of them does.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npm run eval [-- faces gate likeness ...]
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { photoFolder } from './eval/photo-sets.js';

const EVALUATIONS: Readonly<Record<string, readonly string[]>> = {
  gate: ['eval-gate.ts'],
  faces: ['eval-faces.ts', 'portraits', 'roll'],
  likeness: ['eval-likeness.ts'],
  checks: ['eval-checks.ts'],
  safety: ['eval-safety.ts'],
  formats: ['eval-formats.ts'],
};

photoFolder();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in EVALUATIONS));
if (unknown.length > 0) throw new Error(`Known evaluations: ${Object.keys(EVALUATIONS).join(', ')}`);
const failed: string[] = [];
for (const [name, [script, ...args]] of Object.entries(EVALUATIONS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  print(`\n== ${name}`);
  const command = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('scripts', script), ...args];
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}
print(failed.length === 0 ? '\nevaluation: passed' : `\nevaluation: failed in ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
