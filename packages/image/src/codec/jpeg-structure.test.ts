import { describe, expect, it } from 'vitest';
import { decodedPixels, readHeader, type ImageHeader } from './image-header.js';
import { decodesRowByRow } from './jpeg-structure.js';
import { sharp } from './native.js';

const jpeg = (options: object) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#a64' } })
    .jpeg(options)
    .toBuffer();

describe('a JPEG is decoded row by row', () => {
  it('where one scan has all colours, as cameras write it', async () => {
    expect(decodesRowByRow(await jpeg({}))).toBe(true);
    expect(decodesRowByRow(await jpeg({ chromaSubsampling: '4:4:4' }))).toBe(true);
    expect(decodesRowByRow(await jpeg({ progressive: true }))).toBe(false);
  });

  it('not where each colour has a scan of its own: all coefficients are kept until the last', async () => {
    const file = Buffer.from(await jpeg({}));
    const scan = file.indexOf(Buffer.from([0xff, 0xda]));
    file[scan + 4] = 1;
    expect(decodesRowByRow(file)).toBe(false);
  });

  it('not where the markers lead nowhere, and that is found out at once', async () => {
    const file = await jpeg({});
    for (let length = 0; length < file.length; length += 7)
      expect([true, false]).toContain(decodesRowByRow(file.subarray(0, length)));
    const endless = new Uint8Array(100_000).fill(0xff);
    expect(decodesRowByRow(endless)).toBe(false);
    const zeros = Buffer.concat([file.subarray(0, 2), Buffer.from([0xff, 0xe0, 0, 0])]);
    expect(decodesRowByRow(zeros)).toBe(false);
  });
});

it('the photos of phones are decoded at 13 to 50 megapixels, however large they are', async () => {
  const header = await readHeader(await jpeg({}));
  const decoded = (width: number, height: number, change: Partial<ImageHeader> = {}) =>
    decodedPixels({ ...header, width, height, ...change }, 2560);
  expect(decoded(8160, 6144)).toBe(4080 * 3072);
  expect(decoded(12_000, 9000)).toBe(3000 * 2250);
  expect(decoded(16_320, 12_240)).toBe(4080 * 3060);
  expect(decoded(4000, 3000)).toBe(12_000_000);
  // Every pixel is still unpacked: more than any camera has is too much.
  expect(decoded(17_000, 17_000)).toBe(Infinity);
  expect(decoded(8160, 6144, { shrinksWhileDecoding: false })).toBe(8160 * 6144);
});
