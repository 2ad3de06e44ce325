#!/usr/bin/env node
import { isTooLong } from './command-line.js';

const argv = process.argv.slice(2);
if (isTooLong([...process.execArgv, ...process.argv])) {
  const { runInChild } = await import('./relay.js');
  process.exitCode = await runInChild(argv);
} else {
  const [{ processIo }, { runCli }] = await Promise.all([import('./process-io.js'), import('./run-cli.js')]);
  process.exitCode = await runCli(argv, processIo());
}
