import { keepPhoto, photoBytes } from '../generations/index.js';
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
export async function chosenPhoto(
  { pool, archive }: ConversationParts,
  { account }: MessageRequest,
  photos: readonly string[],
  choice: number | 'best' | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (choice !== 'best' || photos.length < 2) return photos[choice === 'best' ? 0 : (choice ?? 0)];
  let best = photos[0];
  let bestScore = -1;
  for (const key of photos) {
    const kept = await archive.read(account.id, key);
    if (kept === undefined) continue;
    const { inputQualityScore, refusal } = await pool.validate(kept.bytes, {}, { signal });
    const score = refusal === undefined ? inputQualityScore : -0.5;
    if (score > bestScore) [best, bestScore] = [key, score];
  }
  return best;
}
