import { createPlanar, createPlane, decodeImage, readHeader } from '@avatar/image';
import type { AttemptReport, Avatar, EncodedAvatar, Verdict } from '@avatar/stage';
import { describeStage, stageContext } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { readChunks } from './png-chunks.js';
import { save } from './save.js';
import type { SaveOptions } from './options.js';
import { readXmp } from './write-xmp.js';

const GREEN_BEHIND = { r: 0, g: 255, b: 0 };
const landmarks = { scheme: 'mesh468', points: new Float32Array(1404) } as const;
const verdict: Verdict = {
  accepted: true,
  decision: 'accept',
  likenessScore: 0.91,
  likenessCosine: 0.62,
  faceDetected: true,
  findings: [],
};

/** A smooth picture; with `disc`, opaque in a circle only. */
function avatarOf(sizePx: number, disc = false): Avatar {
  const image = createPlanar(sizePx, sizePx);
  const alpha = createPlane(sizePx, sizePx);
  for (let i = 0; i < sizePx * sizePx; i++) {
    const x = ((i % sizePx) + 0.5) / sizePx;
    const y = (Math.floor(i / sizePx) + 0.5) / sizePx;
    image.planes[0][i] = 0.3 + 0.4 * x;
    image.planes[1][i] = 0.2 + 0.5 * y;
    image.planes[2][i] = 0.5;
    alpha.data[i] = Math.min(Math.max((0.4 - Math.hypot(x - 0.5, y - 0.5)) * sizePx * 0.3 + 0.5, 0), 1);
  }
  const person = createPlane(sizePx, sizePx, 1);
  return disc ? { image, person, alpha, landmarks } : { image, person, landmarks };
}

const saved = async (avatar: Avatar, options: SaveOptions = {}, seed = 7): Promise<EncodedAvatar> =>
  (await save(options).run({ avatar, verdict }, stageContext({ seed }))).encoded;

const decoded = (bytes: Uint8Array) =>
  decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 4096, matteColour: GREEN_BEHIND });

const xmpOf = (bytes: Uint8Array): string => readXmp(bytes) ?? '';

describe('the picture', () => {
  it.each([
    [96, 96],
    [130, 96],
    [96, 131],
  ])('of %d px becomes %d px', async (fromPx, sizePx) => {
    const { bytes, ...rest } = await saved(avatarOf(fromPx), { sizePx });
    expect(rest).toMatchObject({ format: 'png', width: sizePx, height: sizePx });
    const { data, width, height } = await decoded(bytes);
    expect([width, height]).toEqual([sizePx, sizePx]);
    const expected = avatarOf(sizePx).image.planes;
    for (let i = 0; i < data.length; i++)
      expect(Math.abs(data[i] - expected[i % 3][Math.floor(i / 3)] * 255)).toBeLessThan(2);
  });

  it('has a thumbnail of 100 px', async () => {
    const { thumbnail } = await saved(avatarOf(256));
    const { data, width, height } = await decoded(thumbnail);
    expect([width, height]).toEqual([100, 100]);
    const middle = (50 * 100 + 50) * 3;
    [0.5, 0.45, 0.5].forEach((value, k) => expect(Math.abs(data[middle + k] - value * 255)).toBeLessThan(3));
  });

  it('is 8-bit colour, with alpha only if the avatar has some', async () => {
    const header = (bytes: Uint8Array) => readChunks(bytes)[0].data;
    const opaque = await saved(avatarOf(96), { sizePx: 96 });
    const clear = await saved(avatarOf(96, true), { sizePx: 96 });
    for (const file of [opaque.bytes, opaque.thumbnail])
      expect([...header(file).slice(8, 10)]).toEqual([8, 2]);
    for (const file of [clear.bytes, clear.thumbnail]) expect([...header(file).slice(8, 10)]).toEqual([8, 6]);
  });

  it.each([96, 150])(
    'keeps hidden colours out of both files, also at the edge (from %d px)',
    async (fromPx) => {
      const avatar = avatarOf(fromPx, true);
      const { alpha } = avatar;
      const [red] = avatar.image.planes;
      const colour = 0.5;
      for (const plane of avatar.image.planes)
        for (let i = 0; i < plane.length; i++)
          plane[i] = (alpha?.data[i] ?? 0) > 0 ? colour : plane === red ? 1 : 0;
      const { bytes, thumbnail } = await saved(avatar, { sizePx: 96 });
      // Over green, a grey avatar with no red fringe has red = grey * alpha everywhere.
      // The thumbnail is made from 8-bit pixels: weighting them by alpha rounds once more.
      const files = [
        [bytes, 5],
        [thumbnail, 7],
      ] as const;
      for (const [file, tolerance] of files) {
        const { data } = await decoded(file);
        for (let i = 0; i < data.length; i += 3) {
          const shown = 1 - data[i + 2] / 255 / colour;
          expect(Math.abs(data[i] - data[i + 2])).toBeLessThan(4);
          expect(Math.abs(data[i + 1] - 255 * (colour * (1 - shown) + shown))).toBeLessThan(tolerance);
        }
      }
      const corner = await decodeImage(bytes, {
        maxPixels: 1e7,
        maxSidePx: 4096,
        matteColour: { r: 1, g: 2, b: 3 },
      });
      expect([...corner.data.slice(0, 3)]).toEqual([1, 2, 3]);
    },
  );

  it('is refused unless it is square and its alpha fits', async () => {
    const { image, person } = avatarOf(96);
    const wide = { ...image, width: 192, height: 48 };
    await expect(saved({ image: wide, person, landmarks })).rejects.toMatchObject({
      code: 'stage-failed',
      facts: { width: 192, height: 48 },
    });
    await expect(saved({ image, person, alpha: createPlane(95, 96), landmarks })).rejects.toMatchObject({
      code: 'stage-failed',
    });
  });

  it('is dithered by the seed of the run', async () => {
    const [first, second] = [await saved(avatarOf(96), {}, 1), await saved(avatarOf(96), {}, 2)];
    expect((await decoded(first.bytes)).data).not.toEqual((await decoded(second.bytes)).data);
  });

  it('is the rounded picture, whatever the seed, in a draft', async () => {
    const avatar = avatarOf(128);
    const { data } = await decoded((await saved(avatar, { sizePx: 128, draft: true }, 1)).bytes);
    expect((await decoded((await saved(avatar, { sizePx: 128, draft: true }, 2)).bytes)).data).toEqual(data);
    data.forEach((value, i) =>
      expect(value).toBe(Math.round(avatar.image.planes[i % 3][Math.floor(i / 3)] * 255)),
    );
  });
});

describe.each(['jpeg', 'webp', 'avif'] as const)('as %s', (format) => {
  it('is a picture of that format, smaller than a PNG, and so is its thumbnail', async () => {
    const { bytes, thumbnail, ...rest } = await saved(avatarOf(256), { sizePx: 256, format });
    expect(rest).toEqual({ format, width: 256, height: 256 });
    const found = format === 'avif' ? 'heif' : format;
    expect(await readHeader(bytes)).toMatchObject({ format: found, width: 256, height: 256 });
    expect(await readHeader(thumbnail)).toMatchObject({ format: found, width: 100, height: 100 });
    expect(bytes.length).toBeLessThan((await saved(avatarOf(256), { sizePx: 256 })).bytes.length);
    const { data } = await decoded(bytes);
    const expected = avatarOf(256).image.planes;
    let error = 0;
    for (let i = 0; i < data.length; i++)
      error += Math.abs(data[i] - expected[i % 3][Math.floor(i / 3)] * 255) / data.length;
    expect(error).toBeLessThan(2);
  });

  it('says the same of the run as a PNG does', async () => {
    const options = { style: 'noir', runId: 'run' };
    const xmp = xmpOf((await saved(avatarOf(96), options)).bytes);
    const { bytes, thumbnail } = await saved(avatarOf(96), { ...options, format });
    for (const file of [bytes, thumbnail]) expect(Buffer.from(file).includes(xmp)).toBe(true);
  });

  it('is larger with more quality', async () => {
    const sizeOf = async (quality: number) =>
      (await saved(avatarOf(256), { sizePx: 256, format, quality })).bytes.length;
    expect(await sizeOf(30)).toBeLessThan(await sizeOf(95));
  });
});

describe('transparency', () => {
  it.each(['webp', 'avif'] as const)('stays in %s', async (format) => {
    const { bytes } = await saved(avatarOf(96, true), { sizePx: 96, format });
    const { data } = await decoded(bytes);
    expect(data[1]).toBeGreaterThan(250);
    expect(data[0]).toBeLessThan(5);
  });

  it('is refused by JPEG', async () => {
    await expect(saved(avatarOf(96, true), { format: 'jpeg' })).rejects.toMatchObject({
      code: 'stage-failed',
      message: 'JPEG has no transparency; save a PNG, WebP or AVIF, or give the avatar a background',
    });
  });
});

describe('the metadata', () => {
  it('names the run in the picture and in the thumbnail', async () => {
    const options = { style: 'corporate_headshot', platform: 'linkedin', seed: 5 };
    const context = stageContext({ usedModels: () => ['sface'] });
    const { encoded } = await save(options).run({ avatar: avatarOf(96), verdict }, context);
    const { bytes, thumbnail } = encoded;
    const xmp = xmpOf(bytes);
    for (const part of [
      'compositeWithTrainedAlgorithmicMedia',
      'avatar:Style="corporate_headshot"',
      'avatar:Platform="linkedin"',
      'avatar:Seed="5"',
      'avatar:Intensity="1"',
      'avatar:LikenessScore="0.91"',
      '<rdf:li>sface</rdf:li>',
    ])
      expect(xmp).toContain(part);
    expect(xmpOf(thumbnail)).toBe(xmp);
    expect(xmpOf((await saved(avatarOf(96), { runId: 'my "run"' })).bytes)).toContain(
      'avatar:RunId="my &quot;run&quot;"',
    );
  });

  it('says sRGB, comes before the pixels, and holds nothing else', async () => {
    const { bytes } = await saved(avatarOf(96), { sizePx: 96 });
    const types = readChunks(bytes).map(({ type }) => type);
    expect([...new Set(types)]).toEqual(['IHDR', 'sRGB', 'gAMA', 'cHRM', 'iTXt', 'IDAT', 'IEND']);
    expect(await readHeader(bytes)).toMatchObject({ format: 'png', width: 96, height: 96 });
  });

  it('names the intensity of the attempt that was kept', async () => {
    const attempts: AttemptReport[] = [1, 0.7, 0.45].map((intensity, index) => ({
      index,
      intensity,
      verdict,
      kept: index === 1,
    }));
    const stage = save({ retried: true });
    expect(stage.reads).toEqual(['avatar', 'verdict', 'attempts']);
    const input = { avatar: avatarOf(96), verdict: structuredClone(attempts[1].verdict), attempts };
    const { encoded } = await stage.run(input, stageContext());
    expect(xmpOf(encoded.bytes)).toContain('avatar:Intensity="0.7"');
  });
});

describe('the options', () => {
  it.each([
    { sizePx: 63 },
    { sizePx: 4097 },
    { sizePx: 800.5 },
    { style: '' },
    { platform: 'x'.repeat(201) },
    { runId: 5 },
    { seed: -1 },
    { modelIds: 'sface' },
    { modelIds: [''] },
    { retried: 1 },
    { format: 'bmp' },
    { quality: 90 },
    { format: 'webp', quality: 0 },
    { format: 'webp', quality: 101 },
    { size: 800 },
  ])('refuse %j', (options) => {
    expect(() => save(options as SaveOptions)).toThrow(expect.objectContaining({ code: 'invalid-options' }));
  });

  it('take undefined as not given', async () => {
    const options = { style: undefined, platform: undefined, seed: undefined, runId: undefined };
    expect((await saved(avatarOf(96), options)).width).toBe(800);
  });
});

describeStage(save({ sizePx: 128, style: 'corporate_headshot' }), [
  { name: 'an opaque avatar', input: () => ({ avatar: avatarOf(128), verdict }) },
  { name: 'a transparent avatar of another size', input: () => ({ avatar: avatarOf(100, true), verdict }) },
]);
