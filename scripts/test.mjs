// Runs every test, models required, and ends with one line of counts. Arguments go through to vitest.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const reportFolder = mkdtempSync(join(tmpdir(), 'avatar-tests-'));
const reportFile = join(reportFolder, 'report.json');

function runVitest() {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, AVATAR_REQUIRE_MODELS: '1' },
  });
  return run.status ?? 1;
}

function readCounts() {
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8'));
    const skipped = report.numPendingTests + report.numTodoTests;
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

try {
  const status = runVitest();
  const { passed, failed, skipped } = readCounts();
  const executed = passed + failed;
  if (executed === 0) console.error('No test was executed.');
  process.exitCode = status !== 0 ? status : executed === 0 || failed > 0 ? 1 : 0;
  console.log(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped`);
} finally {
  rmSync(reportFolder, { recursive: true, force: true });
}
