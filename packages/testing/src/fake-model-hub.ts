import { findModel, type LoadedModel, type ModelEntry, type ModelHub, type Tensor } from '@avatar/models';
import { AvatarError } from '@avatar/stage';
import { modelOfTests } from './model-of-tests.js';

type Tensors = Readonly<Record<string, Tensor>>;

/** Stands in for a model: input tensors by name to output tensors by name. */
export type FakeModel = (feeds: Tensors) => Tensors | Promise<Tensors>;

export interface FakeModelHubOptions {
  /** Facts that tests change or add, by model id. Ids of the catalogue have their real entry otherwise. */
  readonly entries?: Readonly<Record<string, Partial<ModelEntry>>>;
}

/** One run of a fake model. */
export interface ModelCall {
  readonly model: string;
  readonly feeds: Tensors;
}

export interface FakeModelHub extends ModelHub {
  /** Every run so far, in its order. */
  readonly calls: readonly ModelCall[];
}

/**
 * A model hub without weights. It refuses what the real one refuses: a model that is not there, an aborted signal,
 * inputs of the wrong shape, tensors whose values and sides disagree.
 */
export function fakeModelHub(
  models: Readonly<Record<string, FakeModel>>,
  { entries = {} }: FakeModelHubOptions = {},
): FakeModelHub {
  const calls: ModelCall[] = [];
  const used = new Map<string, ModelEntry>();
  const entry = (id: string): ModelEntry => ({ ...catalogueEntry(id), ...entries[id] });
  const loadedModel = (model: ModelEntry, signal?: AbortSignal): LoadedModel => {
    signal?.throwIfAborted();
    const fake = models[model.id];
    if (fake === undefined) throw missing(model.id, Object.keys(models));
    used.set(model.id, model);
    return fakeLoadedModel(model, fake, calls);
  };
  const load: ModelHub['load'] = async (id, options) => loadedModel(entry(id), options?.signal);
  return {
    calls,
    load,
    loadLocal: async ({ id, inputs, outputs }, options) =>
      loadedModel({ ...entry(id), inputs, outputs }, options?.signal),
    entry,
    used: () => [...used.values()],
    warmUp: async (ids, options) => {
      for (const id of ids) await load(id, options);
    },
    close: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function fakeLoadedModel(model: ModelEntry, fake: FakeModel, calls: ModelCall[]): LoadedModel {
  return {
    entry: model,
    run: async (feeds, options) => {
      options?.signal?.throwIfAborted();
      checkInputs(model, feeds);
      calls.push({ model: model.id, feeds });
      const outputs = await fake(feeds);
      for (const [name, tensor] of Object.entries(outputs)) checkTensor(model.id, name, tensor);
      return { ...outputs };
    },
  };
}

/** The catalogue's entry, or for an id that it does not know one without a contract. */
function catalogueEntry(id: string): ModelEntry {
  try {
    return findModel(id);
  } catch {
    return modelOfTests(id);
  }
}

function checkInputs(model: ModelEntry, feeds: Tensors): void {
  for (const [name, tensor] of Object.entries(feeds)) checkTensor(model.id, name, tensor);
  for (const { name, shape } of model.inputs) {
    const dims = feeds[name]?.dims;
    const fits =
      dims?.length === shape.length &&
      shape.every((side, axis) => typeof side === 'string' || side === dims[axis]);
    if (!fits)
      throw wrong(
        model.id,
        `expects "${name}" [${shape.join(', ')}], received [${dims?.join(', ') ?? 'nothing'}]`,
      );
  }
}

function checkTensor(id: string, name: string, { data, dims }: Tensor): void {
  const count = dims.reduce((product, side) => product * side, 1);
  if (count !== data.length)
    throw wrong(id, `has "${name}" [${dims.join(', ')}] with ${data.length} values instead of ${count}`);
}

const wrong = (id: string, what: string): AvatarError =>
  new AvatarError('inference-failed', `Fake model ${id} ${what}`, { facts: { model: id } });

const missing = (id: string, known: readonly string[]): AvatarError =>
  new AvatarError(
    'model-unavailable',
    `This fake hub has no model "${id}"; it has ${known.join(', ') || 'none'}`,
    {
      facts: { model: id },
    },
  );
