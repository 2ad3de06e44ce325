import type { StageEvent, Warning } from '@avatar/stage';

interface NotedWarning {
  readonly attempt: number;
  readonly retried: boolean;
  readonly warning: Warning;
}

/** Keeps what the events of one run say. */
export class RunJournal {
  readonly #warnings: NotedWarning[] = [];
  readonly #timingsMs: Record<string, number> = {};
  #models: readonly string[] = [];

  note(event: StageEvent): void {
    if (event.type === 'stage-warning') this.#warnings.push(event);
    if (event.type === 'run-end') this.#models = event.models;
    if (event.type !== 'stage-end') return;
    const { stage, durationMs } = event;
    this.#timingsMs[stage] = (this.#timingsMs[stage] ?? 0) + durationMs;
  }

  /** Milliseconds a stage, all attempts together. */
  timingsMs(): Readonly<Record<string, number>> {
    return { ...this.#timingsMs };
  }

  /** Ids of the models that were run. */
  models(): readonly string[] {
    return this.#models;
  }

  /** Warnings about the photo and about one attempt; those of the other attempts are left out. */
  warningsOf(attempt: number): Warning[] {
    return this.#warnings
      .filter((noted) => noted.attempt === attempt || !noted.retried)
      .map(({ warning }) => warning);
  }
}
