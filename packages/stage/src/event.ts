import type { Verdict } from './verdict.js';
import type { Warning } from './warning.js';

/**
 * What a run tells while it goes. `attempt` is 0 for stages outside a retry and for the first attempt.
 * Durations are wall-clock milliseconds.
 */
export type StageEvent =
  | { readonly type: 'stage-start'; readonly stage: string; readonly attempt: number }
  | {
      readonly type: 'stage-warning';
      readonly stage: string;
      readonly attempt: number;
      /** It was said in the body of a retry: it is about that attempt alone. */
      readonly retried: boolean;
      readonly warning: Warning;
    }
  | {
      readonly type: 'stage-end';
      readonly stage: string;
      readonly attempt: number;
      readonly durationMs: number;
    }
  | {
      readonly type: 'attempt-end';
      readonly attempt: number;
      readonly intensity: number;
      readonly verdict: Verdict;
    }
  /** `models`: ids of the models that were run, in the order of their first use. */
  | { readonly type: 'run-end'; readonly durationMs: number; readonly models: readonly string[] };
