import { describe, expect, it } from 'vitest';
import { encodePng } from './encode.js';
import { sharp } from './native.js';
import { seededRandom } from '../random.js';

describe('encodePng', () => {
  it.each([
    [3, 33, 21],
    [4, 17, 40],
    [3, 1, 1],
  ] as const)('loses nothing with %d channels', async (channels, width, height) => {
    const random = seededRandom(channels);
    const data = Uint8Array.from({ length: width * height * channels }, () => random() * 256);
    const png = await encodePng({ data, width, height, channels });
    const back = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect(back.info).toMatchObject({ width, height, channels });
    expect(new Uint8Array(back.data)).toEqual(data);
  });

  it('writes no metadata and the same bytes again', async () => {
    const image = { data: new Uint8Array(300).fill(77), width: 10, height: 10, channels: 3 } as const;
    const png = await encodePng(image);
    const { exif, icc, xmp } = await sharp(png).metadata();
    expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
    expect(await encodePng(image)).toEqual(png);
  });
});
