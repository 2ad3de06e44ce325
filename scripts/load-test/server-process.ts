import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { processTree } from './process-tree.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What `npm run server` runs. */
export const PROGRAM = 'apps/server/dist/main.js';
const START_LIMIT_MS = 120_000;

export type Environment = Readonly<Record<string, string>>;

/** Builds what `npm run server` would run: sources that are compiled on the fly would be measured with their compiler. */
export function buildServer(): void {
  const turbo = ['node_modules/turbo/bin/turbo', 'run', 'build', '--filter=@avatar/server...'];
  execFileSync(process.execPath, [...turbo, '--output-logs=errors-only'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
}

/** Runs one of the server's commands to its end. */
export async function runCommand(environment: Environment, ...words: string[]): Promise<string> {
  const options = { cwd: root, env: { ...process.env, ...environment } };
  return (await promisify(execFile)(process.execPath, [PROGRAM, ...words], options)).stdout;
}

/** A process of the server that can be killed and started again under the same settings. */
export class ServerProcess {
  #child: ChildProcess | undefined;
  #isToEnd = false;

  constructor(
    private readonly environment: Environment,
    /** What Node.js is told: its options, the program, and what that is told. */
    private readonly command: readonly string[],
    /** Answers when it is ready; undefined for a process without a port. */
    private readonly readyUrl: string | undefined,
    private readonly onUnexpectedEnd: (how: string) => void,
  ) {}

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.command], {
      cwd: root,
      env: { ...process.env, ...this.environment },
      // The last one is for `memory`; the product's own program says nothing there.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    this.#isToEnd = false;
    child.once('exit', (code, signal) => {
      if (!this.#isToEnd)
        this.onUnexpectedEnd(`${this.command.join(' ')} ended by itself: ${signal ?? code}`);
    });
    if (this.readyUrl !== undefined) await untilReady(this.readyUrl, child);
  }

  /** 0 where the system does not tell. */
  residentBytes(): number {
    return processTree(this.pid ?? -1).root?.memoryBytes ?? 0;
  }

  /** What it needs when everything that it does not need has been collected. Only the program without models answers. */
  memory(): Promise<NodeJS.MemoryUsage> {
    const child = this.#child;
    return new Promise((done, failed) => {
      if (child === undefined) {
        failed(new Error('It does not run'));
        return;
      }
      child.once('message', (usage) => done(usage as NodeJS.MemoryUsage));
      child.send('memory', (error) => {
        if (error) failed(error);
      });
    });
  }

  /** SIGKILL: the process has no time for anything. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** SIGTERM: what runs may end. */
  stop(): Promise<void> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#isToEnd = true;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((done) => void child.once('exit', () => done()));
    child.kill(signal);
    await ended;
  }
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`The server ended at its start with ${child.exitCode}`);
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((done) => void setTimeout(done, 200));
  }
  throw new Error('The server was not ready in time');
}

/** A port of loopback that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
