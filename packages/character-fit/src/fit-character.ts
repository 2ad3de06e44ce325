import type { ModelHub } from '@avatar/models';
import { invalidOption } from '@avatar/stage';
import { combineReadings } from './combine-readings.js';
import type { CharacterFit } from './fitted-character.js';
import { characterOf } from './judge/character-of.js';
import { readPhoto, type FaceInPhoto } from './read-photo.js';

export type { FaceInPhoto };

/**
 * Measures a character from one or more photos of the same person: numbers and colours are the median, words the
 * vote. Nothing is learned of the person but what a drawing shows; gender and ethnicity are neither estimated nor used.
 *
 * @throws AvatarError `invalid-options` without a photo, `model-unavailable`, `inference-failed`; the signal's reason
 */
export async function fitCharacter(
  photos: readonly FaceInPhoto[],
  models: ModelHub,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<CharacterFit> {
  if (photos.length === 0) throw invalidOption('at least one photo', 'photos', photos.length);
  const readings = [];
  for (const photo of photos) readings.push(await readPhoto(photo, models, signal));
  return characterOf(combineReadings(readings));
}
