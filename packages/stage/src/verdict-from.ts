import { AvatarError } from './error.js';
import { choiceOption, invalidOption, knownOptions } from './options.js';
import type { Decision, Finding, Verdict } from './verdict.js';

const STATUSES: readonly Finding['status'][] = ['passed', 'failed', 'not-applicable'];
/** Every decision, the more careful one later. */
export const DECISIONS: readonly Decision[] = ['auto_accept', 'accept', 'review', 'discard'];
const DELIVERED: readonly Decision[] = ['auto_accept', 'accept'];

/**
 * The verdict of a gate: accepted unless a check failed.
 * @param findings measured and threshold are finite numbers where the check applies
 * @param more what else the gate knows, such as the likeness, or a decision of its own. The decision is `accept` or
 * `review` otherwise
 * @throws AvatarError `invalid-options` for findings that say nothing, and for a failed check whose avatar is delivered all
 * the same
 */
export function verdictFrom(
  findings: readonly Finding[],
  more: Partial<Omit<Verdict, 'accepted' | 'findings'>> = {},
): Verdict {
  knownOptions('verdictFrom', more, ['decision', 'likenessScore', 'likenessCosine', 'faceDetected']);
  if (!Array.isArray(findings)) throw invalidOption('a list of findings', 'findings', typeof findings);
  findings.forEach(checkFinding);
  const accepted = findings.every(({ status }) => status !== 'failed');
  const decision = choiceOption('decision', more.decision ?? (accepted ? 'accept' : 'review'), DECISIONS);
  if (!accepted && DELIVERED.includes(decision))
    throw invalidOption('review or discard where a check failed', 'decision', decision);
  return { accepted, ...more, decision, findings };
}

function checkFinding({ check, status, measured, threshold, shortfall }: Finding): void {
  if (typeof check !== 'string' || check === '') throw invalidOption('a name', 'check', check);
  choiceOption(`status of ${check}`, status, STATUSES);
  const isMeasured = Number.isFinite(measured) && Number.isFinite(threshold);
  const isWithin = shortfall === undefined || (shortfall >= 0 && shortfall <= 1);
  if (status !== 'not-applicable' && !(isMeasured && isWithin))
    throw new AvatarError(
      'invalid-options',
      `Expected finite numbers for measured and threshold of ${check}, and a shortfall in [0, 1] or none`,
      { facts: { option: 'findings', check } },
    );
}
