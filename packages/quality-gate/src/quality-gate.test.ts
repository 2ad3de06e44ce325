import { describeStage, fakeModelHub, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { SAFETY_MODEL_IDS } from './content-safety.js';
import { qualityGate } from './quality-gate.js';

const artifacts = syntheticArtifacts();
const tensor = (values: readonly number[], dims: readonly number[]) => ({
  data: Float32Array.from(values),
  dims,
});
const filled = (dims: readonly number[], value: number) => ({
  data: new Float32Array(dims.reduce((product, side) => product * side, 1)).fill(value),
  dims,
});

/** Sees no face, embeds everybody as the synthetic person, and finds nothing explicit. */
function gateHub({ likeness = 1, explicit = 0 } = {}) {
  const opinion = () => ({ probabilities: tensor([0, 0, 1 - explicit, explicit, 0], [1, 5]) });
  const embedding = Array.from({ length: 128 }, (_, i) => (i < 64 * (1 + likeness) ? 1 : -1));
  return fakeModelHub({
    facemesh: () => ({ mesh: filled([1, 1404], 96), presence: tensor([0], [1, 1]) }),
    sface: () => ({ embedding: tensor(embedding, [1, 128]) }),
    [SAFETY_MODEL_IDS[0]]: opinion,
    [SAFETY_MODEL_IDS[1]]: opinion,
  });
}

const contractHub = gateHub();
describeStage(
  qualityGate({ models: contractHub, style: 'corporate_headshot' }),
  [{ name: 'a drawn person', input: () => artifacts }],
  { modelRuns: () => contractHub.calls.length },
);

const judge = async (hub = gateHub(), minLikeness?: number) => {
  const stage = qualityGate({ models: hub, style: 'corporate_headshot', minLikeness });
  return (await stage.run(artifacts, stageContext())).verdict;
};
const finding = (verdict: Awaited<ReturnType<typeof judge>>, check: string) =>
  verdict.findings.find((each) => each.check === check);

describe('qualityGate', () => {
  test('reports likeness as cosine and as calibrated score', async () => {
    const verdict = await judge(gateHub({ likeness: 0.5 }));
    expect(verdict.likenessCosine).toBeCloseTo(0.5, 5);
    expect(verdict.likenessScore).toBeCloseTo(0.6525, 4);
    expect(finding(verdict, 'likeness')?.status).toBe('failed');
  });

  test('takes the minimum of the style, or the one that was asked for', async () => {
    expect(finding(await judge(), 'likeness')?.threshold).toBe(0.85);
    const lenient = await judge(gateHub({ likeness: 0.5 }), 0.6);
    expect(finding(lenient, 'likeness')).toMatchObject({ threshold: 0.6, status: 'passed' });
  });

  test('a face that is gone and explicit content are failed findings, not errors', async () => {
    const verdict = await judge(gateHub({ explicit: 1 }));
    expect(verdict.faceDetected).toBe(false);
    expect(finding(verdict, 'face-present')?.status).toBe('failed');
    expect(finding(verdict, 'content-safe')).toMatchObject({ status: 'failed', measured: 1 });
    expect(verdict).toMatchObject({ accepted: false, decision: 'discard' });
  });

  test('a photo that the input gate doubts is looked at first, whatever the avatar came out like', async () => {
    const stage = qualityGate({ models: gateHub(), style: 'corporate_headshot' });
    const doubt = { code: 'face-cut', message: 'The edge of the photo cuts the face.' };
    const inputReport = { ...artifacts.inputReport, warnings: [doubt], doubts: [doubt] };
    const { verdict } = await stage.run({ ...artifacts, inputReport }, stageContext());
    expect(finding(verdict, 'photo-clear')).toMatchObject({ status: 'failed', message: doubt.message });
    expect(finding(await judge(), 'photo-clear')?.status).toBe('passed');
  });

  test('judges a background once, however many avatars stand before it, and none that is transparent', async () => {
    const hub = gateHub({ explicit: 1 });
    const stage = qualityGate({ models: hub, style: 'corporate_headshot' });
    const { verdict } = await stage.run(artifacts, stageContext());
    expect(finding(verdict, 'background-safe')).toMatchObject({ status: 'failed', measured: 1 });
    expect(finding(verdict, 'background-safe')?.details).toMatchObject({
      [`${SAFETY_MODEL_IDS[0]}/porn`]: 1,
      [`${SAFETY_MODEL_IDS[1]}/porn`]: 1,
    });
    const runsOf = () => hub.calls.filter(({ model }) => model === SAFETY_MODEL_IDS[0]).length;
    expect(runsOf()).toBe(2);
    await stage.run(artifacts, stageContext());
    expect(runsOf()).toBe(3);
    const bare = await stage.run({ ...artifacts, background: { kind: 'transparent' } }, stageContext());
    expect(finding(bare.verdict, 'background-safe')?.status).toBe('not-applicable');
    expect(runsOf()).toBe(4);
  });

  test('refuses wrong options at once', () => {
    const models = gateHub();
    expect(() => qualityGate({ models, style: 'nothing' })).toThrow('Unknown style');
    expect(() => qualityGate({ models, style: 'corporate_headshot', minLikeness: 85 })).toThrow(
      'Expected a number from 0 to 1 for minLikeness, received 85',
    );
    expect(() => qualityGate({ models, style: 'corporate_headshot', strict: true } as never)).toThrow(
      'Unknown option "strict"',
    );
  });
});
