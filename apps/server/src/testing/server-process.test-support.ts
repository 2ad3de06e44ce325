import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./crash-server.test-support.ts', import.meta.url));

export interface ServerProcess {
  readonly process: ChildProcess;
  /** Where it listens; `none` for a worker. */
  readonly address: string;
  /** At once and without a word. */
  readonly kill: () => Promise<void>;
  /** @returns its exit code after it has drained */
  readonly drain: () => Promise<number | null>;
}

/** Starts the whole server as a program. */
export async function startServerProcess(
  env: Readonly<Record<string, string>>,
  role: 'all' | 'worker' = 'all',
): Promise<ServerProcess> {
  const child = fork(PROGRAM, [role], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit') as Promise<[number | null]>;
  const [{ address }] = (await Promise.race([
    once(child, 'message'),
    gone.then(([code]) => Promise.reject(new Error(`The server ended with ${code} at its start`))),
  ])) as [{ address: string }];
  return {
    process: child,
    address,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    drain: async () => {
      child.kill('SIGTERM');
      return (await gone)[0];
    },
  };
}
