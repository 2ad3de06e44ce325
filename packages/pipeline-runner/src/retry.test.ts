import type { Finding, StageContext, Verdict } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { outline, recorder, scriptedGate, textStage, verdictOf } from './fixtures/small-stages.js';
import { pipeline, retryAtLowerIntensity } from './index.js';

const rejected = verdictOf([true, false], 0.5);
const accepted = verdictOf([true, true], 0.9);
const aSource = { source: { bytes: new Uint8Array(1) } };

function setUp(verdicts: Parameters<typeof scriptedGate>[0], options: object = {}) {
  const align = textStage('align', ['source'], ['face']);
  const style = textStage('style', ['face'], ['avatar'], (_input, context) => ({
    avatar: `styled at ${context.intensity}`,
  }));
  const gate = scriptedGate(verdicts);
  const body = pipeline('face').use(style).use(gate);
  const whole = pipeline('source')
    .use(align)
    .use(retryAtLowerIntensity({ body, ...options }));
  return { align, style, gate, whole };
}

test('an accepted first attempt runs the body once, at full intensity', async () => {
  const { style, whole } = setUp([accepted]);
  const result = await whole.execute(aSource);
  expect(style.calls).toHaveLength(1);
  expect(result.attempts).toEqual([{ index: 0, intensity: 1, verdict: accepted, kept: true }]);
});

test('only the body runs again, lower each time, from the same artifacts and seed', async () => {
  const { align, style, whole } = setUp([rejected, rejected, accepted]);
  const { events, onEvent } = recorder();
  const result = await whole.execute(aSource, { seed: 5, onEvent });
  expect(align.calls).toHaveLength(1);
  expect(style.calls.map((call) => call.context.intensity)).toEqual([1, 0.7, 0.45]);
  expect(style.calls.map((call) => call.context.attempt)).toEqual([0, 1, 2]);
  expect(new Set(style.calls.map((call) => call.context.seed)).size).toBe(1);
  for (const call of style.calls) expect(call.input).toEqual({ face: 'face of align' });
  expect(result.avatar).toBe('styled at 0.45');
  expect(outline(events)).toEqual([
    'stage-start align 0',
    'stage-end align 0',
    ...[0, 1, 2].flatMap((attempt) => [
      `stage-start style ${attempt}`,
      `stage-end style ${attempt}`,
      `stage-start gate ${attempt}`,
      `stage-end gate ${attempt}`,
      `attempt-end ${attempt}`,
    ]),
    'run-end',
  ]);
});

test('intensities are multiplied by the intensity of the run', async () => {
  const { whole } = setUp([rejected]);
  const result = await whole.execute(aSource, { intensity: 0.8 });
  expect(result.attempts.map((attempt) => attempt.intensity)).toEqual([0.8, 0.56, 0.36]);
});

test('stages behind the retry are back at attempt 0 and the intensity of the run', async () => {
  const { whole } = setUp([rejected, accepted]);
  const save = textStage('save', ['avatar'], ['encoded']);
  await whole.use(save).execute(aSource, { intensity: 0.8 });
  expect(save.calls[0].context).toMatchObject({ attempt: 0, intensity: 0.8 });
});

describe('when no attempt is accepted', () => {
  test.each([
    ['most passed checks', [verdictOf([false, false], 0.9), verdictOf([true, false], 0.2), rejected], 2],
    ['then the highest likeness', [rejected, verdictOf([true, false], 0.7), rejected], 1],
    ['then the highest intensity', [rejected, rejected, rejected], 0],
  ])('the best one has the %s', async (_rule, verdicts, bestIndex) => {
    const { whole } = setUp(verdicts);
    const result = await whole.execute(aSource);
    expect(result.avatar).toBe(`styled at ${[1, 0.7, 0.45][bestIndex]}`);
    expect(result.verdict).toBe(verdicts[bestIndex]);
    expect(result.attempts).toHaveLength(3);
  });

  test('a check that does not apply does not count as passed', async () => {
    const [first] = rejected.findings;
    const unsure = { ...rejected, findings: [{ ...first, status: 'not-applicable' as const }] };
    const { whole } = setUp([unsure, rejected]);
    expect((await whole.execute(aSource)).avatar).toBe('styled at 0.7');
  });

  test('discard gives up with the facts', async () => {
    const { whole } = setUp([rejected, verdictOf([true, false], 0.6)], {
      onFail: 'discard',
      intensities: [1, 0.5],
    });
    await expect(whole.execute(aSource)).rejects.toMatchObject({
      code: 'gate-exhausted',
      facts: {
        attempts: 2,
        bestAttempt: 1,
        bestIntensity: 0.5,
        likenessScore: 0.6,
        failedChecks: 'check-1',
        decision: 'discard',
      },
    });
  });
});

describe('how far the next intensity falls', () => {
  const missedBy = (shortfall: number | undefined, dependsOnIntensity?: boolean): Verdict => {
    const [passed, failed] = rejected.findings;
    return { ...rejected, findings: [passed, { ...failed, shortfall, dependsOnIntensity } as Finding] };
  };
  const intensitiesOf = async (verdicts: readonly Verdict[], options: object = {}) => {
    const { style, whole } = setUp(verdicts, options);
    await whole.execute(aSource);
    return style.calls.map(({ context }) => context.intensity);
  };

  test('follows how far the check missed, from attempt to attempt', async () => {
    expect(await intensitiesOf([missedBy(0.25), missedBy(0.35), rejected])).toEqual([1, 0.7, 0.42]);
  });

  test('is monotone and bounded: larger misses fall faster, and three attempts are all', async () => {
    const seconds: number[] = [];
    for (const shortfall of [0.001, 0.1, 0.2, 0.3, 0.5, 0.7, 1]) {
      const [first, second, third, ...more] = await intensitiesOf([missedBy(shortfall)]);
      expect(more).toEqual([]);
      expect(first).toBe(1);
      expect(third).toBeLessThan(second);
      seconds.push(second);
    }
    expect(seconds).toEqual([...seconds].sort((a, b) => b - a));
    expect(seconds[0]).toBe(0.85);
    expect(seconds[seconds.length - 1]).toBe(0.4);
    expect(new Set(seconds).size).toBeGreaterThan(4);
  });

  test('the worst of several failed checks counts', async () => {
    const [first, second] = [missedBy(0.2), missedBy(0.4)].map(({ findings }) => findings[1]);
    const both = { ...rejected, findings: [first, second] };
    expect((await intensitiesOf([both]))[1]).toBe(0.55);
  });

  test('a check that does not say how far it missed falls back to the ladder', async () => {
    expect(await intensitiesOf([missedBy(undefined)])).toEqual([1, 0.7, 0.45]);
    expect(await intensitiesOf([missedBy(Number.NaN)])).toEqual([1, 0.7, 0.45]);
    expect((await intensitiesOf([missedBy(0.25), missedBy(undefined)]))[2]).toBe(0.45);
  });

  test('intensities that were asked for are kept to', async () => {
    expect(await intensitiesOf([missedBy(0.9)], { intensities: [0.9, 0.8] })).toEqual([0.9, 0.8]);
  });

  test('what no intensity changes is not tried again', async () => {
    expect(await intensitiesOf([missedBy(0.5, false)])).toEqual([1]);
  });
});

test('names the attempt that it went on with', async () => {
  const kept = async (verdicts: Parameters<typeof setUp>[0]) =>
    (await setUp(verdicts).whole.execute(aSource)).attempts.map((attempt) => attempt.kept);
  expect(await kept([rejected, accepted])).toEqual([false, true]);
  const better = { ...rejected, likenessScore: 0.5 };
  const worse = { ...rejected, likenessScore: 0.4 };
  expect(await kept([worse, better, worse])).toEqual([false, true, false]);
});

test('says of a warning whether it is about one attempt', async () => {
  const said = { code: 'too-dark', message: 'It is dark.' };
  const say = (_input: unknown, context: StageContext) => context.warn(said);
  const body = pipeline('photo')
    .use(textStage('style', ['photo'], ['avatar'], say))
    .use(scriptedGate([accepted]));
  const { events, onEvent } = recorder();
  await pipeline('source')
    .use(textStage('load', ['source'], ['photo'], say))
    .use(retryAtLowerIntensity({ body }))
    .execute(aSource, { onEvent });
  const warned = events.flatMap((event) =>
    event.type === 'stage-warning' ? [[event.stage, event.retried]] : [],
  );
  expect(warned).toEqual([
    ['load', false],
    ['style', true],
  ]);
});

test('an exception in the body is not another attempt', async () => {
  const broken = textStage('style', ['source'], ['avatar'], () => Promise.reject(new Error('broken')));
  const body = pipeline('source')
    .use(broken)
    .use(scriptedGate([accepted]));
  const run = pipeline('source').use(retryAtLowerIntensity({ body })).execute(aSource);
  await expect(run).rejects.toMatchObject({ code: 'stage-failed' });
  expect(broken.calls).toHaveLength(1);
});

test('an abort between attempts ends the run with its reason', async () => {
  const control = new AbortController();
  const reason = new Error('enough');
  const { style, whole } = setUp([rejected]);
  const run = whole.execute(aSource, {
    signal: control.signal,
    onEvent: (event) => {
      if (event.type === 'attempt-end') control.abort(reason);
    },
  });
  await expect(run).rejects.toBe(reason);
  expect(style.calls).toHaveLength(1);
});

test('a single stage that writes a verdict may be the body', async () => {
  const body = textStage('all', ['source'], ['avatar', 'verdict'], () => ({
    avatar: 'a',
    verdict: accepted,
  }));
  const result = await pipeline('source').use(retryAtLowerIntensity({ body })).execute(aSource);
  expect(result.attempts).toHaveLength(1);
});

describe('options', () => {
  const body = pipeline('source').use(textStage('all', ['source'], ['avatar', 'verdict']));

  test.each([
    [[], 'Expected 1 to 3 numbers for intensities, received '],
    [[1, 0.9, 0.8, 0.7], 'Expected 1 to 3 numbers for intensities, received 1,0.9,0.8,0.7'],
    [[1.1], 'Expected a number above 0 and at most 1 for intensities[0], received 1.1'],
    [[1, 0], 'Expected a number above 0 and at most 1 for intensities[1], received 0'],
    [[0.7, 0.7], 'Expected a number below 0.7, the one before, for intensities[1], received 0.7'],
  ])('refuses intensities %o', (intensities, message) => {
    expect(() => retryAtLowerIntensity({ body, intensities })).toThrow(
      expect.objectContaining({ code: 'invalid-options', message }),
    );
  });

  test('refuses an unknown end and an unknown option', () => {
    expect(() => retryAtLowerIntensity({ body, onFail: 'worst' as never })).toThrow(
      'Expected one of return_best, discard for onFail, received "worst"',
    );
    expect(() => retryAtLowerIntensity({ body, retries: 2 } as never)).toThrow(/Unknown option "retries"/);
  });

  test('refuses a body without a gate', () => {
    const ungated = pipeline('source').use(textStage('style', ['source'], ['avatar']));
    expect(() => retryAtLowerIntensity({ body: ungated as never })).toThrow(
      expect.objectContaining({ code: 'pipeline-invalid' }),
    );
  });
});
