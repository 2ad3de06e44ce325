import { STYLES } from '@avatar/styles';
import type { WorkerPool } from '@avatar/worker-pool';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createAccountDirectory, createIdempotencyStore } from './accounts/index.js';
import type { Services } from './api/services.js';
import { announceEnds } from './announce-ends.js';
import { buildApp } from './app.js';
import { checkBalance, createBilling } from './billing/index.js';
import type { ServerConfig } from './config/config.js';
import { configuredInterpreter, ConversationStore, giveBackOld } from './conversations/index.js';
import { openDatabase } from './database/index.js';
import { configuredEngines } from './engines/index.js';
import { every, type Repetition } from './upkeep/every.js';
import {
  Acceptance,
  FairGate,
  GenerationRunner,
  GenerationSignals,
  GenerationStore,
  newId,
} from './generations/index.js';
import { GroupStore } from './groups/index.js';
import { createRecovery, recoverGenerations } from './jobs/index.js';
import { JobLines } from './job-lines.js';
import { finishedOf } from './finished-generation.js';
import { createMetrics, traceStages } from './observability/index.js';
import { createDemoKey } from './page/index.js';
import { createGuardedFetch, type GuardedFetchOptions } from './net/index.js';
import { createModelPool } from './process/model-pool.js';
import { readiness } from './process/readiness.js';
import { createKeyRing, createObjectArchive, createUrlSigner, openStore } from './storage/index.js';
import { createAccountCatalogues, OwnStyleStore } from './styles/index.js';
import { sweepAll } from './upkeep/sweeper.js';
import { createCallbackFetch, createWebhookDispatcher, createWebhookOutbox } from './webhooks/index.js';

/** `all`: answers requests and works the queue; `worker`: works the queue only. */
export type Role = 'all' | 'worker';

export interface ServerParts {
  readonly logger: FastifyBaseLogger;
  /** Default: the pool that the configuration describes. */
  readonly pool?: WorkerPool;
  /** Who may be fetched from, for tests on the loopback address. */
  readonly fetchOptions?: GuardedFetchOptions;
  /** Default: a dead process is found out after 15 to 18 seconds. */
  readonly liveness?: LivenessTimes;
}

export interface RunningServer extends AsyncDisposable {
  readonly services: Services;
  /** Undefined with the role `worker`. */
  readonly app: FastifyInstance | undefined;
}

/** How it is found out that a process died. Milliseconds. */
export interface LivenessTimes {
  readonly heartbeatMs: number;
  /** Several signs of life are missing: a process that is only slow keeps its work. */
  readonly silenceMs: number;
  readonly recoveryMs: number;
}

const LIVENESS: LivenessTimes = { heartbeatMs: 3_000, silenceMs: 15_000, recoveryMs: 3_000 };
const SWEEP_MS = 60_000;

/** Puts everything together and starts it; `app` listens nowhere yet. Disposing of it drains: what was begun is finished. */
export async function startServer(
  config: ServerConfig,
  role: Role,
  { logger, pool: givenPool, fetchOptions, liveness = LIVENESS }: ServerParts,
): Promise<RunningServer> {
  const onError = (error: unknown) => logger.error({ err: error }, 'background work failed');
  const { limits, ttl } = config;
  const isProduction = config.environment === 'production';
  const engines = await configuredEngines(config.engines);
  const database = await openDatabase(config);
  const keyRing = createKeyRing(config.keys.encryption);
  const objects = await openStore(config.storage);
  const archive = createObjectArchive(database, objects, keyRing);
  const signer = createUrlSigner({ keys: config.keys.signing });
  const directory = createAccountDirectory(database, keyRing, 'server');
  const billing = createBilling(database);
  const outbox = createWebhookOutbox(database);
  const ownStyles = new OwnStyleStore(database);
  const metrics = createMetrics([...STYLES, ...engines.styles].map(({ token }) => token));
  const baseUrl = config.http.publicUrl ?? `http://${config.http.host}:${config.http.port}`;
  const store = new GenerationStore(
    database,
    billing,
    announceEnds(outbox, ownStyles, { signer, baseUrl }),
    (record) => {
      if (record.kind !== 'style') metrics.generationFinished(finishedOf(record));
    },
  );
  const pool = givenPool ?? createModelPool(config, engines, metrics);
  const guardedFetch = createGuardedFetch({ maxBodyBytes: limits.maxUploadBytes, ...fetchOptions });
  const callbackFetch = createCallbackFetch(isProduction, fetchOptions);
  const signals = await GenerationSignals.start(database);
  const workerId = newId('wrk');
  const jobs = new JobLines({ config, database, store, signals, workerId, onError });
  const runner = new GenerationRunner({
    pool,
    store,
    archive,
    ownStyle: (accountId, token) => ownStyles.styleOf(accountId, token),
    outputTtlMs: ttl.outputMs,
    inputTtlMs: ttl.inputMs,
    pricePerCoreHour: config.pricePerCoreHour,
    observe: () => {
      const trace = traceStages();
      return (event) => {
        metrics.stageEvent(event);
        trace(event);
      };
    },
  });
  const idempotency = createIdempotencyStore(database, keyRing, liveness);
  const photos = { database, archive, guardedFetch, maxUploadBytes: limits.maxUploadBytes };
  const catalogueOf = createAccountCatalogues(engines.styles, ownStyles);
  const gate = new FairGate({ atOnce: limits.workers, maxWaiting: limits.maxQueued });
  const acceptance = new Acceptance({
    gate,
    workerId,
    database,
    catalogueOf,
    billing,
    archive,
    photos,
    store,
    runner,
    wakeWorkers: jobs.wake,
    queueLimits: limits,
    signals,
    guardedFetch,
    callbackFetch,
    deadlineMs: limits.deadlineMs,
  });
  const drawing = {
    pool,
    gate,
    billing,
    database,
    deadlineMs: limits.deadlineMs,
    pricePerCoreHour: config.pricePerCoreHour,
  };
  const unanswered = { database, billing, store, archive };
  const conversations = {
    unanswered,
    store: new ConversationStore(database, archive),
    acceptance,
    drawing,
    archive,
    photos,
    pool,
    inputTtlMs: ttl.inputMs,
    outputTtlMs: ttl.outputMs,
    interpreter: configuredInterpreter(config.interpreter, (error) =>
      logger.warn({ err: error }, 'a message was not interpreted'),
    ),
    checkBalance: (accountId: string) => checkBalance(billing, accountId),
  };
  const services: Services = {
    config,
    database,
    pool,
    archive,
    signer,
    directory,
    billing,
    outbox,
    idempotency,
    photos,
    store,
    acceptance,
    gate,
    conversations,
    catalogueOf,
    styles: {
      database,
      billing,
      archive,
      store,
      ownStyles,
      callbackFetch,
      wakeWorkers: jobs.wake,
      queueLimits: limits,
      styleLimits: {
        leastExamples: limits.minStyleExamples,
        maxUnfinished: limits.maxStyleJobsOfAccount,
        maxStyles: limits.maxStylesOfAccount,
        credits: config.styleCredits,
      },
    },
    engineStyles: engines.styles,
    groups: new GroupStore(database),
    signals,
    metrics,
    demoKey: createDemoKey(config, directory),
    readiness: () =>
      readiness({
        pool,
        database,
        pingStore: objects.ping,
        dataDir: keepsFiles(config) ? config.dataDir : undefined,
        leastFreeBytes: limits.leastFreeBytes,
      }),
  };

  const recovery = {
    database,
    store,
    releaseHeld: billing.releaseStale,
    wakeWorkers: jobs.wake,
    signals,
    archive,
    maxDeliveries: limits.jobDeliveries,
    silenceMs: liveness.silenceMs,
  };
  // Nobody else uses an embedded database, so whoever ran something or was about to is gone.
  if (database.kind === 'embedded') {
    await recoverGenerations(recovery, 0);
    await giveBackOld(unanswered, 0);
  }
  const dispatcher = createWebhookDispatcher({
    database,
    outbox,
    keyRing,
    guardedFetch: callbackFetch,
    onOutcome: (outcome) => metrics.webhookTried(outcome),
    onError,
  });
  dispatcher.start();
  const sweeper = {
    database,
    archive,
    idempotency,
    outbox,
    conversations: conversations.store,
    unanswered,
    ownStyles,
    recordMs: ttl.recordMs,
    conversationMs: ttl.conversationMs,
  };
  const repeated: Repetition[] = [
    every(liveness.heartbeatMs, () => store.leases.beat(), onError),
    every(liveness.heartbeatMs, () => billing.beat(), onError),
    every(liveness.recoveryMs, createRecovery(recovery), onError),
    every(SWEEP_MS, () => sweepAll(sweeper), onError),
  ];
  pool.warmUp().catch((error: unknown) => logger.error({ err: error }, 'the models could not be loaded'));
  await jobs.work({ pool, runner, ownStyles, archive, guardedFetch });
  metrics.watchQueues(async () => {
    const { queued, running } = pool.stats();
    return { waiting: queued + gate.waiting, busyWorkers: running, queuedJobs: await jobs.size() };
  });
  const app = role === 'all' ? await buildApp(services, logger) : undefined;

  return {
    services,
    app,
    [Symbol.asyncDispose]: async () => {
      // First nothing new comes in, then what was begun is finished, then what it needed goes.
      await app?.close();
      await jobs.stop();
      await pool[Symbol.asyncDispose]();
      await dispatcher.stop();
      for (const repetition of repeated) await repetition.stop();
      await signals.stop();
      await guardedFetch.close();
      await callbackFetch.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

const keepsFiles = ({ database, storage }: ServerConfig): boolean =>
  database.url === undefined || storage.kind === 'local';
