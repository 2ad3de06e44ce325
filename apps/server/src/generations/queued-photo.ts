import { ApiError } from '../errors/index.js';
import { fetchPhoto } from '../net/index.js';
import type { ObjectArchive } from '../storage/index.js';
import { photoBytes, type PhotoOwner, type PhotoSource, type PhotoSources } from './photo-source.js';

/** Content type of what stands for a photo that is fetched when its turn comes: an address. */
const URL_LIST = 'text/uri-list';

/**
 * Keeps the photo of a job, encrypted, until the job has ended. @param isLater what is behind an address is fetched
 * by the worker
 */
export async function keepForJob(
  archive: ObjectArchive,
  photos: PhotoSources,
  source: PhotoSource,
  { generationId, ...owner }: PhotoOwner & { readonly generationId: string },
  isLater: boolean,
): Promise<string> {
  const address = isLater && source.kind === 'address' ? source.url : undefined;
  return archive.save({
    accountId: owner.accountId,
    kind: 'queued',
    bytes:
      address === undefined ? await photoBytes(photos, source, owner) : new TextEncoder().encode(address),
    contentType: address === undefined ? 'application/octet-stream' : URL_LIST,
    expiresAt: null,
    generationId,
  });
}

/**
 * The photo that was kept for the job, or the one behind the address that was. @throws ApiError `interrupted` when it
 * is gone
 */
export async function photoOfJob(
  { archive, guardedFetch }: Pick<PhotoSources, 'archive' | 'guardedFetch'>,
  accountId: string,
  inputKey: string | null,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const kept = inputKey === null ? undefined : await archive.read(accountId, inputKey);
  if (kept === undefined) throw new ApiError('interrupted', 'The photo of the job is gone; send it again');
  if (kept.contentType !== URL_LIST) return kept.bytes;
  return fetchPhoto(guardedFetch, new TextDecoder().decode(kept.bytes), signal);
}
