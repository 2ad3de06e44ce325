import type { StageEvent, Warning } from '@avatar/stage';

interface NotedWarning {
  readonly stage: string;
  readonly attempt: number;
  readonly warning: Warning;
}

/** Keeps what the events of one run say. */
export class RunJournal {
  readonly #warnings: NotedWarning[] = [];
  readonly #timingsMs: Record<string, number> = {};

  note(event: StageEvent): void {
    if (event.type === 'stage-warning') this.#warnings.push(event);
    if (event.type !== 'stage-end') return;
    const { stage, durationMs } = event;
    this.#timingsMs[stage] = (this.#timingsMs[stage] ?? 0) + durationMs;
  }

  /** Milliseconds a stage, all attempts together. */
  timingsMs(): Readonly<Record<string, number>> {
    return { ...this.#timingsMs };
  }

  /**
   * Warnings about the photo and about one attempt; those of the other attempts are left out.
   * @param retried names of the stages that run once an attempt
   */
  warningsOf(attempt: number, retried: readonly string[]): Warning[] {
    return this.#warnings
      .filter((noted) => noted.attempt === attempt || !retried.includes(noted.stage))
      .map(({ warning }) => warning);
  }
}
