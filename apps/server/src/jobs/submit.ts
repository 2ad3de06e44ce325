import {
  photoBytes,
  type GenerationRequest,
  type GenerationStore,
  type NewGeneration,
  type PhotoFields,
  type PhotoSources,
} from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';
import type { JobQueue } from './job-queue.js';

/** Content type of what stands for a photo that is fetched when its turn comes: an address. */
export const URL_LIST = 'text/uri-list';

export interface Submission {
  readonly accountId: string;
  readonly items: readonly {
    readonly photo: PhotoFields;
    readonly request: GenerationRequest;
    readonly id: string;
  }[];
  readonly batch?: { readonly id: string; readonly request: Readonly<Record<string, unknown>> };
}

export interface SubmitWorld {
  readonly store: GenerationStore;
  readonly archive: ObjectArchive;
  readonly queue: JobQueue;
  readonly photos: PhotoSources;
}

/** Keeps the photos, encrypted, and queues their jobs. Either all are queued or nothing is left. */
export async function submitJobs(
  { store, archive, queue, photos }: SubmitWorld,
  { accountId, items, batch }: Submission,
): Promise<void> {
  const kept: string[] = [];
  try {
    const created: NewGeneration[] = [];
    for (const [index, { id, photo, request }] of items.entries()) {
      // Addresses of a batch are fetched by the workers, one by one; a single photo is fetched now, so that its sender hears at once.
      const isLater = batch !== undefined && photo.image_url !== undefined;
      const bytes = isLater
        ? new TextEncoder().encode(photo.image_url)
        : await photoBytes(photos, photo, { accountId, sessionId: request.sessionId });
      const contentType = isLater ? URL_LIST : 'application/octet-stream';
      const inputKey = await archive.save({
        accountId,
        kind: 'queued',
        bytes,
        contentType,
        expiresAt: null,
        generationId: id,
      });
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
    await store.queue(created, batchRow, queue.enqueue);
  } catch (error) {
    for (const key of kept) await archive.remove(accountId, key);
    throw error;
  }
  await queue.wake();
}
