import { createAvatarGenerator, type CharacterInput } from '@avatar/generator';
import type { CreateWorker, PoolDrawOptions } from '@avatar/worker-pool';

/** A worker that really draws people, and can do nothing else: no model is needed. */
export const createWorker: CreateWorker = () => {
  const generator = createAvatarGenerator();
  return {
    run: async (task, payload, { signal }) => {
      if (task !== 'draw') return undefined;
      const { who, options } = payload as { who: CharacterInput; options: PoolDrawOptions };
      return generator.draw(who, { ...options, signal });
    },
  };
};
