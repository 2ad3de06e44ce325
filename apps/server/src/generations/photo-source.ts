import { AvatarError } from '@avatar/stage';
import { and, desc, eq } from 'drizzle-orm';
import type { PhotoFields } from '../api/schemas/avatar-options.js';
import { schema, type Database } from '../database/index.js';
import { ApiError, notFound } from '../errors/index.js';
import { fetchPhoto, type GuardedFetch } from '../net/index.js';
import type { ObjectArchive } from '../storage/index.js';

export interface PhotoSources {
  readonly database: Database;
  readonly archive: ObjectArchive;
  readonly guardedFetch: GuardedFetch;
  readonly maxUploadBytes: number;
}

export interface PhotoQuestion {
  readonly accountId: string;
  readonly sessionId: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const SOURCES = ['image', 'image_url', 'image_base64', 'input_id'] as const;

/** Exactly one of the four, or a session that has a photo. @throws ApiError `invalid-request` */
export function checkPhotoFields(fields: PhotoFields, sessionId: string | undefined, pointer = ''): void {
  const given = SOURCES.filter((name) => fields[name] !== undefined);
  if (given.length === 1 || (given.length === 0 && sessionId !== undefined)) return;
  const detail =
    given.length === 0
      ? 'Send a photo: image_url, image_base64, input_id, or a file named image as multipart/form-data'
      : `Send one photo, not ${given.join(' and ')}`;
  throw new ApiError('invalid-request', detail, { errors: [{ pointer: `${pointer}/`, detail }] });
}

/**
 * The bytes of the photo, from wherever they are.
 * @throws ApiError `not-found`, `payload-too-large`; AvatarError `input-rejected`
 */
export async function photoBytes(
  { database, archive, guardedFetch, maxUploadBytes }: PhotoSources,
  { image, image_url, image_base64, input_id }: PhotoFields,
  { accountId, sessionId, signal }: PhotoQuestion,
): Promise<Uint8Array> {
  if (image !== undefined) return image;
  if (image_url !== undefined) return fetchPhoto(guardedFetch, image_url, signal);
  if (image_base64 !== undefined) return decoded(image_base64, maxUploadBytes);
  const key = input_id ?? (await newestOfSession(database, accountId, sessionId ?? ''));
  const kept = key === undefined ? undefined : await archive.read(accountId, key);
  if (kept === undefined) throw notFound(input_id === undefined ? 'photo in this session' : 'input');
  return kept.bytes;
}

async function newestOfSession(
  { orm }: Database,
  accountId: string,
  sessionId: string,
): Promise<string | undefined> {
  const { key, kind, accountId: owner, sessionId: session, createdAt } = schema.storedObjects;
  const [row] = await orm
    .select({ key })
    .from(schema.storedObjects)
    .where(and(eq(kind, 'input'), eq(owner, accountId), eq(session, sessionId)))
    .orderBy(desc(createdAt))
    .limit(1);
  return row?.key;
}

function decoded(text: string, maxBytes: number): Uint8Array {
  const start = text.startsWith('data:') ? text.indexOf(',') + 1 : 0;
  const bytes = Buffer.from(text.slice(start), 'base64');
  if (bytes.length === 0)
    throw AvatarError.rejected('not-an-image', 'The photo is not a picture. Send a JPEG, PNG or WebP file.');
  if (bytes.length > maxBytes)
    throw new ApiError('payload-too-large', `The photo is larger than ${maxBytes} bytes; send a smaller one`);
  return bytes;
}

/** Keeps a photo for further requests. @returns its `input_id` */
export async function cacheInput(
  archive: ObjectArchive,
  bytes: Uint8Array,
  input: { readonly accountId: string; readonly sessionId: string | undefined; readonly ttlMs: number },
): Promise<string> {
  const { accountId, sessionId, ttlMs } = input;
  return archive.save({
    accountId,
    kind: 'input',
    bytes,
    contentType: 'application/octet-stream',
    expiresAt: new Date(Date.now() + ttlMs),
    ...(sessionId !== undefined && { sessionId }),
  });
}
