import {
  createAvatarGenerator,
  growHeapInLargeSteps,
  type AvatarGenerator,
  type Engines,
} from '@avatar/generator';
import { createModelHub } from '@avatar/onnx';
import type { InputGateOptions } from '@avatar/quality-gate';
import { invalidOption } from '@avatar/stage';
import type {
  AnyDrawOptions,
  CreateEngines,
  EnginesModule,
  PoolAnimationOptions,
  PoolModelOptions,
  WorkerGeneratorOptions,
} from './options.js';
import { measuredInWorker, styleInWorker } from './style-tasks.js';
import type { CreateWorker, TaskControl, TaskName, Worker, WorkerTasks } from './protocol.js';

type Tasks = {
  readonly [Name in TaskName]: (
    payload: WorkerTasks[Name]['payload'],
    control: TaskControl,
  ) => Promise<WorkerTasks[Name]['result']>;
};

/** Each keeps the last backdrop that it painted, which may be 50 MB. */
const MAX_GENERATORS = 3;

async function enginesFrom({ module, options }: EnginesModule): Promise<Engines> {
  const { createEngines } = (await import(module)) as { createEngines: CreateEngines };
  return createEngines(options);
}

const isAnimation = (options: AnyDrawOptions): options is PoolAnimationOptions =>
  'animate' in options && options.animate !== undefined;
const isModel = (options: AnyDrawOptions): options is PoolModelOptions =>
  options.format === 'glb' || options.format === 'vrm';

/** The generator, inside a child. Gates that differ from call to call are generators that share their models. */
export const createWorker: CreateWorker = async (options): Promise<Worker> => {
  growHeapInLargeSteps();
  const { models, load, styles, engines: source } = options as WorkerGeneratorOptions;
  const engines = source && (await enginesFrom(source));
  const hub = createModelHub(models ?? {});
  const generators = new Map<string, AvatarGenerator>();

  const generatorFor = (input: InputGateOptions | undefined): AvatarGenerator => {
    const key = JSON.stringify(input ?? {});
    const found = generators.get(key) ?? createAvatarGenerator({ models: hub, load, styles, engines, input });
    // Last used, last to go.
    generators.delete(key);
    generators.set(key, found);
    const [oldest] = generators.keys();
    if (generators.size > MAX_GENERATORS) generators.delete(oldest);
    return found;
  };

  const tasks: Tasks = {
    warmUp: async (_payload, { signal }) => {
      await generatorFor(undefined).warmUp({ signal });
      return undefined;
    },
    validate: ({ photo, options: { input } }, { signal }) => generatorFor(input).validate(photo, { signal }),
    measure: ({ photos }, { signal }) => generatorFor(undefined).measure(photos, { signal }),
    measureExample: ({ example }, { signal }) => measuredInWorker(example, { models: hub, signal }),
    fitStyle: async ({ examples, options: fitOptions }) => styleInWorker(examples, fitOptions),
    draw: ({ who, options: drawOptions }, { signal, onEvent }) => {
      const generator = generatorFor(undefined);
      if (isAnimation(drawOptions)) return generator.draw(who, { ...drawOptions, signal });
      if (isModel(drawOptions)) return generator.draw(who, { ...drawOptions, signal });
      return generator.draw(who, { ...drawOptions, signal, onEvent });
    },
    generate: ({ photo, options: { input, ...generateOptions } }, { signal, onEvent }) =>
      generatorFor(input).generate(photo, { ...generateOptions, signal, onEvent }),
  };
  return {
    run: async (task: TaskName, payload: unknown, control: TaskControl) => {
      if (!Object.hasOwn(tasks, task))
        throw invalidOption(`one of ${Object.keys(tasks).join(', ')}`, 'task', task);
      // The pool gives each task its own payload.
      return tasks[task](payload as never, control);
    },
  };
};
