import { pino } from 'pino';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { operatorWorld, runKeysCommand, serveControl } from '../control/index.js';
import { ConfigError } from '../config/config-error.js';
import type { ServerConfig } from '../config/config.js';
import { configWarnings } from '../config/warnings.js';
import { loggerOptions, startMetricsServer, startTelemetry } from '../observability/index.js';
import { createKeyRing } from '../storage/index.js';
import { startServer, type Role, type RunningServer, type ServerParts } from '../server.js';

const FORCED_EXIT_CODE = 1;

/**
 * Runs until the process is told to end, and then drains.
 * @param parts instead of those that the configuration describes
 */
export async function serve(
  config: ServerConfig,
  role: Role,
  print: (line: string) => void,
  parts: Omit<ServerParts, 'logger'> = {},
): Promise<void> {
  if (role === 'worker' && config.database.url === undefined)
    throw new ConfigError([
      'DATABASE_URL: is needed for a worker of its own; the embedded database belongs to the server alone',
    ]);
  const logger: FastifyBaseLogger = pino(loggerOptions(config.logLevel));
  for (const warning of configWarnings(config)) logger.warn(warning);
  // For whoever sits in front of it; in production a line of the log says as much.
  const isForPeople = config.environment === 'development' && role === 'all';
  if (isForPeople) for (const line of startWords(config)) print(line);
  const endTelemetry = await startTelemetry(config.otelEndpoint);
  const server = await startServer(config, role, { logger, ...parts });
  const { host, port } = config.metrics;
  const metrics = port
    ? await startMetricsServer(
        { registry: server.services.metrics.registry, readiness: server.services.readiness },
        { host, port },
      )
    : undefined;
  const closeControl = await controlFor(config, server);
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'nobody waited for this'));
  drainOnSignal(logger, drainMs(config), async () => {
    await closeControl();
    await server[Symbol.asyncDispose]();
    await metrics?.close();
    await endTelemetry();
  });
  if (server.app) {
    const address = await listening(server.app, config);
    if (isForPeople) for (const line of await lastWords(server, address)) print(line);
    else print(`The avatar API is at ${address}`);
  }
}

const DRAIN_MARGIN_MS = 30_000;
/** Everything that runs may end, and then some. */
const drainMs = ({ limits }: ServerConfig): number =>
  Math.max(limits.deadlineMs, limits.jobDeadlineMs) + DRAIN_MARGIN_MS;

/** @throws ConfigError when the address is taken */
async function listening(app: FastifyInstance, { http: { host, port } }: ServerConfig): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    throw new ConfigError([`HOST, PORT: cannot listen on ${host}:${port} (${code})`]);
  }
}

/** The embedded database is this process's alone, so commands of the operator come to it. */
async function controlFor({ database, dataDir, keys }: ServerConfig, { services }: RunningServer) {
  if (database.url !== undefined) return async () => undefined;
  const world = operatorWorld({ ...services, keyRing: createKeyRing(keys.encryption) });
  return serveControl(dataDir, (words) => runKeysCommand(words, world));
}

/** What is being done until it listens, and after it. */
const startWords = ({ database, dataDir, modelsDir }: ServerConfig): string[] => [
  database.url === undefined
    ? `Opening the embedded database in ${dataDir} …`
    : 'Opening the database of DATABASE_URL …',
  `Loading the models${modelsDir === undefined ? '' : ` in ${modelsDir}`} in the background; at a first start they are fetched …`,
];

/** The address, and last the key: a server that nobody can use is of no use, so the first start makes one. */
async function lastWords({ services }: RunningServer, address: string): Promise<string[]> {
  const { directory } = services;
  const lines = [`Documentation: ${address}/docs`, `The avatar API and its page: ${address}`];
  if ((await directory.list()).length > 0)
    return [...lines, 'API key: shown at the first start; another one: npm run server -- keys create'];
  const { account } = await directory.create('default');
  return [
    ...lines,
    `API key (shown once, more by: npm run server -- keys create): ${await directory.createKey(account.id)}`,
  ];
}

function drainOnSignal(logger: FastifyBaseLogger, limitMs: number, end: () => Promise<void>): void {
  let isDraining = false;
  const drain = (signal: NodeJS.Signals) => {
    if (isDraining) {
      // Whoever presses Ctrl-C again does not want to wait. Other signals come twice when several processes pass them on.
      if (signal === 'SIGINT') process.exit(FORCED_EXIT_CODE);
      return;
    }
    isDraining = true;
    logger.info({ signal }, 'draining');
    setTimeout(() => {
      logger.error('draining took too long');
      process.exit(FORCED_EXIT_CODE);
    }, limitMs).unref();
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'draining failed');
        process.exit(FORCED_EXIT_CODE);
      },
    );
  };
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);
  process.on('SIGHUP', drain);
}
