import { createAvatarGenerator, type AvatarGenerator, type PhotoInput } from '@avatar/generator';
import { createModelHub } from '@avatar/onnx';
import type { InputGateOptions } from '@avatar/quality-gate';
import { invalidOption } from '@avatar/stage';
import type { PoolGenerateOptions, WorkerGeneratorOptions } from './options.js';
import type { CreateWorker, TaskControl, TaskName, Worker } from './protocol.js';

/** What crosses the border for a photo and its options. */
export interface PhotoPayload {
  readonly photo: PhotoInput;
  readonly options: PoolGenerateOptions;
}

/** Each keeps the last backdrop that it painted, which may be 50 MB. */
const MAX_GENERATORS = 3;

/** The generator, inside a child. Gates that differ from call to call are generators that share their models. */
export const createWorker: CreateWorker = (options): Worker => {
  const { models, load, styles } = options as WorkerGeneratorOptions;
  const hub = createModelHub(models ?? {});
  const generators = new Map<string, AvatarGenerator>();

  const generatorFor = (input: InputGateOptions | undefined): AvatarGenerator => {
    const key = JSON.stringify(input ?? {});
    const found = generators.get(key) ?? createAvatarGenerator({ models: hub, load, styles, input });
    // Last used, last to go.
    generators.delete(key);
    generators.set(key, found);
    const [oldest] = generators.keys();
    if (generators.size > MAX_GENERATORS) generators.delete(oldest);
    return found;
  };

  return {
    run: async (task: TaskName, payload: unknown, { signal, onEvent }: TaskControl) => {
      if (task === 'warmUp') return generatorFor(undefined).warmUp({ signal });
      const { photo, options: given } = payload as PhotoPayload;
      const { input, ...generateOptions } = given;
      const generator = generatorFor(input);
      if (task === 'validate') return generator.validate(photo, { signal });
      if (task === 'generate') return generator.generate(photo, { ...generateOptions, signal, onEvent });
      throw invalidOption('"generate", "validate" or "warmUp"', 'task', task);
    },
  };
};
