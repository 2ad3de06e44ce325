import { AvatarError } from '@avatar/stage';
import { and, desc, eq } from 'drizzle-orm';
import { schema, type Database } from '../database/index.js';
import { ApiError, notFound } from '../errors/index.js';
import { fetchPhoto, type GuardedFetch } from '../net/index.js';
import type { NewObject, ObjectArchive } from '../storage/index.js';

/** Where the photo of a request comes from. */
export type PhotoSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Base64, or a `data:` address. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly url: string }
  /** A photo that an earlier request kept. */
  | { readonly kind: 'kept'; readonly inputId: string }
  /** The newest photo of the request's series. */
  | { readonly kind: 'series' };

/** It comes with the request, so it can be kept for further ones. */
export const isNewPhoto = ({ kind }: PhotoSource): boolean => kind !== 'kept' && kind !== 'series';

export interface PhotoSources {
  readonly database: Database;
  readonly archive: ObjectArchive;
  readonly guardedFetch: GuardedFetch;
  readonly maxUploadBytes: number;
}

export interface PhotoOwner {
  readonly accountId: string;
  readonly series: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The bytes of the photo, from wherever they are.
 * @throws ApiError `not-found`, `payload-too-large`; AvatarError `input-rejected`
 */
export async function photoBytes(
  { database, archive, guardedFetch, maxUploadBytes }: PhotoSources,
  source: PhotoSource,
  { accountId, series, signal }: PhotoOwner,
): Promise<Uint8Array> {
  if (source.kind === 'bytes') return source.bytes;
  if (source.kind === 'address') return fetchPhoto(guardedFetch, source.url, signal);
  if (source.kind === 'text') return decoded(source.text, maxUploadBytes);
  const isSeries = source.kind === 'series';
  const key = isSeries ? await newestOfSeries(database, accountId, series ?? '') : source.inputId;
  const kept = key === undefined ? undefined : await archive.read(accountId, key);
  if (kept === undefined) throw notFound(isSeries ? 'photo in this session' : 'input');
  return kept.bytes;
}

async function newestOfSeries(
  { orm }: Database,
  accountId: string,
  name: string,
): Promise<string | undefined> {
  const { key, kind, accountId: owner, series, createdAt } = schema.storedObjects;
  const [row] = await orm
    .select({ key })
    .from(schema.storedObjects)
    .where(and(eq(kind, 'input'), eq(owner, accountId), eq(series, name)))
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

/** Keeps a photo for further requests. @returns its id, `inp_…` */
export async function keepPhoto(
  archive: ObjectArchive,
  bytes: Uint8Array,
  input: { readonly accountId: string; readonly series: string | undefined; readonly ttlMs: number },
  triedForMs?: number,
): Promise<string> {
  const { accountId, series, ttlMs } = input;
  const object: NewObject = {
    accountId,
    kind: 'input',
    bytes,
    contentType: 'application/octet-stream',
    expiresAt: new Date(Date.now() + ttlMs),
    ...(series !== undefined && { series }),
  };
  return archive.save(object, triedForMs);
}
