import { verdictFrom, type Decision, type Verdict } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { textStage, verdictOf } from './fixtures/small-stages.js';
import { joinGates, pipeline, retryAtLowerIntensity } from './index.js';

const gate = <Reads extends 'avatar' | 'embedding'>(name: string, reads: Reads, verdict: Verdict) => ({
  ...textStage(name, [reads], ['verdict'], () => ({ verdict })),
  models: [name, 'shared'],
});
const deciding = (decision: Decision) => verdictFrom([], { decision });
const given = { avatar: 'avatar', embedding: 'embedding' } as never;

const joinedVerdict = async (first: Verdict, second: Verdict): Promise<Verdict> => {
  const joined = joinGates(gate('first', 'avatar', first), gate('second', 'embedding', second));
  const { verdict } = await pipeline('avatar', 'embedding').use(joined).execute(given);
  return verdict;
};

describe('joinGates', () => {
  test('both gates have to accept, and the findings of both are there', async () => {
    const [passed, failed] = [verdictOf([true], 0.8), verdictFrom(verdictOf([false, true], 0).findings)];
    for (const [first, second] of [
      [passed, failed],
      [failed, passed],
    ] as const) {
      const verdict = await joinedVerdict(first, second);
      expect(verdict).toMatchObject({
        accepted: false,
        decision: 'review',
        likenessScore: 0.8,
        faceDetected: true,
      });
      expect(verdict.findings).toEqual([...first.findings, ...second.findings]);
    }
    expect(await joinedVerdict(passed, passed)).toMatchObject({ accepted: true, decision: 'accept' });
  });

  test.each([
    ['auto_accept', 'auto_accept', 'auto_accept'],
    ['auto_accept', 'accept', 'accept'],
    ['discard', 'review', 'discard'],
    ['accept', 'review', 'review'],
  ] as const)('of %s and %s the decision is %s', async (first, second, decision) => {
    expect((await joinedVerdict(deciding(first), deciding(second))).decision).toBe(decision);
    expect((await joinedVerdict(deciding(second), deciding(first))).decision).toBe(decision);
  });

  test('reads and models are those of both, and a retry takes it as its gate', async () => {
    const joined = joinGates(
      gate('first', 'avatar', verdictOf([true], 1)),
      gate('second', 'embedding', verdictOf([false], 0)),
    );
    expect(joined).toMatchObject({
      reads: ['avatar', 'embedding'],
      writes: ['verdict'],
      models: ['first', 'shared', 'second'],
    });
    const body = pipeline('avatar', 'embedding').use(joined);
    const { attempts } = await pipeline('avatar', 'embedding')
      .use(retryAtLowerIntensity({ body, intensities: [1, 0.5] }))
      .execute(given);
    expect(attempts).toHaveLength(2);
  });

  test('a gate that writes half a verdict is named', async () => {
    const half = gate('half', 'avatar', { accepted: true } as never);
    const run = pipeline('avatar').use(joinGates(half, gate('whole', 'avatar', deciding('accept'))));
    await expect(run.execute(given)).rejects.toMatchObject({ code: 'pipeline-invalid', stage: 'half' });
  });

  test('two gates of one name, and what is no gate, are refused', () => {
    const twin = () => gate('twin', 'avatar', deciding('accept'));
    expect(() => pipeline('avatar').use(joinGates(twin(), twin()))).toThrow('Two stages are called "twin"');
    const none = textStage('none', ['avatar'], ['encoded']);
    expect(() => joinGates(twin(), none as never)).toThrow('Stage "none" is no gate');
  });
});
