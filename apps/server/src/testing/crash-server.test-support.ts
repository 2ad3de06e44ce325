// A server in a process of its own, with workers that have no models: something to kill.
import { createWorkerPool } from '@avatar/worker-pool';
import { pino } from 'pino';
import { loadConfig } from '../config/config.js';
import { startServer } from '../server.js';
import { FAKE_WORKER, QUICK } from './test-server.test-support.js';

const role = process.argv[2] === 'worker' ? 'worker' : 'all';
const config = loadConfig(process.env);
const pool = createWorkerPool({ module: FAKE_WORKER, workers: 1 });
const logger = pino({ level: 'error' }, pino.destination(2));
const server = await startServer(config, role, { logger, pool, liveness: QUICK });
const address = (await server.app?.listen({ host: '127.0.0.1', port: 0 })) ?? 'none';
process.on('SIGTERM', () => void Promise.resolve(server[Symbol.asyncDispose]()).then(() => process.exit(0)));
process.send?.({ address, pids: pool.stats().pids });
