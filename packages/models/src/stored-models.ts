import { rm } from 'node:fs/promises';
import { AvatarError } from '@avatar/stage';
import { PULL } from './fetch/download-failure.js';
import { bundledManifest, findModel, type ModelEntry, type ModelManifest } from './manifest.js';
import { modelsDirectory } from './models-directory.js';
import { inspectWeights, type WeightsState, weightsPath } from './store/weights-store.js';

/** One model and whether its weights are stored. */
export interface ListedModel {
  readonly model: ModelEntry;
  readonly state: WeightsState;
}

/** Models by their ids; without ids the default set. */
export const modelsOfIds = (
  ids: readonly string[] | undefined,
  manifest: ModelManifest,
): readonly ModelEntry[] =>
  ids?.map((id) => findModel(id, manifest)) ?? manifest.models.filter((entry) => entry.inDefaultSet);

const inspectAll = (models: readonly ModelEntry[], directory: string): Promise<ListedModel[]> =>
  Promise.all(models.map(async (model) => ({ model, state: await inspectWeights(directory, model) })));

function refuseUnlessOk(listed: readonly ListedModel[]): void {
  const bad = listed.filter(({ state }) => state !== 'ok');
  if (bad.length > 0)
    throw new AvatarError(
      'model-unavailable',
      `Missing or damaged: ${bad.map(({ model, state }) => `${model.id} (${state})`).join(', ')}; fetch them with ${PULL}`,
      { reason: 'wrong-content' },
    );
}

/** @throws AvatarError `model-unavailable` unless the weights of all are stored and whole */
export async function verifyStored(models: readonly ModelEntry[], directory: string): Promise<void> {
  refuseUnlessOk(await inspectAll(models, directory));
}

/** Every model of the manifest, with the state of its stored weights (each stored file is hashed). */
export async function listModels(options: { readonly directory?: string } = {}): Promise<ListedModel[]> {
  return inspectAll(bundledManifest.models, options.directory ?? modelsDirectory());
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
  refuseUnlessOk(checked);
  return checked;
}

/**
 * Deletes stored weights; whoever needs them later fetches them again.
 *
 * @param ids models of the catalogue
 * @returns those that were stored
 */
export async function removeModels(
  ids: readonly string[],
  options: { readonly directory?: string } = {},
): Promise<readonly ModelEntry[]> {
  const directory = options.directory ?? modelsDirectory();
  const stored = (await inspectAll(modelsOfIds(ids, bundledManifest), directory)).filter(
    ({ state }) => state !== 'missing',
  );
  for (const { model } of stored) await rm(weightsPath(directory, model), { force: true });
  return stored.map(({ model }) => model);
}
