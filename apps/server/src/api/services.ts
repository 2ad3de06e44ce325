import type { Style } from '@avatar/styles';
import type { WorkerPool } from '@avatar/worker-pool';
import type { AccountDirectory, IdempotencyStore } from '../accounts/index.js';
import type { Billing } from '../billing/index.js';
import type { ServerConfig } from '../config/config.js';
import type { ConversationParts } from '../conversations/index.js';
import type { Database } from '../database/index.js';
import type {
  Acceptance,
  FairGate,
  GenerationSignals,
  GenerationStore,
  PhotoSources,
} from '../generations/index.js';
import type { GroupStore } from '../groups/index.js';
import type { Metrics } from '../observability/index.js';
import type { ObjectArchive, UrlSigner } from '../storage/index.js';
import type { StyleParts } from '../style-fits/index.js';
import type { AccountCatalogues } from '../styles/index.js';
import type { WebhookOutbox } from '../webhooks/index.js';

/** What the API is built on. */
export interface Services {
  readonly config: Pick<ServerConfig, 'http' | 'limits' | 'ttl' | 'pricePerCoreHour'>;
  readonly database: Database;
  readonly pool: Pick<WorkerPool, 'draw' | 'measure' | 'validate' | 'stats'>;
  readonly archive: ObjectArchive;
  readonly signer: UrlSigner;
  readonly directory: AccountDirectory;
  readonly billing: Billing;
  readonly outbox: WebhookOutbox;
  readonly idempotency: IdempotencyStore;
  readonly photos: PhotoSources;
  readonly store: GenerationStore;
  /** The only way in for avatars. */
  readonly acceptance: Acceptance;
  /** Says which of those that wait for their answer runs next. */
  readonly gate: FairGate;
  /** Messages about avatars, and what is known between them. */
  readonly conversations: ConversationParts;
  readonly catalogueOf: AccountCatalogues;
  /** Styles of accounts' own, and how they are made. */
  readonly styles: StyleParts;
  /** Styles that need a generative engine, which is there. */
  readonly engineStyles: readonly Style[];
  /** People whom accounts show in several pictures. */
  readonly groups: GroupStore;
  readonly signals: GenerationSignals;
  readonly metrics: Metrics;
  /** A key for the demo page, on a development server that only this machine reaches. */
  readonly demoKey: (() => Promise<string>) | undefined;
  /** Whether avatars can be made here: models loaded, database and storage within reach. */
  readonly readiness: () => Promise<readonly { readonly name: string; readonly ready: boolean }[]>;
}
