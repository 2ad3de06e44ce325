import type { DetectedFace, Faces } from '@avatar/stage';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { inputGate, inputRefusal } from './input-gate.js';
import type { InputGateOptions } from './options.js';

const drawn = syntheticArtifacts({ faceWidth: 0.35 });
const [face] = drawn.faces.faces;

describeStage(inputGate(), [{ name: 'a drawn person', input: () => drawn }]);

async function judge(faces: Partial<Faces>, options?: InputGateOptions) {
  const context = stageContext();
  const input = { photo: drawn.photo, faces: { faces: [face], unclear: 0, ...faces } };
  const { inputReport } = await inputGate(options).run(input, context);
  expect(context.warnings).toEqual(inputReport.warnings);
  return inputReport;
}

const codesOf = async (faces: Partial<Faces>, options?: InputGateOptions) =>
  (await judge(faces, options)).warnings.map(({ code }) => code);
const withFace = (change: Partial<DetectedFace>) => ({ faces: [{ ...face, ...change }] });
const turned = (yawDeg: number, pitchDeg = 0) =>
  withFace({ pose: { rollRad: 0, yawRad: (yawDeg * Math.PI) / 180, pitchRad: (pitchDeg * Math.PI) / 180 } });

describe('photos that cannot work', () => {
  test.each([
    ['no-face', { faces: [] }, {}],
    ['face-not-clear', { faces: [], unclear: 2 }, {}],
    ['several-faces', { faces: [face, face] }, { multiFace: 'reject' }],
    ['face-too-small', withFace({ coverage: 0.029 }), {}],
    ['face-too-small', withFace({ coverage: 0.149 }), { coveragePolicy: 'reject' }],
    ['face-too-small', withFace({ coverage: 0.29 }), { coveragePolicy: 'reject', minCoverage: 0.3 }],
  ] as const)('%s', async (reason, faces, options) => {
    await expect(judge(faces, options)).rejects.toMatchObject({ code: 'input-rejected', reason });
  });

  test('the refusal says in plain words what to do', async () => {
    await expect(judge(withFace({ coverage: 0.02 }))).rejects.toMatchObject({
      publicMessage:
        'The head covers only 2.0 % of the photo, less than 3 %. Crop closer or step nearer to the camera.',
      facts: { coverage: 0.02, threshold: 0.03 },
    });
  });
});

describe('photos that may not work', () => {
  test('a clear portrait has no warnings and a good score', async () => {
    const report = await judge(withFace({ coverage: 0.15 }));
    expect(report.warnings).toEqual([]);
    expect(report.score).toBeGreaterThan(0.8);
  });

  test('several faces', async () => {
    expect(await codesOf({ faces: [face, face] })).toEqual(['multiple-faces']);
  });

  test('a small face down to 3 percent of the photo', async () => {
    const { warnings } = await judge(withFace({ coverage: 0.1 }));
    expect(warnings).toMatchObject([{ code: 'face-too-small', measured: 0.1, threshold: 0.15 }]);
    expect(warnings[0].message).toContain('10 %');
    expect(await codesOf(withFace({ coverage: 0.03 }))).toEqual(['face-too-small']);
    expect(await codesOf(withFace({ coverage: 0.1 }), { minCoverage: 0.05 })).toEqual([]);
  });

  test.each([
    [39, 0, []],
    [41, 0, ['extreme-pose']],
    [-50, 0, ['extreme-pose']],
    [0, 34, []],
    [0, -36, ['extreme-pose']],
  ])('yaw %d, pitch %d: %o', async (yawDeg, pitchDeg, codes) => {
    expect(await codesOf(turned(yawDeg, pitchDeg))).toEqual(codes);
  });
});

test('a turned face that the mesh only half sees counts as turned far', async () => {
  const [half] = turned(-32).faces;
  expect(await codesOf({ faces: [half] })).toEqual([]);
  expect(await codesOf({ faces: [{ ...half, presence: 0.66 }] })).toEqual(['extreme-pose']);
});

test('inputRefusal says what the gate would refuse', () => {
  const small = { ...withFace({ coverage: 0.1 }), unclear: 0 };
  expect(inputRefusal(small)).toBeUndefined();
  expect(inputRefusal(small, { coveragePolicy: 'reject' })).toMatchObject({ reason: 'face-too-small' });
  expect(inputRefusal({ faces: [], unclear: 1 })).toMatchObject({ reason: 'face-not-clear' });
});

describe('options', () => {
  test.each([
    [{ minCoverage: 15 }, 'Expected a number from 0 to 1 for minCoverage, received 15'],
    [{ coveragePolicy: 'ignore' }, 'Expected one of warn, reject for coveragePolicy, received "ignore"'],
    [{ multiFace: 'all' }, 'Expected one of largest, reject for multiFace, received "all"'],
    [{ minCoverrage: 0.2 }, 'Unknown option "minCoverrage"'],
  ])('%o', (options, message) => {
    expect(() => inputGate(options as never)).toThrow(message);
  });
});
