import type { Billing } from '../billing/index.js';
import type { Orm } from '../database/index.js';
import type { AttemptRecord, AvatarRecord, CheckRecord } from './avatar-record.js';
import type { GenerationRequest } from './request.js';

const LIKENESS = 'likeness';

/**
 * Only what was delivered and passed is charged for. An avatar that failed only because its request is stricter than
 * its platform passed too: who pays does not set what is paid for.
 */
function isChargeable(avatar: AvatarRecord, { paidFromLikeness }: GenerationRequest): boolean {
  if (avatar.delivered !== 'avatar') return false;
  if (avatar.decision === 'auto_accept' || avatar.decision === 'accept') return true;
  if (avatar.decision !== 'review' || paidFromLikeness === undefined) return false;
  const checks = deliveredAttempt(avatar)?.checks ?? [];
  const likeness = checks.find(({ check }) => check === LIKENESS);
  const others = checks.filter((check) => check !== likeness);
  return likeness !== undefined && isReached(likeness, paidFromLikeness) && !others.some(hasFailed);
}

const isReached = ({ status, measured }: CheckRecord, threshold: number): boolean =>
  status === 'failed' && measured >= threshold;

const hasFailed = ({ status }: CheckRecord): boolean => status === 'failed';

/** The attempt whose picture was delivered. */
const deliveredAttempt = ({ attempts, intensity, likenessScore }: AvatarRecord): AttemptRecord | undefined =>
  attempts.find((attempt) => attempt.intensity === intensity && attempt.likenessScore === likenessScore);

/**
 * What the end of a generation costs, in the transaction that ends it: the reservation is charged for an avatar that was delivered and
 * passed, and released for everything else.
 *
 * @param avatar undefined when the generation failed
 * @returns credits charged
 */
export async function chargeOrRelease(
  billing: Pick<Billing, 'charge' | 'release'>,
  transaction: Orm,
  generationId: string,
  avatar: AvatarRecord | undefined,
  request: GenerationRequest,
): Promise<number> {
  if (avatar !== undefined && isChargeable(avatar, request)) return billing.charge(transaction, generationId);
  await billing.release(transaction, generationId);
  return 0;
}
