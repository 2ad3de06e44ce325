import type { StageContext } from '@avatar/stage';
import type { LoadedModel, ModelHub } from './model-hub.js';

/** The hub as one run of a stage uses it: every model that is run is told to the context. */
export function recordedUse(models: ModelHub, context: Pick<StageContext, 'useModel'>): ModelHub {
  const recorded = (loaded: LoadedModel): LoadedModel => ({
    entry: loaded.entry,
    run: (feeds, options) => {
      context.useModel(loaded.entry.id);
      return loaded.run(feeds, options);
    },
  });
  return {
    entry: (id) => models.entry(id),
    used: () => models.used(),
    load: async (id, options) => recorded(await models.load(id, options)),
    loadLocal: async (local, options) => recorded(await models.loadLocal(local, options)),
    warmUp: (ids, options) => models.warmUp(ids, options),
    close: () => models.close(),
    [Symbol.asyncDispose]: () => models.close(),
  };
}
