import { randomUUID } from 'node:crypto';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { schema, type Database, type Orm } from '../database/index.js';

const { disabledWebhooks, webhookDeliveries } = schema;

export interface NewWebhook {
  readonly accountId: string;
  readonly generationId: string;
  readonly url: string;
  /** `generation.succeeded` and the like. */
  readonly eventType: string;
}

type Json = Readonly<Record<string, unknown>>;

/** What is told: what happened, as JSON without pictures, or a whole message in the shape of some vendor. */
export type WebhookContent = { readonly data: Json } | { readonly payload: Json };

export type WebhookRow = typeof webhookDeliveries.$inferSelect;

/** Messages that wait to be sent. A row is written in the transaction of what it tells, so neither is ever there alone. */
export interface WebhookOutbox {
  /** @returns id of the message, `msg_…` */
  readonly add: (transaction: Orm, webhook: NewWebhook & WebhookContent) => Promise<string>;
  /** Takes messages whose time has come, so that no other process does for `leaseMs`. */
  readonly claim: (limit: number, leaseMs: number) => Promise<readonly WebhookRow[]>;
  readonly delivered: (id: string, statusCode: number) => Promise<void>;
  /** @param pauseSeconds until the next attempt; undefined: there is none */
  readonly failed: (
    id: string,
    statusCode: number | undefined,
    pauseSeconds: number | undefined,
  ) => Promise<void>;
  /** Sends nothing more of the account to this address. */
  readonly disable: (accountId: string, url: string, statusCode?: number) => Promise<void>;
  readonly isDisabled: (accountId: string, url: string) => Promise<boolean>;
  /** Addresses of the account to which nothing is sent, because they answered 410 Gone. */
  readonly disabled: (
    accountId: string,
  ) => Promise<readonly { readonly url: string; readonly since: Date }[]>;
  /** Lets messages to the address through again. @returns whether it was disabled */
  readonly enable: (accountId: string, url: string) => Promise<boolean>;
  /**
   * Sends a message once more, from the start of the schedule, whatever became of it. @returns whether there is such
   * a message
   */
  readonly replay: (accountId: string, id: string) => Promise<boolean>;
  /** Removes what was decided more than `keptMs` ago. @returns how many */
  readonly sweep: (keptMs: number) => Promise<number>;
}

/** The specification asks for less than 20 kB. */
const MAX_PAYLOAD_BYTES = 20_000;

export function createWebhookOutbox({ orm }: Database): WebhookOutbox {
  const set = (id: string, values: Partial<WebhookRow>) =>
    orm.update(webhookDeliveries).set(values).where(eq(webhookDeliveries.id, id));
  const isAddress = (accountId: string, url: string) =>
    and(eq(disabledWebhooks.accountId, accountId), eq(disabledWebhooks.url, url));

  return {
    add: async (transaction, message) => {
      const { accountId, generationId, url, eventType } = message;
      const webhook = { accountId, generationId, url, eventType };
      const id = `msg_${randomUUID().replaceAll('-', '')}`;
      await transaction
        .insert(webhookDeliveries)
        .values({ ...webhook, id, payload: payloadOf(webhook, message) });
      return id;
    },
    claim: (limit, leaseMs) =>
      orm
        .update(webhookDeliveries)
        .set({
          attempts: sql`${webhookDeliveries.attempts} + 1`,
          nextAttemptAt: sql`now() + make_interval(secs => ${leaseMs / 1000}::double precision)`,
        })
        .where(
          sql`${webhookDeliveries.id} in (
            select id from ${webhookDeliveries}
            where status = 'pending' and next_attempt_at <= now()
            order by next_attempt_at limit ${limit} for update skip locked)`,
        )
        .returning(),
    delivered: async (id, lastStatusCode) => {
      await set(id, { status: 'delivered', lastStatusCode, deliveredAt: new Date() });
    },
    failed: async (id, statusCode, pauseSeconds) => {
      const lastStatusCode = statusCode ?? null;
      if (pauseSeconds === undefined) await set(id, { status: 'failed', lastStatusCode });
      else await set(id, { lastStatusCode, nextAttemptAt: new Date(Date.now() + pauseSeconds * 1000) });
    },
    disable: async (accountId, url, statusCode) => {
      await orm.insert(disabledWebhooks).values({ accountId, url }).onConflictDoNothing();
      await orm
        .update(webhookDeliveries)
        .set({ status: 'disabled', ...(statusCode !== undefined && { lastStatusCode: statusCode }) })
        .where(
          and(
            eq(webhookDeliveries.accountId, accountId),
            eq(webhookDeliveries.url, url),
            eq(webhookDeliveries.status, 'pending'),
          ),
        );
    },
    isDisabled: async (accountId, url) =>
      (
        await orm
          .select({ url: disabledWebhooks.url })
          .from(disabledWebhooks)
          .where(isAddress(accountId, url))
      ).length > 0,
    disabled: (accountId) =>
      orm
        .select({ url: disabledWebhooks.url, since: disabledWebhooks.createdAt })
        .from(disabledWebhooks)
        .where(eq(disabledWebhooks.accountId, accountId))
        .orderBy(asc(disabledWebhooks.createdAt)),
    enable: async (accountId, url) =>
      (
        await orm
          .delete(disabledWebhooks)
          .where(isAddress(accountId, url))
          .returning({ url: disabledWebhooks.url })
      ).length > 0,
    replay: async (accountId, id) => {
      const fresh = { status: 'pending', attempts: 0, nextAttemptAt: new Date(), deliveredAt: null } as const;
      const isIt = and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.accountId, accountId));
      const replayed = await orm
        .update(webhookDeliveries)
        .set(fresh)
        .where(isIt)
        .returning({ id: webhookDeliveries.id });
      return replayed.length > 0;
    },
    sweep: async (keptMs) => {
      const isOld = lte(webhookDeliveries.createdAt, new Date(Date.now() - keptMs));
      const swept = await orm
        .delete(webhookDeliveries)
        .where(and(isOld, sql`${webhookDeliveries.status} <> 'pending'`))
        .returning({ id: webhookDeliveries.id });
      return swept.length;
    },
  };
}

function payloadOf({ eventType, generationId }: NewWebhook, content: WebhookContent): Json {
  if ('payload' in content) return content.payload;
  const { data } = content;
  const payload = { type: eventType, timestamp: new Date().toISOString(), data };
  if (Buffer.byteLength(JSON.stringify(payload)) < MAX_PAYLOAD_BYTES) return payload;
  // The receiver fetches the rest: the job has everything.
  const { callback_id } = data;
  return { ...payload, data: { job_id: generationId, callback_id, truncated: true } };
}
