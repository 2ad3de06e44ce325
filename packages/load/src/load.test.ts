import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AvatarError, type Photo, type PhotoSource } from '@avatar/stage';
import { describeStage, stageContext } from '@avatar/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gradientPng, hopperJpeg, withOrientation } from './fixtures.js';
import { load } from './load.js';
import type { LoadOptions } from './options.js';

const photoOf = async (source: PhotoSource, options?: LoadOptions): Promise<Photo> =>
  (await load(options).run({ source }, stageContext())).photo;

async function refusalOf(source: PhotoSource, options?: LoadOptions): Promise<AvatarError> {
  const error = await photoOf(source, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!AvatarError.is(error)) throw new Error('Expected an AvatarError', { cause: error });
  return error;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

let folder: string;
let png: Uint8Array;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-load-'));
  png = await gradientPng(240, 210);
});
afterAll(() => rm(folder, { recursive: true }));

describe('sources', () => {
  it('are a path, bytes, base64 and a data URL, all the same photo', async () => {
    const path = join(folder, 'photo.txt');
    await writeFile(path, png);
    const lines = base64(png).replace(/.{76}/g, '$&\r\n');
    const photos = await Promise.all(
      [
        { path },
        { bytes: png },
        { base64: base64(png) },
        { base64: lines },
        { base64: Buffer.from(png).toString('base64url') },
        { base64: `data:text/plain;base64,${base64(png)}` },
      ].map((source) => photoOf(source)),
    );
    expect(photos[0]).toMatchObject({ format: 'png', sourceWidth: 240, sourceHeight: 210, scale: 1 });
    for (const photo of photos) expect(photo).toEqual(photos[0]);
  });

  it('are a picture and nothing that follows it in its file', async () => {
    const jpeg = await hopperJpeg();
    const page = Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]);
    expect(await photoOf({ bytes: page })).toEqual(await photoOf({ bytes: jpeg }));
  });

  it('may be a link to a file', async () => {
    await writeFile(join(folder, 'target'), png);
    await symlink(join(folder, 'target'), join(folder, 'link'));
    expect((await photoOf({ path: join(folder, 'link') })).format).toBe('png');
  });

  it('are refused when they are none of these', async () => {
    for (const source of [{}, null, { path: 5 }, { bytes: [1, 2] }, { url: 'https://example.org/' }]) {
      const error = await refusalOf(source as unknown as PhotoSource);
      expect([error.code, error.facts['option']]).toEqual(['invalid-options', 'source']);
    }
  });
});

describe('files that are no photos', () => {
  it('not there', async () => {
    const error = await refusalOf({ path: join(folder, 'secret-name.jpg') });
    expect([error.code, error.reason]).toEqual(['input-rejected', 'not-found']);
    expect(JSON.stringify([error.message, error.publicMessage, error.facts])).not.toContain('secret');
    expect(error.cause).toBeUndefined();
    expect((await refusalOf({ path: 'a\0b' })).reason).toBe('not-found');
    expect((await refusalOf({ path: '' })).reason).toBe('not-found');
  });

  it('a folder', async () => {
    expect(await refusalOf({ path: folder })).toMatchObject({
      reason: 'not-an-image',
      facts: { kind: 'folder' },
    });
  });

  it.skipIf(process.platform === 'win32')('devices and pipes, which would never end', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    for (const path of [pipe, '/dev/zero', '/dev/null'])
      expect(await refusalOf({ path })).toMatchObject({
        reason: 'not-an-image',
        facts: { kind: 'special file' },
      });
  });

  it('empty', async () => {
    await writeFile(join(folder, 'empty.png'), '');
    for (const source of [
      { path: join(folder, 'empty.png') },
      { bytes: new Uint8Array(0) },
      { base64: '' },
      { base64: 'data:image/png;base64,' },
    ])
      expect((await refusalOf(source)).reason).toBe('not-an-image');
  });

  it.each(['not base64 at all!', 'data:image/png,%89PNG', 'aGk=aGk=', 'data:image/png;base64,ä'])(
    'text that is not base64: %j',
    async (text) => {
      expect((await refusalOf({ base64: text })).reason).toBe('not-an-image');
    },
  );

  it('text and other formats, whatever they are declared to be', async () => {
    const text = Buffer.from('just some words');
    expect((await refusalOf({ base64: `data:image/png;base64,${base64(text)}` })).reason).toBe(
      'not-an-image',
    );
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"/>');
    expect(await refusalOf({ bytes: svg })).toMatchObject({
      reason: 'unsupported-format',
      facts: { format: 'svg' },
    });
    expect((await refusalOf({ bytes: Buffer.from('%PDF-1.7 …') })).reason).toBe('unsupported-format');
  });

  it('damaged', async () => {
    for (const bytes of [
      png.subarray(0, png.length >> 1),
      png.subarray(0, 20),
      (await hopperJpeg()).subarray(0, 30_000),
      png.map((byte, i) => (i > 200 && i < 220 ? byte ^ 0xff : byte)),
    ])
      expect(await refusalOf({ bytes })).toMatchObject({ code: 'input-rejected', reason: 'corrupt' });
  });
});

describe('limits', () => {
  it('refuse 199 px and allow 200 px on the shorter side', async () => {
    for (const [width, height] of [
      [199, 300],
      [300, 199],
    ] as const)
      expect(await refusalOf({ bytes: await gradientPng(width, height) })).toMatchObject({
        reason: 'too-small',
        facts: { measuredPx: 199, limitPx: 200 },
        message:
          'The shorter side of the photo has 199 px; at least 200 px are needed. Use a larger version of the photo.',
      });
    const photo = await photoOf({ bytes: await gradientPng(300, 200) });
    expect(photo.image.height).toBe(200);
  });

  it('hold for the bytes of every source', async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(2000)]);
    const path = join(folder, 'large.png');
    await writeFile(path, bytes);
    const options = { maxBytes: bytes.length - 1 };
    for (const source of [{ bytes }, { path }, { base64: base64(bytes) }])
      expect(await refusalOf(source, options)).toMatchObject({
        reason: 'too-large',
        facts: { measuredBytes: bytes.length, limitBytes: bytes.length - 1 },
      });
    for (const source of [{ bytes }, { path }, { base64: base64(bytes) }])
      expect((await photoOf(source, { maxBytes: bytes.length })).format).toBe('png');
  });

  it('refuse a huge base64 text before it is decoded', async () => {
    const error = await refusalOf({ base64: ' '.repeat(4_000_000) }, { maxBytes: 1024 });
    expect(error.reason).toBe('too-large');
  });

  it('refuse too many pixels by the header alone', async () => {
    const header = Buffer.from(png.slice(0, 33));
    header.writeUInt32BE(60_000, 16);
    header.writeUInt32BE(60_000, 20);
    header.writeUInt32BE(crc32Of(header.subarray(12, 29)), 29);
    expect(await refusalOf({ bytes: Buffer.concat([header, png.subarray(33)]) })).toMatchObject({
      reason: 'too-large',
      facts: { measuredPixels: 3_600_000_000, limitPixels: 50_000_000 },
      message: expect.stringContaining('3600.0 megapixels; at most 50.0 megapixels') as string,
    });
    expect((await refusalOf({ bytes: png }, { maxPixels: 240 * 210 - 1 })).message).toContain('just over');
    expect((await photoOf({ bytes: png }, { maxPixels: 240 * 210 })).format).toBe('png');
  });

  it('shrink the longer side and say by how much', async () => {
    const photo = await photoOf({ bytes: await gradientPng(900, 300) }, { maxSidePx: 300 });
    expect(photo).toMatchObject({ sourceWidth: 900, sourceHeight: 300, image: { width: 300, height: 100 } });
    expect(photo.scale).toBeCloseTo(1 / 3, 9);
  });

  it.each([
    { maxBytes: 10 },
    { maxPixels: 0 },
    { minSidePx: 1.5 },
    { maxSidePx: 100 },
    { minSidePx: 500, maxSidePx: 400 },
    { maxSide: 300 },
  ])('are checked themselves: %j', (options) => {
    expect(() => load(options)).toThrow(expect.objectContaining({ code: 'invalid-options' }));
  });
});

describe('photos', () => {
  it('lie on neutral grey where they are transparent', async () => {
    const { image } = await photoOf({ bytes: await gradientPng(200, 200, 4) });
    expect(image.channels).toBe(3);
    expect(new Set(image.data)).toEqual(new Set([200]));
  });

  it('are upright', async () => {
    const jpeg = await hopperJpeg();
    const upright = await photoOf({ bytes: jpeg });
    const half = await photoOf({ bytes: withOrientation(jpeg, 3) });
    expect(half.image.data.slice(0, 3)).toEqual(upright.image.data.slice(-3));
    const turned = await photoOf({ bytes: withOrientation(jpeg, 6) });
    expect(turned).toMatchObject({ sourceWidth: 600, sourceHeight: 512, image: { width: 600, height: 512 } });
    // Turned clockwise, the lower left corner becomes the upper left one.
    const lowerLeft = 512 * 599 * 3;
    expect(turned.image.data.slice(0, 3)).toEqual(upright.image.data.slice(lowerLeft, lowerLeft + 3));
  });
});

describeStage(load(), [
  { name: 'a JPEG', input: async () => ({ source: { bytes: await hopperJpeg() } }) },
  { name: 'base64', input: () => ({ source: { base64: base64(png) } }) },
]);

it('does not touch the disk once aborted', async () => {
  const reason = new Error('stop');
  const context = stageContext({ signal: AbortSignal.abort(reason) });
  const run = load().run({ source: { path: join(folder, 'nowhere') } }, context);
  await expect(run).rejects.toBe(reason);
});

function crc32Of(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
