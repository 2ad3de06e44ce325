import { AvatarError } from '@avatar/stage';
import { keepPhoto, photoBytes } from '../generations/index.js';
import type { ChosenPhotos } from './chosen-photos.js';
import type { ConversationParts } from './conversation-parts.js';
import type { Conversation } from './conversation-store.js';
import type { MessageRequest } from './turn.js';

export async function isKept(
  { archive }: ConversationParts,
  { account }: MessageRequest,
  photo: string | undefined,
): Promise<boolean> {
  return photo !== undefined && (await archive.has(account.id, photo));
}

export async function newPhotos(
  { archive, photos: sources, inputTtlMs }: ConversationParts,
  { account, photos }: MessageRequest,
  { id: series }: Conversation,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const photo of photos) {
    const owner = { accountId: account.id, series };
    const bytes = await photoBytes(sources, photo, { ...owner, signal });
    keys.push(await keepPhoto(archive, bytes, { ...owner, ttlMs: inputTtlMs }));
  }
  return keys;
}

/** Of photos of one person the one that is best to work with; each is examined as `validate` does. */
export async function chosenPhotos(
  { pool, archive }: ConversationParts,
  { account }: MessageRequest,
  photos: readonly string[],
  choice: number | 'best' | undefined,
  signal: AbortSignal,
): Promise<ChosenPhotos | undefined> {
  if (photos.length === 0) return undefined;
  if (choice !== 'best' || photos.length < 2)
    return { photo: photos[choice === 'best' ? 0 : (choice ?? 0)], together: [] };
  const usable: { readonly key: string; readonly score: number }[] = [];
  for (const key of photos) {
    const kept = await archive.read(account.id, key);
    if (kept === undefined) continue;
    const score = await qualityOf(pool, kept.bytes, signal);
    if (score !== undefined) usable.push({ key, score });
  }
  // Of none that can be used the first says why.
  const [best = photos[0]] = usable.toSorted((one, other) => other.score - one.score).map(({ key }) => key);
  return { photo: best, together: usable.length > 1 ? usable.map(({ key }) => key) : [] };
}

/** Undefined for a photo that no avatar can be made of. */
async function qualityOf(
  pool: ConversationParts['pool'],
  photo: Uint8Array,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const { inputQualityScore, refusal } = await pool.validate(photo, {}, { signal });
    return refusal === undefined ? inputQualityScore : undefined;
  } catch (error) {
    if (AvatarError.is(error) && error.code === 'input-rejected') return undefined;
    throw error;
  }
}
