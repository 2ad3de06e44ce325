import type { GenerationSignals, GenerationStore } from '../generations/index.js';
import { ApiError } from '../errors/index.js';
import type { ObjectArchive } from '../storage/index.js';
import type { OwnStyleStore } from '../styles/index.js';

export interface DeletionParts {
  readonly ownStyles: OwnStyleStore;
  readonly store: GenerationStore;
  readonly signals: GenerationSignals;
  readonly archive: ObjectArchive;
}

/** Deletes a style with its pictures and previews; one that is being made is cancelled. @returns whether there was one */
export async function deleteStyle(
  { ownStyles, store, signals, archive }: DeletionParts,
  accountId: string,
  token: string,
): Promise<boolean> {
  const style = await ownStyles.find(accountId, token);
  if (style === undefined) return false;
  if (style.status === 'queued' || style.status === 'running') {
    // It may end by itself in this moment, which is as good.
    await store.cancel(accountId, token).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
    });
    await signals.send('cancelled', token);
  }
  const isRemoved = await ownStyles.remove(accountId, token);
  await archive.removeOf(token);
  return isRemoved;
}
