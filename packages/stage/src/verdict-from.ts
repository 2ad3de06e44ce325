import type { Finding, Verdict } from './verdict.js';

/**
 * The verdict of a gate: accepted unless a check failed.
 * @param more what else the gate knows, such as the likeness, or a decision of its own. The decision is `accept` or
 * `review` otherwise
 */
export function verdictFrom(
  findings: readonly Finding[],
  more: Partial<Omit<Verdict, 'accepted' | 'findings'>> = {},
): Verdict {
  const accepted = findings.every(({ status }) => status !== 'failed');
  return { accepted, decision: accepted ? 'accept' : 'review', ...more, findings };
}
