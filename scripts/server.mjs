// Builds what the server is made of, where that is not built yet, and runs it: `npm run server -- keys create`.
import { spawn, spawnSync } from 'node:child_process';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const turbo = `${root}node_modules/turbo/bin/turbo`;
const build = spawnSync(
  process.execPath,
  [turbo, 'run', 'build', '--filter=@avatar/server...', '--output-logs=errors-only'],
  { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
);
if (build.status !== 0) process.exit(build.status ?? 1);

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
