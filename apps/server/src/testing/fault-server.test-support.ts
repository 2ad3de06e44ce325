// The server as a program that is killed often: without models, and it waits for the word to start.
import { once } from 'node:events';
import type { PoolGenerateCall, TaskName, WorkerPool } from '@avatar/worker-pool';
import { pino } from 'pino';
import { loadConfig } from '../config/config.js';
import { startServer, type LivenessTimes } from '../server.js';
import { createWorker } from './fake-worker.test-support.js';

/** As the product's, and six times as fast. */
const LIVENESS: LivenessTimes = { heartbeatMs: 500, silenceMs: 2_500, recoveryMs: 500 };

const [receiverPort] = process.argv.slice(2);
const worker = await createWorker({});
/** In this process, so that it goes with it and costs no start of its own. */
async function run<T>(task: TaskName, payload: unknown, call: PoolGenerateCall = {}): Promise<T> {
  const { signal = new AbortController().signal, onEvent = () => undefined, onUsage } = call;
  const value = await worker.run(task, payload, { signal, onEvent });
  onUsage?.({ busyMs: 1, cpuMs: 1 });
  return value as T;
}
const pool: WorkerPool = {
  generate: (photo, options = {}, call) => run('generate', { photo, options }, call),
  draw: (who, options, call) => run('draw', { who, options: options ?? {} }, call),
  measure: (photos, call) => run('measure', { photos }, call),
  validate: (photo, options = {}, call) => run('validate', { photo, options }, call),
  measureExample: (example, call) => run('measureExample', { example }, call),
  fitStyle: (examples, options, call) => run('fitStyle', { examples, options }, call),
  warmUp: () => Promise.resolve(),
  stats: () => ({ workers: 1, warm: 1, running: 0, queued: 0, restarts: 0, pids: [] }),
  close: () => Promise.resolve(),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};

const started = once(process, 'message');
process.send?.('loaded');
await started;
const logger = pino({ level: process.env.AVATAR_TEST_LOG ?? 'silent' }, pino.destination(2));
const server = await startServer(loadConfig(process.env), 'all', {
  logger,
  pool,
  liveness: LIVENESS,
  fetchOptions: { isAllowedAddress: (address) => address === '127.0.0.1', ports: [Number(receiverPort)] },
});
const address = await server.app!.listen({ host: '127.0.0.1', port: 0 });
process.on('disconnect', () => process.exit(0));
process.send?.({ address });
