import { AvatarError } from '@avatar/stage';
import type { CreateWorker, TaskControl } from './protocol.js';

/** A worker module without models: the photo, or who is drawn, is the name of what it does. */
export const createWorker: CreateWorker = (options) => {
  const { models } = options as { models?: { directory?: string } };
  if (models?.directory === 'broken') throw new AvatarError('model-unavailable', 'There are no models');
  if (models?.directory === 'deadly') process.exit(3);
  return {
    run: async (task, payload, control) => {
      if (task === 'warmUp') return undefined;
      const { photo, who, options: given } = payload as { photo?: string; who?: string; options: unknown };
      const answer = await ACTIONS[photo ?? who ?? ''](given, control);
      return task === 'draw' ? { task, answer } : answer;
    },
  };
};

const ACTIONS: Record<string, (options: unknown, control: TaskControl) => unknown> = {
  pid: () => process.pid,
  'command-line': () => [process.execPath, ...process.execArgv, ...process.argv.slice(1)],
  echo: (options) => options,
  bytes: () => ({ bytes: new Uint8Array([1, 2, 3]) }),
  events: (_options, { onEvent }) => {
    onEvent({ type: 'stage-start', stage: 'load', attempt: 0 });
    onEvent({ type: 'stage-end', stage: 'load', attempt: 0, durationMs: 1 });
  },
  refuse: () => {
    throw AvatarError.rejected('no-face', 'No face was found. Please take another photo.', {
      facts: { faces: 0 },
      cause: Object.assign(new Error('because'), { code: 'ENOENT' }),
    });
  },
  fail: () => {
    throw new TypeError('broken');
  },
  die: () => process.kill(process.pid, 'SIGKILL'),
  /** Ends when it is aborted, or never. */
  wait: (_options, { signal, onEvent }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      onEvent({ type: 'stage-start', stage: 'wait', attempt: 0 });
    }),
  /** Blocks the event loop as a model does, and hears nothing. */
  block: (_options, { onEvent }) => {
    onEvent({ type: 'stage-start', stage: 'block', attempt: 0 });
    for (;;);
  },
  'block-a-while': () => {
    const end = performance.now() + 200;
    while (performance.now() < end);
    return process.pid;
  },
};
