import { AvatarError } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { aSource, outline, recorder, textStage } from './fixtures/small-stages.js';
import { pipeline, pipelineFromStages, stageSeed } from './index.js';

const load = () => textStage('load', ['source'], ['photo']);
const detect = () => textStage('detect', ['photo'], ['faces']);
const align = () => textStage('align', ['photo', 'faces'], ['face', 'embedding']);

describe('execute', () => {
  test('gives each stage what it reads and returns every artifact', async () => {
    const aligning = align();
    const result = await pipeline('source').use(load()).use(detect()).use(aligning).execute(aSource);
    expect(aligning.calls[0].input).toEqual({ photo: 'photo of load', faces: 'faces of detect' });
    expect(result).toEqual({
      ...aSource,
      photo: 'photo of load',
      faces: 'faces of detect',
      face: 'face of align',
      embedding: 'embedding of align',
    });
  });

  test('keeps only declared artifacts, of the input too', async () => {
    const chatty = textStage('chatty', ['source'], ['photo'], () => ({ photo: 'kept', faces: 'dropped' }));
    const result = await pipeline('source')
      .use(chatty)
      .execute({ ...aSource, matte: 'dropped' } as never);
    expect(result).toEqual({ ...aSource, photo: 'kept' });
  });

  test('a promised artifact that is missing fails with its name', async () => {
    const lazy = textStage('lazy', ['source'], ['photo'], () => ({}));
    const run = pipeline('source').use(lazy).execute(aSource);
    await expect(run).rejects.toMatchObject({
      code: 'stage-failed',
      message: 'Stage "lazy" declares that it writes "photo" but did not return it',
    });
  });

  test('a missing input fails with its name', async () => {
    await expect(pipeline('source').execute({} as never)).rejects.toMatchObject({
      code: 'pipeline-invalid',
      facts: { artifact: 'source' },
    });
  });

  test('events come in order, with durations', async () => {
    const talking = textStage('detect', ['photo'], ['faces'], (_input, context) => {
      context.warn({ code: 'too-dark', message: 'The photo is dark.' });
    });
    const { events, onEvent } = recorder();
    await pipeline('source').use(load()).use(talking).execute(aSource, { onEvent });
    expect(outline(events)).toEqual([
      'stage-start load 0',
      'stage-end load 0',
      'stage-start detect 0',
      'stage-warning detect 0',
      'stage-end detect 0',
      'run-end',
    ]);
    for (const event of events) {
      if ('durationMs' in event) expect(event.durationMs).toBeGreaterThanOrEqual(0);
    }
  });

  test('collects the models of its stages, and tells which were run', async () => {
    const sees = {
      ...textStage('see', ['source'], ['photo'], (_input, context) => context.useModel('eyes')),
      models: ['eyes', 'ears'],
    };
    const hears = { ...textStage('hear', ['photo'], ['faces']), models: ['ears', 'nose'] };
    const senses = pipeline('source').use(sees).use(pipeline('photo').use(hears));
    expect(senses.models).toEqual(['eyes', 'ears', 'nose']);
    const { events, onEvent } = recorder();
    await senses.execute(aSource, { onEvent });
    expect(events.at(-1)).toMatchObject({ type: 'run-end', models: ['eyes'] });
  });

  test('a stage of another version of the contract is refused by its name', () => {
    const future = { ...load(), contractVersion: 2 as never };
    expect(() => pipeline('source').use(future)).toThrow(
      'Stage "load" was made for version 2 of the contract, this runner knows 1; install packages of one release',
    );
  });

  test('a stage is mute after its end', async () => {
    const leaking = textStage('leak', ['source'], ['photo'], (_input, context) => {
      setTimeout(() => {
        context.useModel('late');
      }, 1);
    });
    const slow = textStage('slow', ['photo'], ['faces'], () => new Promise((done) => setTimeout(done, 10)));
    const { events, onEvent } = recorder();
    await pipeline('source').use(leaking).use(slow).execute(aSource, { onEvent });
    expect(events.at(-1)).toMatchObject({ type: 'run-end', models: [] });
  });

  test('listeners that throw or reject do not disturb the run', async () => {
    const throwing = () => {
      throw new Error('listener');
    };
    const rejecting = () => Promise.reject(new Error('listener'));
    for (const onEvent of [throwing, rejecting as () => void]) {
      const result = await pipeline('source').use(load()).execute(aSource, { onEvent });
      expect(result.photo).toBe('photo of load');
    }
  });

  test('a stage has its own seed, 0 being the default of the run', async () => {
    const stage = load();
    const loading = pipeline('source').use(stage);
    await loading.execute(aSource);
    await loading.execute(aSource, { seed: 7, intensity: 0.5 });
    expect(stage.calls[0].context).toMatchObject({ seed: stageSeed(0, 'load'), intensity: 1, attempt: 0 });
    expect(stage.calls[1].context).toMatchObject({ seed: stageSeed(7, 'load'), intensity: 0.5 });
  });

  test.each([
    [{ seed: -1 }, 'Expected an integer from 0 to 4294967295 for seed, received -1'],
    [{ intensity: 0 }, 'Expected a number above 0 and at most 1 for intensity, received 0'],
    [{ speed: 1 }, 'Unknown option "speed" for execute; it knows signal, seed, intensity, onEvent'],
  ])('refuses %o', async (options, message) => {
    const run = pipeline('source').execute(aSource, options as never);
    await expect(run).rejects.toMatchObject({ code: 'invalid-options', message });
  });
});

describe('failures', () => {
  test('an AvatarError of a stage passes through, with the name of the stage', async () => {
    const error = AvatarError.rejected('no-face', 'There is no face in this photo.');
    const failing = textStage('detect', ['source'], ['faces'], () => Promise.reject(error));
    const run = pipeline('source').use(pipeline('source').use(failing)).execute(aSource);
    await expect(run).rejects.toMatchObject({ reason: 'no-face', stage: 'detect' });
  });

  test('anything else becomes stage-failed, without the words of its cause', async () => {
    const cause = new TypeError('could not read /home/ann/me.jpg');
    const failing = textStage('detect', ['source'], ['faces'], () => Promise.reject(cause));
    const error: unknown = await pipeline('source')
      .use(failing)
      .execute(aSource)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'stage-failed', facts: { stage: 'detect', attempt: 0 }, cause });
    expect((error as Error).message).toBe('Stage "detect" failed; its error is the cause');
  });

  test('neither stage-end nor run-end follows a failure', async () => {
    const failing = textStage('detect', ['source'], ['faces'], () => Promise.reject(new Error('x')));
    const { events, onEvent } = recorder();
    await expect(pipeline('source').use(failing).execute(aSource, { onEvent })).rejects.toThrow();
    expect(outline(events)).toEqual(['stage-start detect 0']);
  });
});

describe('abort', () => {
  test('an aborted run starts nothing', async () => {
    const stage = load();
    const reason = new Error('the user left');
    const run = pipeline('source')
      .use(stage)
      .execute(aSource, { signal: AbortSignal.abort(reason) });
    await expect(run).rejects.toBe(reason);
    expect(stage.calls).toHaveLength(0);
  });

  test('no stage starts after the abort, and the reason wins over the error of a stage', async () => {
    const control = new AbortController();
    const reason = new Error('deadline');
    const aborting = textStage('load', ['source'], ['photo'], () => {
      control.abort(reason);
      throw new Error('interrupted');
    });
    const next = detect();
    const run = pipeline('source').use(aborting).use(next).execute(aSource, { signal: control.signal });
    await expect(run).rejects.toBe(reason);
    expect(next.calls).toHaveLength(0);
  });

  test('a run aborted during its last stage rejects as well', async () => {
    const control = new AbortController();
    const deaf = textStage('load', ['source'], ['photo'], () => {
      control.abort();
    });
    const run = pipeline('source').use(deaf).execute(aSource, { signal: control.signal });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a pipeline inside a pipeline', () => {
  test('shows its stages in the events and their own seeds', async () => {
    const inner = align();
    const aligning = pipeline('photo').use(detect()).use(inner);
    const { events, onEvent } = recorder();
    const result = await pipeline('source').use(load()).use(aligning).execute(aSource, { onEvent, seed: 3 });
    expect(outline(events)).toContain('stage-end align 0');
    expect(inner.calls[0].context.seed).toBe(stageSeed(3, 'align'));
    expect(result.face).toBe('face of align');
  });

  test('passes on an artifact that it overwrites', async () => {
    const polish = textStage('polish', ['avatar'], ['avatar'], () => ({ avatar: 'polished' }));
    const make = textStage('make', ['source'], ['avatar']);
    const result = await pipeline('source').use(make).use(pipeline('avatar').use(polish)).execute(aSource);
    expect(result.avatar).toBe('polished');
  });

  test('runs as a plain stage for a foreign runner, warnings and models included', async () => {
    const used: string[] = [];
    const warning = { code: 'too-dark', message: 'The photo is dark.' };
    const warned: unknown[] = [];
    const talking = textStage('load', ['source'], ['photo'], (_input, context) => {
      context.warn(warning);
      context.useModel('eyes');
    });
    const output = await pipeline('source')
      .use(talking)
      .run(aSource, {
        signal: new AbortController().signal,
        seed: 0,
        intensity: 1,
        attempt: 0,
        useModel: (id) => void used.push(id),
        usedModels: () => used,
        warn: (given) => void warned.push(given),
      });
    expect(output).toEqual({ photo: 'photo of load' });
    expect(warned).toEqual([warning]);
    expect(used).toEqual(['eyes']);
  });

  test('extending one leaves the shorter one as it was', () => {
    const short = pipeline('source').use(load());
    short.use(detect());
    expect(short.writes).toEqual(['photo']);
  });
});

describe('a pipeline from data', () => {
  const build = (stages: readonly unknown[], writes: readonly string[] = []) =>
    pipelineFromStages({ reads: ['source'], writes, stages } as never);

  test.each([
    [
      [load(), align()],
      'Stage "align" reads "faces", which no earlier stage writes; put a stage that writes it in front',
    ],
    [[load(), { ...load(), name: 'again' }], 'Stage "again" overwrites "photo" without reading it'],
    [[load(), load()], 'Two stages are called "load"; names tell events and seeds apart'],
    [
      [pipeline('source').use(load()), load()],
      'Two stages are called "load"; names tell events and seeds apart',
    ],
    [[undefined], 'Item 0 of the pipeline is not a stage: it needs name, reads, writes and run'],
  ])('is refused when it is built (%#)', (stages, message) => {
    expect(() => build(stages)).toThrow(expect.objectContaining({ code: 'pipeline-invalid', message }));
  });

  test('is refused when it does not keep its promise', () => {
    expect(() => build([load()], ['faces'])).toThrow(
      'The pipeline promises "faces", which none of its stages writes',
    );
  });

  test('drops what it does not promise', async () => {
    const fromData = pipelineFromStages({
      reads: ['source'],
      writes: ['faces'],
      stages: [load(), detect()],
    });
    expect(await fromData.execute(aSource)).toEqual({ ...aSource, faces: 'faces of detect' });
    const extended = fromData.use(textStage('count', ['faces'], ['inputReport']));
    expect(Object.keys(await extended.execute(aSource))).toEqual(['source', 'faces', 'inputReport']);
  });
});
