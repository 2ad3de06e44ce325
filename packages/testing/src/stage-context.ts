import type { StageContext, Warning } from '@avatar/stage';

/** A context that keeps what a stage says. */
export interface RecordedContext extends StageContext {
  readonly warnings: readonly Warning[];
  /** Every `progress(completed, total)` in its order. */
  readonly progressed: readonly (readonly [completed: number, total: number])[];
}

/** A context for one run of a stage: first attempt, seed 0, full intensity, never aborted, unless told otherwise. */
export function stageContext(overrides: Partial<StageContext> = {}): RecordedContext {
  const warnings: Warning[] = [];
  const progressed: [number, number][] = [];
  return {
    signal: new AbortController().signal,
    seed: 0,
    intensity: 1,
    attempt: 0,
    progress: (completed, total) => void progressed.push([completed, total]),
    warn: (warning) => void warnings.push(warning),
    ...overrides,
    warnings,
    progressed,
  };
}
