import type { AvatarError } from '@avatar/stage';
import { expect, test } from 'vitest';
import type { StartedEngine, TfjsEngine } from './options.js';
import { startTensorFlow } from './start-tensorflow.js';
import { tfjs } from './tfjs.js';

test('uses the first engine that works, and tells why not those before it', async () => {
  const told: StartedEngine[] = [];
  const onStart = (started: StartedEngine) => told.push(started);
  const { engine, refused } = await startTensorFlow({ prefer: ['node-gpu', 'wasm', 'cpu'], onStart });
  expect({ engine, refused }).toEqual({
    engine: 'wasm',
    refused: [{ engine: 'node-gpu', why: 'not installed' }],
  });
  expect(told).toEqual([{ engine, refused }]);
});

test('runs each on its own engine where a process has started two', async () => {
  const [wasm, cpu] = await Promise.all([
    startTensorFlow({ prefer: ['wasm'] }),
    startTensorFlow({ prefer: ['cpu'] }),
  ]);
  for (const running of [wasm, cpu, wasm])
    expect(running.run(() => running.tf.getBackend())).toBe(running.engine);
});

test('says what to install where no engine works', async () => {
  const error = await startTensorFlow({ prefer: ['node-gpu'] }).catch(
    (reason: unknown) => reason as AvatarError,
  );
  expect(error).toMatchObject({ code: 'model-unavailable', reason: 'not-installed' });
  expect((error as AvatarError).message).toContain(
    'npm install @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-node-gpu@4.22.0',
  );
});

test('loads nothing, and refuses what it does not know, before a model is asked for', () => {
  expect(() => tfjs({ prefer: ['gpu' as TfjsEngine] })).toThrow(/one of node-gpu, node, wasm, cpu/);
  expect(() => tfjs({ prefer: [] })).toThrow(/at least one engine/);
});
