import { AvatarError } from '@avatar/stage';
import type { LoadedModel, ModelHub } from './model-hub.js';

/**
 * A model that the work can go on without: undefined where it cannot be had.
 * @throws what `load` throws for other reasons, and the signal's reason when it is aborted
 */
export async function loadIfAvailable(
  models: ModelHub,
  id: string,
  options: { readonly signal?: AbortSignal },
): Promise<LoadedModel | undefined> {
  return models.load(id, options).catch((error: unknown) => {
    if (AvatarError.is(error) && error.code === 'model-unavailable') return undefined;
    throw error;
  });
}
