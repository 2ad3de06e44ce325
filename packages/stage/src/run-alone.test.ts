import { describe, expect, test } from 'vitest';
import type { Photo } from './artifacts.js';
import { AvatarError } from './error.js';
import { runAlone } from './run-alone.js';
import { defineStage, type StageContext } from './stage.js';

const source = { bytes: new Uint8Array(1) };
const photo = { format: 'png' } as Photo;
const loadWith = (behave: (context: StageContext) => void) =>
  defineStage({
    name: 'load',
    reads: ['source'],
    writes: ['photo'],
    run: async (_, context) => {
      behave(context);
      return { photo };
    },
  });

describe('runAlone', () => {
  test('gives a stage what it needs, and tells what it warns of', async () => {
    const warnings: unknown[] = [];
    const stage = loadWith((context) => {
      context.useModel('eyes');
      context.useModel('eyes');
      expect(context).toMatchObject({ seed: 7, intensity: 0.5, attempt: 0 });
      expect(context.usedModels()).toEqual(['eyes']);
      context.warn({ code: 'too-dark', message: 'Dark.' });
    });
    const onWarning = (warning: unknown) => void warnings.push(warning);
    const written = await runAlone(stage, { source }, { seed: 7, intensity: 0.5, onWarning });
    expect(written.photo).toBe(photo);
    expect(warnings).toEqual([{ code: 'too-dark', message: 'Dark.' }]);
  });

  test('an artifact that is missing is named', async () => {
    await expect(
      runAlone(
        loadWith(() => undefined),
        {} as never,
      ),
    ).rejects.toMatchObject({
      code: 'pipeline-invalid',
      message: 'Stage "load" reads "source", which was not given',
    });
  });

  test('what is no stage, and no artifacts, are told', async () => {
    const factory = () => undefined;
    await expect(runAlone(factory as never, {} as never)).rejects.toMatchObject({ code: 'invalid-options' });
    await expect(runAlone(loadWith(factory), undefined as never)).rejects.toMatchObject({
      code: 'pipeline-invalid',
    });
  });

  test('what the stage throws has its name', async () => {
    const stage = loadWith(() => {
      throw AvatarError.rejected('corrupt', 'damaged');
    });
    await expect(runAlone(stage, { source })).rejects.toMatchObject({ reason: 'corrupt', stage: 'load' });
  });

  test('an abort wins over what the stage throws', async () => {
    const control = new AbortController();
    const stage = loadWith(() => {
      control.abort('enough');
      throw new Error('interrupted');
    });
    await expect(runAlone(stage, { source }, { signal: control.signal })).rejects.toBe('enough');
    await expect(runAlone(stage, { source }, { signal: AbortSignal.abort('early') })).rejects.toBe('early');
  });

  test.each([{ intensity: 0 }, { intensity: 1.1 }, { seed: -1 }, { speed: 1 }])(
    'refuses %o',
    async (options) => {
      const run = runAlone(
        loadWith(() => undefined),
        { source },
        options as never,
      );
      await expect(run).rejects.toMatchObject({ code: 'invalid-options' });
    },
  );
});
