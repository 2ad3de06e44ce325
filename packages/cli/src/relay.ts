import { fork } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

/** What the relaying process tells the one that works. */
export type RelayMessage =
  { readonly type: 'run'; readonly argv: readonly string[] } | { readonly type: 'abort' };

const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/**
 * Runs the command in a child process with the same streams, which gets its arguments through a pipe.
 *
 * @returns the child's exit code; 128 and the signal's number if a signal ended it
 */
export function runInChild(argv: readonly string[]): Promise<number> {
  const child = fork(fileURLToPath(new URL(`./relayed-main${EXTENSION}`, import.meta.url)), [], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const tell = (message: RelayMessage) => child.connected && child.send(message, () => undefined);
  let interruptions = 0;
  // A terminal interrupts both processes, `kill` only this one. The second time kills, as without a relay.
  const interrupt = () => (interruptions++ === 0 ? tell({ type: 'abort' }) : child.kill('SIGKILL'));
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  tell({ type: 'run', argv });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
