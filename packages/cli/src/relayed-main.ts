import { processIo } from './process-io.js';
import type { RelayMessage } from './relay.js';
import { runCli } from './run-cli.js';

// The command in a process of its own, started by `relay.ts`.

const relay = new AbortController();
const io = processIo(relay.signal);

// The relaying process is gone, however it went: so is whoever waits for the result.
process.on('disconnect', () => relay.abort());
process.on('message', (message: RelayMessage) => {
  if (message.type === 'abort') relay.abort();
  else void run(message.argv);
});

async function run(argv: readonly string[]): Promise<void> {
  process.exitCode = await runCli(argv, io);
  // An open channel would keep the process alive.
  if (process.connected) process.disconnect();
}
