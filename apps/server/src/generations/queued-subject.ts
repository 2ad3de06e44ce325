import type { CharacterInput } from '@avatar/generator';
import { ApiError } from '../errors/index.js';
import { fetchPhoto } from '../net/index.js';
import type { ObjectArchive } from '../storage/index.js';
import { photoBytes, type PhotoOwner, type PhotoSource, type PhotoSources } from './photo-source.js';

/** What a job is made from: a photo, or a person in words or data. */
export type JobSource = PhotoSource | { readonly kind: 'person'; readonly who: CharacterInput };

/** The same when its turn has come. */
export type JobSubject =
  | { readonly kind: 'photo'; readonly bytes: Uint8Array }
  | { readonly kind: 'person'; readonly who: CharacterInput };

/** Content type of what stands for a photo that is fetched when its turn comes: an address. */
const URL_LIST = 'text/uri-list';
/** Content type of a person without a photo. */
const PERSON = 'application/json';
const PHOTO = 'application/octet-stream';

/**
 * Keeps what a job is made from, encrypted, until the job has ended: words about a person are as much theirs as a
 * photo. @param isLater what is behind an address is fetched by the worker
 */
export async function keepForJob(
  archive: ObjectArchive,
  photos: PhotoSources,
  source: JobSource,
  { generationId, ...owner }: PhotoOwner & { readonly generationId: string },
  isLater: boolean,
): Promise<string> {
  const kept = await keptFor(photos, source, owner, isLater);
  return archive.save({
    ...kept,
    accountId: owner.accountId,
    kind: 'queued',
    expiresAt: null,
    generationId,
  });
}

async function keptFor(photos: PhotoSources, source: JobSource, owner: PhotoOwner, isLater: boolean) {
  if (source.kind === 'person') return { bytes: encoded(JSON.stringify(source.who)), contentType: PERSON };
  if (isLater && source.kind === 'address') return { bytes: encoded(source.url), contentType: URL_LIST };
  return { bytes: await photoBytes(photos, source, owner), contentType: PHOTO };
}

/**
 * What was kept for the job, or the photo behind the address that was. @throws ApiError `interrupted` when it is gone
 */
export async function subjectOfJob(
  { archive, guardedFetch }: Pick<PhotoSources, 'archive' | 'guardedFetch'>,
  accountId: string,
  inputKey: string | null,
  signal: AbortSignal,
): Promise<JobSubject> {
  const kept = inputKey === null ? undefined : await archive.read(accountId, inputKey);
  if (kept === undefined)
    throw new ApiError('interrupted', 'What the job is made from is gone; send it again');
  const { bytes, contentType } = kept;
  if (contentType === PERSON) return { kind: 'person', who: JSON.parse(decoded(bytes)) as CharacterInput };
  if (contentType === URL_LIST)
    return { kind: 'photo', bytes: await fetchPhoto(guardedFetch, decoded(bytes), signal) };
  return { kind: 'photo', bytes };
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
