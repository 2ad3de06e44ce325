import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type AvatarError, type Photo } from '@avatar/stage';
import { stageContext } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { installedHeicDecoder, TooManyHeicPixels, type HeicDecoder } from './heic.js';
import { load } from './load.js';
import type { LoadOptions } from './options.js';

/** The first bytes of an iPhone's photo, and nothing of the picture. */
const HEAD = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

const photoOf = async (bytes: Uint8Array, options?: LoadOptions, signal?: AbortSignal): Promise<Photo> =>
  (await load(options).run({ source: { bytes } }, stageContext(signal ? { signal } : {}))).photo;

const refusalOf = async (options: LoadOptions): Promise<AvatarError> =>
  photoOf(HEAD, options).then(
    () => expect.fail('it was not refused'),
    (error: unknown) => error as AvatarError,
  );

const flat =
  (width: number, height: number): HeicDecoder =>
  async () => ({ data: new Uint8Array(width * height * 4).fill(255), width, height });

describe('HEIC with a decoder of your own', () => {
  it('is a photo like any other, shrunk to the limit', async () => {
    const photo = await photoOf(HEAD, { heic: flat(600, 400), maxSidePx: 300 });
    expect(photo).toMatchObject({
      format: 'heic',
      sourceWidth: 600,
      sourceHeight: 400,
      scale: 0.5,
      image: { width: 300, height: 200, channels: 3 },
    });
    expect([...photo.image.data.slice(0, 3)]).toEqual([255, 255, 255]);
  });

  it('is told the limit of pictures that are held whole, and obeys the one of the sides', async () => {
    let limit = 0;
    const heic: HeicDecoder = async (_, { maxPixels }) => {
      limit = maxPixels;
      throw new TooManyHeicPixels(30_000_000);
    };
    expect(await refusalOf({ heic })).toMatchObject({
      reason: 'too-large',
      facts: { measuredPixels: 30_000_000, limitPixels: 25_000_000 },
    });
    expect(limit).toBe(25_000_000);
    expect(await refusalOf({ heic: flat(199, 300) })).toMatchObject({ reason: 'too-small' });
  });

  it('is refused as damaged when the decoder fails or does not give what it says', async () => {
    const failing: HeicDecoder = () => Promise.reject(new Error('bad'));
    const lying: HeicDecoder = async () => ({ data: new Uint8Array(8), width: 300, height: 300 });
    for (const heic of [failing, lying])
      expect(await refusalOf({ heic })).toMatchObject({ reason: 'corrupt', facts: { format: 'heic' } });
  });
});

it('HEIC without a decoder: what it is, and what to do on an iPhone, whatever the name of the file', async () => {
  const { reason, facts, publicMessage } = await refusalOf({ heic: false });
  expect({ reason, facts }).toEqual({ reason: 'unsupported-format', facts: { format: 'heic' } });
  expect(publicMessage).toMatch(/HEIC.*iPhone.*Most Compatible.*JPEG/);
});

it('the option is checked', () => {
  expect(() => load({ heic: 'libheif-js' as unknown as boolean })).toThrow(
    expect.objectContaining({ code: 'invalid-options' }),
  );
});

// The library is optional; a full installation of this repository has it.
describe.skipIf(installedHeicDecoder() === undefined)('libheif-js, where it is installed', () => {
  it('refuses damaged files', async () => {
    for (const bytes of [HEAD, Buffer.concat([HEAD, Buffer.alloc(4000, 7)])])
      await expect(photoOf(bytes)).rejects.toMatchObject({ reason: 'corrupt' });
  });

  it('ends with the run', async () => {
    const controller = new AbortController();
    const reason = new Error('stop');
    const run = photoOf(Buffer.concat([HEAD, Buffer.alloc(1e6)]), {}, controller.signal);
    controller.abort(reason);
    await expect(run).rejects.toBe(reason);
  });

  const file = join(process.env['AVATAR_EVAL_PHOTOS'] ?? '', 'wild/c06_heic_named.jpg');
  // There is no encoder for HEIC that may be shipped, so that a real file is only in the evaluation photos.
  it.skipIf(!existsSync(file))('decodes a real file, and not over the limit', async () => {
    const bytes = readFileSync(file);
    const photo = await photoOf(bytes);
    expect(photo).toMatchObject({ format: 'heic', sourceWidth: 640, sourceHeight: 426, scale: 1 });
    expect(new Set(photo.image.data).size).toBeGreaterThan(200);
    await expect(photoOf(bytes, { maxPixels: 640 * 426 })).rejects.toMatchObject({ reason: 'too-large' });
  });
});

it('the library is no dependency: its licence is not ours', () => {
  const { dependencies, peerDependenciesMeta } = createRequire(import.meta.url)('../package.json') as {
    dependencies: object;
    peerDependenciesMeta: object;
  };
  expect(Object.keys(dependencies)).not.toContain('libheif-js');
  expect(peerDependenciesMeta).toEqual({ 'libheif-js': { optional: true } });
});
