import type { AvatarGenerator } from '@avatar/generator';
import type { WorkerPool } from '@avatar/worker-pool';
import type { AccountDirectory, Billing, IdempotencyStore } from '../accounts/index.js';
import type { ServerConfig } from '../config/config.js';
import type { Database } from '../database/index.js';
import type { GenerationRunner, GenerationStore, PhotoSources } from '../generations/index.js';
import type { GenerationSignals, JobQueue } from '../jobs/index.js';
import type { GuardedFetch } from '../net/index.js';
import type { Metrics } from '../observability/index.js';
import type { ObjectArchive, UrlSigner } from '../storage/index.js';

/** What the API is built on. */
export interface Services {
  readonly config: Pick<ServerConfig, 'http' | 'limits' | 'ttl' | 'pricePerCoreHour'>;
  /** Names this process among those that run generations. */
  readonly workerId: string;
  readonly database: Database;
  readonly pool: Pick<WorkerPool, 'generate' | 'validate' | 'stats'>;
  readonly archive: ObjectArchive;
  readonly signer: UrlSigner;
  readonly directory: AccountDirectory;
  readonly billing: Billing;
  readonly idempotency: IdempotencyStore;
  readonly guardedFetch: GuardedFetch;
  readonly callbackFetch: GuardedFetch;
  readonly photos: PhotoSources;
  readonly store: GenerationStore;
  readonly runner: GenerationRunner;
  readonly queue: JobQueue;
  readonly signals: GenerationSignals;
  readonly metrics: Metrics;
  /** A key for the demo page, on a development server that only this machine reaches. */
  readonly demoKey: (() => Promise<string>) | undefined;
  /** Whether avatars can be made here: models loaded, database and storage within reach. */
  readonly readiness: () => Promise<readonly { readonly name: string; readonly ready: boolean }[]>;
}

export type PhotoAnalysis = Awaited<ReturnType<AvatarGenerator['validate']>>;
