import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import { ApiError, problemOf } from '../errors/index.js';
import type { GenerationSignals, GenerationStore } from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';

const { generations, storedObjects } = schema;

export interface RecoverySettings {
  readonly database: Database;
  readonly store: GenerationStore;
  /** Gives back what requests held whose process has been silent for so long. */
  readonly releaseHeld: (silenceMs: number) => Promise<unknown>;
  readonly wakeWorkers: () => Promise<void>;
  readonly signals: GenerationSignals;
  readonly archive: ObjectArchive;
  readonly maxDeliveries: number;
  /** Without a sign of life for so long, the process that ran a generation is taken for dead. */
  readonly silenceMs: number;
}

const NOTHING = { computeMs: 0, cost: 0 };

/**
 * Takes care of generations whose process died: jobs go back to the queue until they have had their deliveries, and what ran
 * synchronously has failed, as its photo is gone with the process. Credits that a request held go back when it died before
 * its generation was written. Safe to be called by many processes at once.
 * @param silenceMs 0 when no other process can be alive, as at the start with the embedded database
 * @returns how many generations
 */
export async function recoverGenerations(
  { database, store, releaseHeld, wakeWorkers, signals, archive, maxDeliveries, silenceMs }: RecoverySettings,
  silence = silenceMs,
): Promise<number> {
  const orphans = await database.orm
    .select({
      id: generations.id,
      accountId: generations.accountId,
      workerId: generations.workerId,
      deliveries: generations.deliveries,
      inputKey: generations.inputKey,
    })
    .from(generations)
    .where(
      and(
        eq(generations.status, 'running'),
        or(
          isNull(generations.heartbeatAt),
          lt(
            generations.heartbeatAt,
            sql`now() - make_interval(secs => ${silence / 1000}::double precision)`,
          ),
        ),
      ),
    );
  for (const { id, accountId, workerId, deliveries, inputKey } of orphans) {
    const lease = { id, workerId: workerId ?? '', delivery: deliveries };
    if (inputKey !== null && deliveries < maxDeliveries) {
      // Those of the dead process, by name: the next one may have written its own before these are gone.
      const pictures = await picturesOf(database, id);
      if (await store.requeue(lease, NOTHING))
        for (const key of pictures) await archive.remove(accountId, key);
    } else {
      const problem = interruption(inputKey !== null, deliveries);
      const failed = await store.finish(lease, { status: 'failed', problem }, NOTHING);
      // Pictures too: it may have got as far as that before its process died.
      if (failed) await archive.removeOf(id);
    }
    await signals.send('changed', id);
  }
  if (orphans.length > 0) await wakeWorkers();
  await releaseHeld(silence);
  return orphans.length;
}

async function picturesOf({ orm }: Database, id: string): Promise<string[]> {
  const rows = await orm
    .select({ key: storedObjects.key })
    .from(storedObjects)
    .where(
      and(
        eq(storedObjects.generationId, id),
        inArray(storedObjects.kind, ['output', 'thumbnail', 'preview']),
      ),
    );
  return rows.map(({ key }) => key);
}

/**
 * The same, to be called from time to time. While the database was away nobody could give signs of life, so after
 * that it waits for as long as a process may be silent.
 */
export function createRecovery(settings: RecoverySettings): () => Promise<number> {
  let answersSinceMs: number | undefined;
  return async () => {
    try {
      await settings.database.ping();
    } catch (error) {
      answersSinceMs = undefined;
      throw error;
    }
    answersSinceMs ??= performance.now();
    return performance.now() - answersSinceMs < settings.silenceMs ? 0 : recoverGenerations(settings);
  };
}

const interruption = (isJob: boolean, deliveries: number) =>
  problemOf(
    new ApiError(
      'interrupted',
      isJob
        ? `The job was started ${deliveries} times, and each time its process ended before it was done`
        : 'The server stopped in the middle of the run; send the photo again',
    ),
  ).problem;
