import { createHash } from 'node:crypto';
import { and, eq, isNull, or } from 'drizzle-orm';
import { schema, type Orm } from '../database/index.js';
import type { KeyRing } from '../storage/key-ring.js';

const { idempotencyKeys } = schema;

/** An answer as it was sent. */
export interface SavedAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer as it is kept: its body encrypted, in base64. */
export interface SealedAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly body: string;
}

export interface AnswerSeal {
  readonly close: (accountId: string, key: string, answer: SavedAnswer) => SealedAnswer;
  readonly open: (accountId: string, key: string, sealed: SealedAnswer) => SavedAnswer;
}

export function createAnswerSeal(keyRing: KeyRing): AnswerSeal {
  const purposeOf = (accountId: string, key: string) => `answer to ${accountId} ${key}`;
  return {
    close: (accountId, key, { body, ...answer }) => {
      const bytes = keyRing.encrypt(new TextEncoder().encode(body), purposeOf(accountId, key));
      return { ...answer, body: Buffer.from(bytes).toString('base64') };
    },
    open: (accountId, key, { statusCode, headers, body }) => {
      const bytes = keyRing.decrypt(Buffer.from(body, 'base64'), purposeOf(accountId, key));
      return { statusCode, headers: headers ?? {}, body: new TextDecoder().decode(bytes) };
    },
  };
}

/** What the answers about a person are bound to, where nothing else is kept of them: it names nobody. */
export const personBound = (accountId: string, reference: string): string =>
  `per_${createHash('sha256').update(`${accountId}\n${reference}`).digest('hex')}`;

/** Jobs and batches are answered with 202 and the address of what becomes of them, refusals with what is wrong. */
const WITH_PICTURES = 200;

/** Puts another answer where one may hold pictures of what its key is tied to. @returns how many */
export async function withdrawAnswers(
  orm: Orm,
  seal: AnswerSeal,
  { accountId, boundTo, instead }: { accountId: string; boundTo: string; instead: SavedAnswer },
): Promise<number> {
  const { key, statusCode } = idempotencyKeys;
  const isTheirs = eq(idempotencyKeys.accountId, accountId);
  const rows = await orm
    .select({ key })
    .from(idempotencyKeys)
    .where(
      and(
        isTheirs,
        eq(idempotencyKeys.boundTo, boundTo),
        or(isNull(statusCode), eq(statusCode, WITH_PICTURES)),
      ),
    );
  for (const row of rows)
    await orm
      .update(idempotencyKeys)
      .set(seal.close(accountId, row.key, instead))
      .where(and(isTheirs, eq(key, row.key)));
  return rows.length;
}
