import type { Account } from '../accounts/index.js';
import { reserveAvatar, type Billing } from '../billing/index.js';
import { isOutage, type Database } from '../database/index.js';
import type { ObjectArchive } from '../storage/index.js';
import { newId } from './ids.js';
import type { NewGeneration } from './lease.js';
import { photoBytes, type PhotoOwner, type PhotoSources } from './photo-source.js';
import { checkQueueDepth, type QueueLimits } from './queue-depth.js';
import { keepForJob, type JobSource } from './queued-subject.js';
import type { GenerationRecord } from './record.js';
import type { GenerationRequest } from './request.js';
import type { GenerationStore, OnCreated } from './store.js';

export interface QueueParts {
  readonly database: Database;
  readonly billing: Billing;
  readonly archive: ObjectArchive;
  readonly photos: PhotoSources;
  readonly store: GenerationStore;
  /** Tells idle workers that there is something to do. */
  readonly wakeWorkers: () => Promise<void>;
  readonly queueLimits: QueueLimits;
}

/** What waits for a worker, and how. */
export interface QueuedRequest {
  readonly source: JobSource;
  readonly request: GenerationRequest;
}

export interface QueuedBatch {
  readonly id: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** What is behind addresses is fetched by the workers. */
  readonly isLater: boolean;
}

/** Pays for jobs, keeps what they are made from, and writes them down: all or none. */
export async function queueJobs(
  parts: QueueParts,
  account: Account,
  checked: readonly QueuedRequest[],
  batch: QueuedBatch | undefined,
  onCreated: OnCreated | undefined,
): Promise<readonly GenerationRecord[]> {
  const { store, archive, photos, billing, database } = parts;
  const { id: accountId } = account;
  await checkQueueDepth(database.orm, account, checked.length, parts.queueLimits);
  const items = checked.map((one) => ({ ...one, id: newId('avt') }));
  const isLater = batch?.isLater ?? false;
  const present = fetchedOnce(photos);
  const kept: string[] = [];
  try {
    for (const { id, request } of items) await reserveAvatar(billing, accountId, id, request.reference);
    const created: NewGeneration[] = [];
    for (const [index, { id, source, request }] of items.entries()) {
      const owner = { accountId, series: request.series, generationId: id };
      const subject = isLater ? source : await present(source, owner);
      const inputKey = await keepForJob(archive, photos, subject, owner, isLater);
      kept.push(inputKey);
      created.push({
        id,
        accountId,
        request,
        inputKey,
        kind: batch ? 'batch-item' : 'generate',
        ...(batch && { batch: { id: batch.id, index } }),
      });
    }
    const batchRow = batch && { id: batch.id, accountId, size: items.length, request: batch.request };
    const records = await store.queue(created, batchRow, onCreated);
    await parts.wakeWorkers();
    return records;
  } catch (error) {
    await tidied(async () => {
      for (const key of kept) await archive.remove(accountId, key);
      for (const { id } of items) await billing.release(database.orm, id);
    });
    throw error;
  }
}

/** What is behind an address that several jobs share is fetched for all of them together. */
function fetchedOnce(photos: PhotoSources): (source: JobSource, owner: PhotoOwner) => Promise<JobSource> {
  const fetched = new Map<JobSource, JobSource>();
  return async (source, owner) => {
    if (source.kind !== 'address') return source;
    const known = fetched.get(source);
    if (known !== undefined) return known;
    const present: JobSource = { kind: 'bytes', bytes: await photoBytes(photos, source, owner) };
    fetched.set(source, present);
    return present;
  };
}

/** Takes back what was done for nothing. While the database is away the sweep has to, later. */
export async function tidied(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!isOutage(error)) throw error;
  });
}
