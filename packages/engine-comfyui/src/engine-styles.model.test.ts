import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { detectFaces } from '@avatar/face';
import {
  createAvatarGenerator,
  type AvatarGenerator,
  type GenerateOptions,
  type PhotoAvatarResult,
} from '@avatar/generator';
import { createPlanar, decodeImage, encodePng, mapPlanes, toPlanar, toRaster } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
import type { AvatarError, Plane } from '@avatar/stage';
import { realistic } from '@avatar/styles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comfyUiEngine } from './comfyui-engine.js';
import { comfyUiServer, type ComfyUiServer, type JobEnd } from './comfyui-server.test-support.js';
import type { Workflow } from './workflow.js';

const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const HOPPER = file('../../examples/photos/grace-hopper.jpg');
const ASTRONAUT = file('../../examples/photos/astronaut.png');
const PLAIN = { maxPixels: 1e8, maxSidePx: 4096, matteColour: { r: 0, g: 0, b: 0 } };

interface Job {
  /** The photo as the workflow's node loads it. */
  readonly photo: Uint8Array;
  readonly strength: number;
}
type Paint = (job: Job) => JobEnd | Promise<JobEnd>;

let models: ModelHub;
let somebodyElse: Uint8Array;
let workflow: Workflow;
beforeAll(async () => {
  models = createModelHub();
  somebodyElse = await readFile(ASTRONAUT);
  workflow = JSON.parse(await readFile(file('workflows/photo-edit.json'), 'utf8')) as Workflow;
});
afterAll(() => models[Symbol.asyncDispose]());

type Gains = readonly [red: number, green: number, blue: number];

/** The photo in warmer, stronger light: what an obedient model makes of it. */
async function regraded(photo: Uint8Array, gains: Gains = [1.08, 1, 0.9]): Promise<Uint8Array> {
  let channel = 0;
  const picture = mapPlanes(toPlanar(await decodeImage(photo, PLAIN)), (plane) => {
    const gain = gains[channel++];
    return { ...plane, data: plane.data.map((value) => Math.min(1, gain * value ** 0.95)) };
  });
  return encodePng(toRaster(picture));
}

async function using<T>(
  paint: Paint,
  use: (generator: AvatarGenerator, server: ComfyUiServer) => Promise<T>,
  { timeoutMs = 60_000, hub = models }: { timeoutMs?: number | undefined; hub?: ModelHub } = {},
): Promise<T> {
  await using server = await comfyUiServer({
    run: (graph, files) => {
      const photo = files.get(String(graph['4'].inputs['image']).replace(' [temp]', ''));
      if (photo === undefined) throw new Error('The workflow loads a photo that is not there');
      return paint({ photo, strength: graph['6'].inputs['denoise'] as number });
    },
  });
  const engine = comfyUiEngine({ url: server.url, workflow, pollMs: 10, timeoutMs });
  await using generator = createAvatarGenerator({
    models: hub,
    styles: [realistic],
    engines: { realistic: engine },
  });
  return await use(generator, server);
}

const realisticOf = (generator: AvatarGenerator, options: GenerateOptions) =>
  generator.generate(HOPPER, { style: 'realistic', sizePx: 512, ...options });
const generate = (paint: Paint, options: GenerateOptions = {}, timeoutMs?: number) =>
  using(paint, (generator) => realisticOf(generator, options), { timeoutMs });
const generateWith = (paint: Paint, hub: ModelHub) =>
  using(paint, (generator) => realisticOf(generator, {}), { hub });

const statusOf = ({ attempts }: PhotoAvatarResult, check: string) =>
  attempts.map(({ verdict }) => verdict.findings.find((finding) => finding.check === check)?.status);
/** Where the person in a finished avatar is, and how large. */
async function faceIn(bytes: Uint8Array) {
  const image = await decodeImage(bytes, PLAIN);
  const { faces } = await detectFaces(image, models, {});
  return faces[0].box;
}

describe('what an obedient model paints', () => {
  test('is found again, cut out, put before the style’s background, and accepted', async () => {
    const result = await generate(async ({ photo }) => ({ picture: await regraded(photo) }));
    expect(result).toMatchObject({ style: 'realistic', delivered: 'avatar', decision: 'auto_accept' });
    expect(result.likenessScore).toBeGreaterThan(0.9);
    expect(result.attempts).toHaveLength(1);
    expect(result.engineCalls).toMatchObject([{ engine: 'comfyui', attempt: 0, strength: 0.4, costUsd: 0 }]);
    expect(result.models).toContain('engine:comfyui');
    expect(Buffer.from(result.bytes).toString('latin1')).toContain('engine:comfyui');
  });

  test('is framed like every other avatar, wherever the model puts the person', async () => {
    const moved = await generate(async ({ photo }) => ({
      picture: await shrunkIntoCorner(await regraded(photo)),
    }));
    const usual = await using(
      () => ({ noPicture: true }),
      (generator) => generator.generate(HOPPER, { style: 'corporate_headshot', sizePx: 512 }),
    );
    const [box, expected] = [await faceIn(moved.bytes), await faceIn(usual.bytes)];
    expect(moved.faceDetected).toBe(true);
    expect(Math.abs(box.height / expected.height - 1)).toBeLessThan(0.12);
    expect(Math.abs(box.x + box.width / 2 - 256)).toBeLessThan(30);
  });

  test('is warned of where it lightens skin, and not else', async () => {
    const codesOf = async (gains: Gains) => {
      const { validationWarnings } = await generate(async ({ photo }) => ({
        picture: await regraded(photo, gains),
      }));
      return validationWarnings.map(({ code }) => code);
    };
    expect(await codesOf([1.35, 1.35, 1.35])).toContain('skin-lighter');
    expect(await codesOf([0.8, 0.8, 0.8])).not.toContain('skin-lighter');
  });

  test('fills a picture that is no square', async () => {
    const size = { widthPx: 640, heightPx: 960 };
    const result = await using(
      async ({ photo }) => ({ picture: await regraded(photo) }),
      async (generator, { graphs }) => {
        const made = await generator.generate(HOPPER, { style: 'realistic', size });
        expect(graphs).toHaveLength(1);
        return made;
      },
    );
    expect(result).toMatchObject({ width: 640, height: 960, faceDetected: true, decision: 'auto_accept' });
  });
});

describe('a model that paints somebody else', () => {
  const stranger: Paint = () => ({ picture: somebodyElse });

  test('is asked for less each time, and what it paints goes to review', async () => {
    const result = await generate(stranger);
    expect(result.decision).toBe('review');
    expect(statusOf(result, 'likeness')).toEqual(['failed', 'failed', 'failed']);
    const strengths = result.engineCalls?.map(({ strength }) => strength) ?? [];
    expect(strengths).toHaveLength(3);
    expect(strengths[0]).toBe(0.4);
    expect(strengths[1]).toBeLessThan(strengths[0]);
    expect(strengths[2]).toBeLessThan(strengths[1]);
  });

  test('is accepted once less strength leaves the person', async () => {
    const result = await generate(async ({ photo, strength }) => ({
      picture: strength < 0.3 ? await regraded(photo) : somebodyElse,
    }));
    expect(statusOf(result, 'likeness')).toEqual(['failed', 'passed']);
    expect(result.intensity).toBeLessThan(1);
    expect(result.decision).toMatch(/accept/);
  });

  test('is not shown where the caller wants the photo then, or nothing', async () => {
    const result = await generate(stranger, { onFail: 'fallback_original' });
    expect(result.delivered).toBe('original');
    const own = await using(stranger, (generator) => generator.compare(HOPPER, result.bytes));
    expect(own.likenessScore).toBeGreaterThan(0.9);
    await expect(generate(stranger, { onFail: 'discard' })).rejects.toMatchObject({ code: 'gate-exhausted' });
  });
});

describe('a picture that may be explicit', () => {
  const obedient: Paint = async ({ photo }) => ({ picture: await regraded(photo) });

  test('is painted again with less strength', async () => {
    const result = await generateWith(obedient, suspicious(4));
    expect(statusOf(result, 'content-safe')).toEqual(['failed', 'failed', 'passed']);
    expect(result.decision).toMatch(/accept/);
  });

  test('is not shown', async () => {
    const result = await generateWith(obedient, suspicious(Infinity));
    expect(statusOf(result, 'content-safe')).toEqual(['failed', 'failed', 'failed']);
    expect(result.decision).toBe('discard');
  });
});

/** A hub whose safety models find so many looks at avatars explicit; the background, which comes first, is not. */
function suspicious(looks: number): ModelHub {
  let seen = -1;
  const explicit = { probabilities: { data: Float32Array.of(0, 0, 0, 1, 0), dims: [1, 5] } };
  return {
    load: async (id, options) => {
      const model = await models.load(id, options);
      if (!id.startsWith('nsfw') || ++seen === 0 || seen > looks) return model;
      return { ...model, run: async () => explicit };
    },
    loadLocal: (model, options) => models.loadLocal(model, options),
    entry: (id) => models.entry(id),
    used: () => models.used(),
    warmUp: (ids, options) => models.warmUp(ids, options),
    close: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

test('a picture without a face passes no check of the face', async () => {
  const grey = await encodePng(toRaster(mapPlanes(createPlanar(512, 512), halfGrey)));
  const result = await generate(() => ({ picture: grey }));
  expect(result).toMatchObject({ decision: 'review', faceDetected: false });
  expect(statusOf(result, 'face-present')).toEqual(['failed', 'failed', 'failed']);
});

describe('a provider’s failure ends the run with its own error', () => {
  test.each<[string, Paint, object, number?]>([
    [
      'a file that is no picture',
      () => ({ picture: new Uint8Array(3000).fill(3) }),
      { code: 'inference-failed', reason: 'engine-wrong-output', facts: { file: 'not-an-image' } },
    ],
    [
      'half a picture',
      ({ photo }) => ({ picture: photo.slice(0, photo.length / 2) }),
      { code: 'inference-failed', reason: 'engine-wrong-output', facts: { file: 'corrupt' } },
    ],
    [
      'a node that fails',
      () => ({ nodeFails: { node: '6', nodeType: 'KSampler' } }),
      { code: 'inference-failed', reason: 'engine-failed', facts: { node: '6' } },
    ],
    ['no end', () => ({ hangs: true }), { code: 'timeout', reason: 'engine-timeout' }, 1000],
  ])('%s', async (_name, paint, expected, timeoutMs) => {
    const error: unknown = await generate(paint, {}, timeoutMs).catch((cause: unknown) => cause);
    expect(error).toMatchObject(expected);
    expect((error as AvatarError).publicMessage).toMatch(/another style|Try again/);
  });

  test('a caller who leaves stops the server’s job', async () => {
    await using(
      () => ({ hangs: true }),
      async (generator, server) => {
        const controller = new AbortController();
        const run = generator.generate(HOPPER, {
          style: 'realistic',
          sizePx: 512,
          signal: controller.signal,
        });
        const outcome = expect(run).rejects.toThrow('left');
        await expect.poll(() => server.graphs).toHaveLength(1);
        controller.abort(new Error('left'));
        await outcome;
        await expect.poll(() => server.interrupted).toHaveLength(1);
      },
    );
  });
});

const halfGrey = (plane: Plane): Plane => ({ ...plane, data: plane.data.map(() => 0.5) });

/** The picture at two thirds of its size in the corner of a grey one. */
async function shrunkIntoCorner(png: Uint8Array): Promise<Uint8Array> {
  const picture = await decodeImage(png, { ...PLAIN, maxSidePx: 680 });
  const sidePx = 1024;
  const data = new Uint8Array(3 * sidePx * sidePx).fill(128);
  const rowLength = 3 * picture.width;
  for (let row = 0; row < picture.height; row++)
    data.set(
      picture.data.subarray(row * rowLength, (row + 1) * rowLength),
      3 * ((sidePx - picture.height + row) * sidePx + sidePx - picture.width),
    );
  return encodePng({ data, width: sidePx, height: sidePx, channels: 3 });
}
