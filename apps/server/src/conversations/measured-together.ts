import type { CharacterSpec } from '@avatar/character';
import { AvatarError } from '@avatar/stage';
import { measurePerson } from '../generations/index.js';
import type { ObjectArchive } from '../storage/index.js';

/**
 * One person, measured from several photos: the median of numbers and colours, the vote of words. Photos whose time
 * has come are left out.
 * @param keys `inp_…`
 */
export async function measuredTogether(
  archive: ObjectArchive,
  parts: Parameters<typeof measurePerson>[0],
  accountId: string,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<CharacterSpec> {
  const kept = await Promise.all(keys.map((key) => archive.read(accountId, key)));
  const photos = kept.flatMap((photo) => photo?.bytes ?? []);
  if (photos.length === 0)
    throw AvatarError.rejected('not-found', 'The photos are no longer kept. Please send them again.');
  return (await measurePerson(parts, accountId, photos, signal)).character;
}
