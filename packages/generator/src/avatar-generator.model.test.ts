import { fileURLToPath } from 'node:url';
import { decodeImage, encodePng, readHeader } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import type { StageEvent } from '@avatar/stage';
import { corporateHeadshot } from '@avatar/styles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAvatarGenerator, type AvatarGenerator } from './avatar-generator.js';
import { modelIdsOf } from './avatar-pipeline.js';
import type { PhotoAvatarResult } from './avatar-result.js';

const example = (name: string) => fileURLToPath(new URL(`../../../examples/photos/${name}`, import.meta.url));
const ASTRONAUT = example('astronaut.png');
const HOPPER = example('grace-hopper.jpg');

let generator: AvatarGenerator;
beforeAll(() => void (generator = createAvatarGenerator()));
afterAll(() => generator[Symbol.asyncDispose]());

/** A picture that shows nothing. */
const emptyPhoto = () =>
  encodePng({ data: new Uint8Array(300 * 300 * 3).fill(140), width: 300, height: 300, channels: 3 });

const pixelsOf = (bytes: Uint8Array) =>
  decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 4096, matteColour: { r: 255, g: 0, b: 255 } });

describe('generate', () => {
  const events: StageEvent[] = [];
  let headshot: PhotoAvatarResult;
  beforeAll(async () => {
    headshot = await generator.generate(HOPPER, {
      platform: 'linkedin',
      seed: 7,
      onEvent: (event) => events.push(event),
    });
  });

  test('gives a square PNG with metadata and a preview', async () => {
    expect(await readHeader(headshot.bytes)).toMatchObject({ format: 'png', width: 800, height: 800 });
    expect(await readHeader(headshot.thumbnail)).toMatchObject({ format: 'png', width: 100, height: 100 });
    const text = Buffer.from(headshot.bytes).toString('latin1');
    expect(text).toContain('XML:com.adobe.xmp');
    expect(text).toContain('avatar:Style="corporate_headshot"');
    expect(text).toContain('avatar:Seed="7"');
  });

  test('keeps the likeness and says so', () => {
    expect(headshot).toMatchObject({
      style: 'corporate_headshot',
      platform: 'linkedin',
      background: 'studio_light',
      palette: 'neutral_grey',
      intensity: 1,
      seed: 7,
      faceDetected: true,
      faceCount: 1,
      likenessModel: 'sface',
      decision: 'auto_accept',
    });
    expect(headshot.likenessScore).toBeGreaterThan(0.9);
    expect(headshot.inputQualityScore).toBeGreaterThan(0.9);
    expect(headshot.faceCoverage).toBeCloseTo(0.234, 2);
    expect(headshot.attempts).toHaveLength(1);
    expect(headshot.attempts[0].verdict.findings.map(({ check, status }) => `${check} ${status}`)).toEqual([
      'face-present passed',
      'likeness passed',
      'content-safe passed',
      'background-safe passed',
      'cutout-whole passed',
      'photo-clear passed',
    ]);
  });

  test('times every stage', () => {
    const stages = events.flatMap((event) => (event.type === 'stage-end' ? [event.stage] : []));
    expect(Object.keys(headshot.timingsMs)).toEqual(stages);
    expect(headshot.latencyMs).toBeGreaterThan(0);
  });

  test('the same photo, options and seed give the same bytes; another seed gives others', async () => {
    const again = await generator.generate(HOPPER, { platform: 'linkedin', seed: 7 });
    expect(Buffer.compare(again.bytes, headshot.bytes)).toBe(0);
    const other = await generator.generate(HOPPER, { platform: 'linkedin', seed: 8 });
    expect(Buffer.compare(other.bytes, headshot.bytes)).not.toBe(0);
  });

  test('what cannot be reached is tried three times, returned as the best, and warned of', async () => {
    const result = await generator.generate(ASTRONAUT, { minLikeness: 1, sizePx: 256 });
    // Nothing but the photo itself would pass, so each attempt falls as far as one may.
    expect(result.attempts.map(({ intensity }) => intensity)).toEqual([1, 0.4, 0.16]);
    expect(result.decision).toBe('review');
    const best = Math.max(...result.attempts.map(({ verdict }) => verdict.likenessScore ?? 0));
    expect(result.likenessScore).toBe(best);
    expect(result.validationWarnings.map(({ code }) => code)).toEqual(['face-too-small', 'likeness']);
    expect(await readHeader(result.bytes)).toMatchObject({ width: 256, height: 256 });
    await expect(
      generator.generate(ASTRONAUT, { minLikeness: 1, sizePx: 256, onFail: 'discard' }),
    ).rejects.toMatchObject({ code: 'gate-exhausted', facts: { decision: 'discard' } });
  });

  test('fallback_original delivers the photo itself, aligned and unstyled', async () => {
    const asked = { sizePx: 256, style: 'cartoon', onFail: 'fallback_original' } as const;
    const result = await generator.generate(ASTRONAUT, { ...asked, minLikeness: 1 });
    expect(result).toMatchObject({ delivered: 'original', decision: 'discard', width: 256 });
    expect(result.validationWarnings.map(({ code }) => code)).toContain('fallback-original');
    const text = Buffer.from(result.bytes).toString('latin1');
    expect(text).not.toContain('avatar:Style');
    expect(text).not.toContain('trainedAlgorithmicMedia');
    // The same person as in the photo, hardly touched.
    await expect(generator.compare(ASTRONAUT, { bytes: result.bytes })).resolves.toSatisfy(
      ({ likenessScore }: { likenessScore: number }) => likenessScore > 0.9,
    );
    const passing = await generator.generate(ASTRONAUT, { ...asked, minLikeness: 0 });
    expect(passing.delivered).toBe('avatar');
  });

  test('a transparent background shows what is behind it', async () => {
    const result = await generator.generate(HOPPER, { background: 'transparent', sizePx: 512 });
    const { data } = await pixelsOf(result.bytes);
    expect([...data.subarray(0, 3)]).toEqual([255, 0, 255]);
    expect(result).toMatchObject({ background: 'transparent', palette: undefined });
  });

  test('a photo without a face is refused', async () => {
    await expect(generator.generate(await emptyPhoto())).rejects.toMatchObject({
      code: 'input-rejected',
      reason: 'no-face',
    });
  });

  test('an aborted run rejects with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    const onEvent = (event: StageEvent) => {
      if (event.type === 'stage-start' && event.stage === 'cutout') controller.abort(reason);
    };
    await expect(generator.generate(HOPPER, { signal: controller.signal, onEvent })).rejects.toBe(reason);
  });
});

describe('validate', () => {
  test('reports faces in pixels of the original', async () => {
    const analysis = await generator.validate(ASTRONAUT);
    expect(analysis).toMatchObject({ width: 512, height: 512, faceCount: 1, refusal: undefined });
    const { box, landmarks } = analysis.faces[0];
    expect(landmarks.points).toHaveLength(1404);
    expect(box.x + box.width / 2).toBeGreaterThan(200);
    expect(box.x + box.width / 2).toBeLessThan(250);
    expect(analysis.warnings.map(({ code }) => code)).toEqual(['face-too-small']);
  });

  test('shrinking for the work does not change the coordinates', async () => {
    await using shrinking = createAvatarGenerator({ load: { maxSidePx: 400 } });
    const [small] = (await shrinking.validate(HOPPER)).faces;
    const [full] = (await generator.validate(HOPPER)).faces;
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(Math.abs(small.box[side] - full.box[side])).toBeLessThan(8);
  });

  test('says by the options of the generator whether the photo would be refused', async () => {
    await using strict = createAvatarGenerator({ input: { coveragePolicy: 'reject' } });
    const { refusal } = await strict.validate(ASTRONAUT);
    expect(refusal).toMatchObject({
      reason: 'face-too-small',
      message: expect.stringContaining('Crop closer'),
    });
  });

  test('no face is a refusal, not an error', async () => {
    expect(await generator.validate(await emptyPhoto())).toMatchObject({
      faceCount: 0,
      inputQualityScore: 0,
      warnings: [{ code: 'no-face' }],
      refusal: { reason: 'no-face' },
    });
  });
});

describe('compare', () => {
  test('a photo is itself, and two people are not', async () => {
    const { cosine, likenessScore } = await generator.compare(HOPPER, HOPPER);
    expect(cosine).toBeCloseTo(1, 5);
    expect(likenessScore).toBeCloseTo(1, 5);
    expect((await generator.compare(HOPPER, ASTRONAUT)).likenessScore).toBeLessThan(0.4);
  });

  test('a photo without a face is refused', async () => {
    await expect(generator.compare(HOPPER, await emptyPhoto())).rejects.toMatchObject({ reason: 'no-face' });
  });
});

test('warms up every model that a run may need', async () => {
  await using models = createModelHub({ offline: true });
  await using warm = createAvatarGenerator({ models });
  await warm.warmUp();
  const loaded = models.used().map(({ id }) => id);
  expect(loaded.sort()).toEqual([...modelIdsOf(corporateHeadshot)].sort());
  await warm.generate(ASTRONAUT, { sizePx: 128 });
  expect(models.used()).toHaveLength(loaded.length);
}, 180_000);

test('a generator that was disposed of refuses to work', async () => {
  const short = createAvatarGenerator();
  await short[Symbol.asyncDispose]();
  await expect(short.generate(HOPPER)).rejects.toMatchObject({ code: 'model-unavailable' });
});
