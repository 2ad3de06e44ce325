import type { StageContext, Warning } from '@avatar/stage';

/** A context that keeps what a stage says. */
export interface RecordedContext extends StageContext {
  readonly warnings: readonly Warning[];
}

/** A context for one run of a stage: first attempt, seed 0, full intensity, never aborted, unless told otherwise. */
export function stageContext(overrides: Partial<StageContext> = {}): RecordedContext {
  const warnings: Warning[] = [];
  const used = new Set<string>();
  return {
    signal: new AbortController().signal,
    seed: 0,
    intensity: 1,
    attempt: 0,
    warn: (warning) => void warnings.push(warning),
    useModel: (id) => void used.add(id),
    usedModels: () => [...used],
    ...overrides,
    warnings,
  };
}
