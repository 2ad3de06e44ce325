import { AvatarError } from '@avatar/stage';
import { toPlainError } from './plain-error.js';
import {
  PROTOCOL_VERSION,
  type ChildMessage,
  type CreateWorker,
  type ParentMessage,
  type TaskName,
  type Worker,
} from './protocol.js';

// The program of a child process. It runs one task at a time, as the pool sends them.

let worker: Promise<Worker> | undefined;
const running = new Map<number, AbortController>();

// Ctrl-C reaches the whole group of processes. When to end is for the pool to say: it may be draining.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
// The pool's process is gone, however it went.
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ParentMessage) => {
  if (message.type === 'setup') {
    worker = create(message.protocol, message.module, message.options);
    // Reported by the first task that needs it.
    worker.catch(() => undefined);
  } else if (message.type === 'abort') running.get(message.id)?.abort();
  else void run(message.id, message.task, message.payload);
});

async function create(protocol: number, module: string, options: unknown): Promise<Worker> {
  if (protocol !== PROTOCOL_VERSION)
    throw new AvatarError(
      'stage-failed',
      `The pool speaks version ${protocol} of the protocol, its worker ${PROTOCOL_VERSION}; install one release of @avatar/worker-pool`,
      { reason: 'protocol-version', facts: { pool: protocol, worker: PROTOCOL_VERSION } },
    );
  const { createWorker } = (await import(module)) as { createWorker: CreateWorker };
  return createWorker(options);
}

async function run(id: number, task: TaskName, payload: unknown): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  const startedMs = performance.now();
  const cpu = process.cpuUsage();
  const usage = () => {
    const { user, system } = process.cpuUsage(cpu);
    return { busyMs: performance.now() - startedMs, cpuMs: (user + system) / 1000 };
  };
  try {
    if (worker === undefined) throw new Error('The child was given a task before its setup');
    const value = await (
      await worker
    ).run(task, payload, {
      signal: controller.signal,
      onEvent: (event) => send({ type: 'event', id, event }),
    });
    send({ type: 'done', id, value, usage: usage() });
  } catch (error) {
    send({ type: 'failed', id, error: toPlainError(error), usage: usage() });
  } finally {
    running.delete(id);
  }
}

function send(message: ChildMessage): void {
  // A failure to send means that the pool is gone, which `disconnect` deals with.
  process.send?.(message, undefined, undefined, () => undefined);
}
