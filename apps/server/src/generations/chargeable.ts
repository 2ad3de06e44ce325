import type { AttemptRecord, AvatarRecord, CheckRecord } from './avatar-record.js';
import type { GenerationRequest } from './request.js';

const LIKENESS = 'likeness';

/**
 * Only what was delivered and passed is charged for. An avatar that failed only because its request is stricter than
 * its platform passed
 * too: who pays does not set what is paid for.
 */
export function isChargeable(avatar: AvatarRecord, { paidFromLikeness }: GenerationRequest): boolean {
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
