import { createAccountDirectory, type AccountDirectory } from '../accounts/index.js';
import { createBilling, type Billing } from '../billing/index.js';
import type { Database } from '../database/index.js';
import type { ErasureParts } from '../erasure/index.js';
import type { KeyRing } from '../storage/index.js';
import { createWebhookOutbox, type WebhookOutbox } from '../webhooks/index.js';

/** What the operator's commands work on. */
export interface OperatorWorld {
  readonly database: Database;
  readonly directory: AccountDirectory;
  readonly billing: Billing;
  readonly outbox: WebhookOutbox;
  readonly erasure: ErasureParts;
  readonly keyRing: KeyRing;
}

/** Where commands run: in a server, or beside its database. */
export interface KeysCommandWorld {
  /** Opens what the commands work on; closed when the command has ended. */
  readonly open: () => Promise<AsyncDisposable & OperatorWorld>;
  readonly print: (line: string) => void;
}

export interface OperatorParts extends Pick<ErasureParts, 'database' | 'archive' | 'store' | 'signals'> {
  readonly keyRing: KeyRing;
}

/** The same inside of a server and without one; what is done is written down as the operator's. */
export function operatorWorld({ database, keyRing, archive, store, signals }: OperatorParts): OperatorWorld {
  const directory = createAccountDirectory(database, keyRing, 'operator');
  return {
    database,
    keyRing,
    directory,
    billing: createBilling(database),
    outbox: createWebhookOutbox(database),
    erasure: { database, archive, store, signals, directory, actor: 'operator' },
  };
}
