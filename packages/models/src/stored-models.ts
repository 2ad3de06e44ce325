import { AvatarError } from '@avatar/stage';
import { bundledManifest, findModel, type ModelEntry } from './manifest.js';
import { modelsDirectory } from './models-directory.js';
import { inspectWeights, type WeightsState } from './store/weights-store.js';

/** One model and whether its weights are stored. */
export interface ListedModel {
  readonly model: ModelEntry;
  readonly state: WeightsState;
}

/** Every model of the manifest, with the state of its stored weights (each stored file is hashed). */
export async function listModels(options: { readonly directory?: string } = {}): Promise<ListedModel[]> {
  const directory = options.directory ?? modelsDirectory();
  return Promise.all(
    bundledManifest.models.map(async (model) => ({ model, state: await inspectWeights(directory, model) })),
  );
}

/**
 * Hashes stored weights.
 *
 * @param ids Default: every model that is stored
 * @throws AvatarError `model-unavailable` naming the models that are missing or damaged
 */
export async function verifyModels(
  ids?: readonly string[],
  options: { readonly directory?: string } = {},
): Promise<ListedModel[]> {
  const listed = await listModels(options);
  for (const id of ids ?? []) findModel(id);
  const checked = listed.filter(({ model, state }) => (ids ? ids.includes(model.id) : state !== 'missing'));
  const bad = checked.filter(({ state }) => state !== 'ok');
  if (bad.length > 0)
    throw new AvatarError(
      'model-unavailable',
      `Missing or damaged: ${bad.map(({ model, state }) => `${model.id} (${state})`).join(', ')}; run "avatar models pull"`,
      { reason: 'wrong-content' },
    );
  return checked;
}
