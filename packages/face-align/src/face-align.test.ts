import { eyeLineAngle, eyeMidpoint } from '@avatar/face';
import { transformScale } from '@avatar/image';
import { describeStage, fakeModelHub, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { faceAlign, faceDetect } from './index.js';

const vector = Float32Array.from({ length: 128 }, (_, i) => Math.sin(i + 1));
const models = fakeModelHub({ sface: () => ({ embedding: { data: vector, dims: [1, 128] } }) });
const person = syntheticArtifacts({ sizePx: 400, faceWidth: 0.25, rollRad: 0.3 });

describeStage(faceAlign({ models, outputSizePx: 128 }), [{ name: 'a drawn person', input: () => person }], {
  modelRuns: () => models.calls.length,
});
describeStage(faceAlign({ models, outputSizePx: 128, frameFrom: 'landmarks' }), [
  { name: 'a drawn person without a matte', input: () => person },
]);

describe('faceAlign', () => {
  test('puts the eyes level and on their line', async () => {
    const { face } = await faceAlign({ models, outputSizePx: 200 }).run(person, stageContext());
    expect(face.crop.width).toBe(200);
    expect(eyeLineAngle(face.landmarks)).toBeCloseTo(0, 4);
    expect(eyeMidpoint(face.landmarks)[1] / 200).toBeGreaterThan(0.3);
    expect(eyeMidpoint(face.landmarks)[1] / 200).toBeLessThan(0.6);
    expect(face.pose.rollRad).toBeCloseTo(0.3, 4);
  });

  test('marks what is outside the photo', async () => {
    const artifacts = syntheticArtifacts({ sizePx: 400, faceWidth: 0.5, centreY: 0.35 });
    const { face } = await faceAlign({ models, outputSizePx: 100 }).run(artifacts, stageContext());
    const inside = [...face.inside.data];
    expect(Math.min(...inside)).toBe(0);
    expect(Math.max(...inside)).toBe(1);
  });

  test('warns when photo pixels are enlarged, with the factor', async () => {
    const context = stageContext();
    const { face } = await faceAlign({ models, outputSizePx: 800 }).run(person, context);
    const scale = transformScale(face.transform);
    expect(scale).toBeGreaterThan(1.5);
    expect(context.warnings).toEqual([
      { code: 'upscaled', message: expect.any(String) as string, measured: scale, threshold: 1.5 },
    ]);
    const quiet = stageContext();
    await faceAlign({ models, outputSizePx: 100 }).run(person, quiet);
    expect(quiet.warnings).toEqual([]);
  });

  test.each([
    [0, 'no-face'],
    [2, 'face-not-clear'],
  ])('refuses a photo without a face and with %d unclear ones: %s', async (unclear, reason) => {
    const run = faceAlign({ models }).run({ ...person, faces: { faces: [], unclear } }, stageContext());
    await expect(run).rejects.toMatchObject({ code: 'input-rejected', reason });
  });

  test.each([
    [{ outputSizePx: 12 }, /outputSizePx/],
    [{ framing: { headHeight: 2, eyeLine: 0.4, minHeadroom: 0 } }, /framing.headHeight/],
    [{ frameFrom: 'photo' }, /frameFrom/],
    [{ size: 800 }, /Unknown option "size"/],
  ])('refuses %o', (options, message) => {
    expect(() => faceAlign({ models, ...options } as never)).toThrow(message);
  });
});

describe('faceDetect', () => {
  test('refuses options that it does not know', () => {
    expect(() => faceDetect({ models, tiles: 3 } as never)).toThrow(/Unknown option "tiles"/);
  });
});
