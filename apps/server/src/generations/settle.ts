import type { Billing } from '../billing/index.js';
import type { Orm } from '../database/index.js';
import { chargeOrRelease } from './charge-or-release.js';
import type { Outcome } from './lease.js';
import type { GenerationRow } from './record.js';
import { storedRequest } from './stored-versions.js';

/**
 * What the end of a generation costs, in the transaction that ends it. What makes no avatar is paid for when it came to
 * something, and writes that down here.
 * @returns credits charged
 */
export async function settle(
  billing: Pick<Billing, 'charge' | 'release'>,
  transaction: Orm,
  { id, request }: Pick<GenerationRow, 'id' | 'request'>,
  outcome: Outcome,
): Promise<number> {
  if ('keep' in outcome) {
    const credits = await billing.charge(transaction, id);
    await outcome.keep(transaction, credits);
    return credits;
  }
  const avatar = 'result' in outcome ? outcome.result.avatar : undefined;
  return chargeOrRelease(billing, transaction, id, avatar, storedRequest(request));
}
