import type { StageContext } from '@avatar/stage';
import type { ModelHub, ModelSession } from './hub-contract.js';

/** The hub as one run of a stage uses it: every model that is run is told to the context. */
export function recordedUse(models: ModelHub, context: Pick<StageContext, 'useModel'>): ModelHub {
  const recorded = (session: ModelSession): ModelSession => ({
    model: session.model,
    run: (feeds, options) => {
      context.useModel(session.model.id);
      return session.run(feeds, options);
    },
  });
  return {
    entry: (id) => models.entry(id),
    used: () => models.used(),
    session: async (id, options) => recorded(await models.session(id, options)),
    localSession: async (local, options) => recorded(await models.localSession(local, options)),
    warmUp: (ids, options) => models.warmUp(ids, options),
    [Symbol.asyncDispose]: () => models[Symbol.asyncDispose](),
  };
}
