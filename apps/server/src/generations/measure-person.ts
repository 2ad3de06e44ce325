import type { MeasuredCharacter } from '@avatar/generator';
import type { WorkerPool } from '@avatar/worker-pool';
import type { FairGate } from './fair-gate.js';

export interface MeasuringParts {
  readonly pool: Pick<WorkerPool, 'measure'>;
  /** The line of those that wait for their answer. */
  readonly gate: FairGate;
  /** Milliseconds, waiting included. */
  readonly deadlineMs: number;
}

/** Measures one person from 1 to 16 photos while the caller waits. Free: it makes no picture. */
export async function measurePerson(
  { pool, gate, deadlineMs }: MeasuringParts,
  accountId: string,
  photos: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<MeasuredCharacter> {
  const endMs = performance.now() + deadlineMs;
  const place = gate.enter(accountId);
  try {
    await place.turn(signal, endMs);
    const leftMs = Math.max(1, Math.round(endMs - performance.now()));
    // The gate is the line, and this is the first in it.
    return await pool.measure(photos, { signal, deadlineMs: leftMs, unbounded: true });
  } finally {
    place.leave();
  }
}
