import { and, eq, sql } from 'drizzle-orm';
import { noteAudit } from '../audit/index.js';
import { schema, type Database } from '../database/index.js';
import type { KeyRing } from '../storage/key-ring.js';
import { newWebhookSecret, openedWebhookSecret, sealedWebhookSecret } from '../webhooks/webhook-secret.js';

const { accounts } = schema;
const MS_PER_SECOND = 1000;

export interface WebhookSecrets {
  /**
   * Makes a new secret for the account's webhooks. The old one signs too for `overlapMs`, so that receivers can change
   * in their own time; with 0 it signs nothing any more.
   * @returns the new one, or undefined without such an account
   */
  readonly renewWebhookSecret: (accountId: string, overlapMs: number) => Promise<string | undefined>;
  /** Encrypts all webhook secrets anew with the first key, so that the others can be taken away. @returns how many */
  readonly rotateSecrets: () => Promise<number>;
}

export function createWebhookSecrets(
  database: Database,
  keyRing: KeyRing,
  actor: schema.AuditActor,
): WebhookSecrets {
  const { orm } = database;
  const resealed = (accountId: string, sealed: string): string =>
    sealedWebhookSecret(keyRing, accountId, openedWebhookSecret(keyRing, accountId, sealed));
  return {
    renewWebhookSecret: async (accountId, overlapMs) => {
      const secret = newWebhookSecret();
      const sealed = sealedWebhookSecret(keyRing, accountId, secret);
      const isChanged = await database.transaction(
        async (transaction) => {
          const changed = await transaction
            .update(accounts)
            .set({
              webhookSecret: sealed,
              // The column of the row as it was before.
              previousWebhookSecret: overlapMs > 0 ? sql`${accounts.webhookSecret}` : null,
              previousWebhookSecretEnds:
                overlapMs > 0
                  ? sql`now() + make_interval(secs => ${overlapMs / MS_PER_SECOND}::double precision)`
                  : null,
            })
            .where(eq(accounts.id, accountId))
            .returning({ id: accounts.id });
          if (changed.length === 0) return false;
          await noteAudit(transaction, { action: 'webhook-secret-renewed', actor, accountId });
          return true;
        },
        // Done twice, the previous one would be one that nobody has seen.
        { once: true },
      );
      return isChanged ? secret : undefined;
    },
    rotateSecrets: async () => {
      let count = 0;
      for (const { id, webhookSecret, previousWebhookSecret } of await orm.select().from(accounts)) {
        if (webhookSecret === null) continue;
        // Not over one that was made anew meanwhile.
        await orm
          .update(accounts)
          .set({
            webhookSecret: resealed(id, webhookSecret),
            ...(previousWebhookSecret !== null && {
              previousWebhookSecret: resealed(id, previousWebhookSecret),
            }),
          })
          .where(and(eq(accounts.id, id), eq(accounts.webhookSecret, webhookSecret)));
        count++;
      }
      return count;
    },
  };
}
