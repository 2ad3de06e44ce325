// Builds what the server is made of, where that changed since the last time, and runs it: `npm run server -- keys create`.
import { spawn, spawnSync } from 'node:child_process';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { isBuilt, markBuilt } from '../tooling/server-build/built-tree.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// What is being done goes to stderr: a command's output stays its own.
const say = (line) => process.stderr.write(`${line}\n`);
if (!isBuilt(root)) build();
say('Starting …');

const server = spawn(process.execPath, [`${root}apps/server/dist/main.js`, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Ctrl-C reaches the server by itself; a signal for this process alone is handed on.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
process.on('SIGINT', () => undefined);
// npm hands a signal to its shell only, which ends without a word to us.
const parent = process.ppid;
const LOOK_MS = 500;
const looking = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(looking);
  server.kill('SIGTERM');
}, LOOK_MS).unref();
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

function build() {
  say('Building the server and what it is made of; about a minute the first time …');
  const turbo = `${root}node_modules/turbo/bin/turbo`;
  const built = spawnSync(
    process.execPath,
    [turbo, 'run', 'build', '--filter=@avatar/server...', '--output-logs=errors-only'],
    { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
  );
  if (built.status !== 0) process.exit(built.status ?? 1);
  markBuilt(root);
}
