import type { GenerationRecord } from './generations/index.js';
import type { FinishedGeneration } from './observability/index.js';

/** A record as the metrics count it. */
export const finishedOf = ({ request, status, avatar }: GenerationRecord): FinishedGeneration => ({
  style: avatar?.style ?? request.options.style,
  platform: avatar?.platform ?? request.options.platform ?? 'custom',
  outcome: status as FinishedGeneration['outcome'],
  decision: avatar?.decision,
  likenessScore: avatar?.likenessScore ?? undefined,
  attempts: avatar?.attempts.length,
});
