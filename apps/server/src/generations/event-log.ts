import { and, asc, eq, gt } from 'drizzle-orm';
import type { StageEvent } from '@avatar/stage';
import { schema, type Database } from '../database/index.js';
import type { GenerationSignals } from './signals.js';

const { jobEvents } = schema;

export interface LoggedEvent {
  /** Rises with every event of a generation. */
  readonly id: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const FLUSH_MS = 100;

/** Writes what a job tells, a few events at a time and in their order. */
export class EventWriter {
  #waiting: StageEvent[] = [];
  #position = 0;
  #timer: NodeJS.Timeout | undefined;
  #written: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly signals: GenerationSignals,
    private readonly generationId: string,
    private readonly delivery: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  write(event: StageEvent): void {
    this.#waiting.push(event);
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  /** Resolves when everything is written. Never rejects: a job does not fail for what it tells. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const events = this.#waiting;
    this.#waiting = [];
    if (events.length > 0) this.#written = this.#written.then(() => this.#insert(events)).catch(this.onError);
    return this.#written;
  }

  async #insert(events: readonly StageEvent[]): Promise<void> {
    const { generationId, delivery } = this;
    const rows = events.map((event) => {
      const { type, ...data } = toldEvent(event);
      return { generationId, delivery, position: this.#position++, type, data };
    });
    // What is there already was written before the connection was lost.
    await this.database.orm.insert(jobEvents).values(rows).onConflictDoNothing();
    await this.signals.send('changed', generationId);
  }
}

/** A stage's event as it is told and kept: of a verdict only what concerns callers. */
export function toldEvent(event: StageEvent): { readonly type: string } & Readonly<Record<string, unknown>> {
  const { type } = event;
  if (type === 'run-end') return { type, durationMs: event.durationMs };
  if (type === 'attempt-end') {
    const { decision, likenessScore, accepted } = event.verdict;
    return {
      type,
      attempt: event.attempt,
      intensity: event.intensity,
      accepted,
      decision,
      likenessScore,
    };
  }
  const { stage, attempt } = event;
  if (type === 'stage-end') return { type, stage, attempt, durationMs: event.durationMs };
  if (type === 'stage-warning') return { type, stage, attempt, warning: { ...event.warning } };
  return { type, stage, attempt };
}

/** What a job told after an event, oldest first. */
export async function eventsAfter(
  { orm }: Database,
  generationId: string,
  after: number,
): Promise<LoggedEvent[]> {
  return orm
    .select({ id: jobEvents.id, type: jobEvents.type, data: jobEvents.data })
    .from(jobEvents)
    .where(and(eq(jobEvents.generationId, generationId), gt(jobEvents.id, after)))
    .orderBy(asc(jobEvents.id));
}
