import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { PROTOCOL_VERSION, type ChildMessage, type ParentMessage } from './protocol.js';

export interface ChildEvents {
  readonly onMessage: (message: ChildMessage) => void;
  /** The process is gone. Called once. */
  readonly onExit: (exit: ChildExit) => void;
}

export interface ChildExit {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

// From source, as in the tests of this repository, children need the loader that runs TypeScript.
const isSource = import.meta.url.endsWith('.ts');
const EXTENSION = isSource ? '.ts' : '.js';

/** The generator's worker module. */
export const GENERATOR_MODULE = new URL(`./generator-worker${EXTENSION}`, import.meta.url);

/** One child process. */
export class WorkerChild {
  readonly #process: ChildProcess;
  /** Runs that it has taken. */
  runs = 0;

  constructor(module: URL, options: unknown, { onMessage, onExit }: ChildEvents) {
    this.#process = fork(fileURLToPath(new URL(`./child-main${EXTENSION}`, import.meta.url)), {
      // Typed arrays cross as they are.
      serialization: 'advanced',
      // Never the parent's flags and arguments: a long command line ends a process that loads a model
      // (docs/known-faults.md).
      execArgv: isSource ? ['--import', 'tsx'] : [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    yieldToParent(this.#process.pid);
    this.#process.on('message', (message) => onMessage(message as ChildMessage));
    // It could not be started, or not be written to; it is gone either way.
    this.#process.on('error', () => this.kill());
    let isGone = false;
    const gone = (exitCode: number | null, signal: string | null) => {
      if (isGone) return;
      isGone = true;
      onExit({ exitCode, signal });
    };
    this.#process.once('exit', gone);
    this.#process.once('error', () => {
      if (this.#process.pid === undefined) gone(null, null);
    });
    this.send({ type: 'setup', protocol: PROTOCOL_VERSION, module: module.href, options });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  send(message: ParentMessage): void {
    // What cannot be sent was for a child that is gone, and `onExit` tells of that.
    if (this.#process.connected) this.#process.send(message, () => undefined);
  }

  /** At once, whatever it is doing. A model run cannot be interrupted otherwise. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }
}

/**
 * Models take every core there is; the process that answers has to get its turn first, or it could not even say that
 * it is busy.
 */
function yieldToParent(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here, or gone already: it runs as it is.
  }
}
