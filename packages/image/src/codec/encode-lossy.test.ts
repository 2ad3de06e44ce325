import type { RasterImage } from '@avatar/stage';
import { describe, expect, it } from 'vitest';
import { containerColour } from './container-colour.js';
import { encodeLossy, type LossyFormat } from './encode-lossy.js';
import { sharp } from './native.js';

const SIDE = 64;

/** A soft picture with one saturated edge; with 4 channels, clear on the left. */
function picture(channels: 3 | 4): RasterImage {
  const data = new Uint8Array(SIDE * SIDE * channels);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const colour = x < SIDE / 2 ? [200, 30, 40] : [60 + y, 110, 150];
      data.set(channels === 3 ? colour : [...colour, x < 8 ? 0 : 255], (y * SIDE + x) * channels);
    }
  return { data, width: SIDE, height: SIDE, channels };
}

const FORMATS: readonly LossyFormat[] = ['jpeg', 'webp', 'avif'];
const shared = { quality: 90, xmp: '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>' };

describe.each(FORMATS)('%s', (format) => {
  it('shows the picture, in sRGB, with its XMP and nothing else', async () => {
    const bytes = await encodeLossy(picture(3), { ...shared, format });
    const { icc, xmp, exif, space, ...metadata } = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ width: SIDE, height: SIDE, channels: 3 });
    expect([space, exif]).toEqual(['srgb', undefined]);
    expect(xmp?.toString()).toBe(shared.xmp);
    // Names in a profile are UTF-16.
    expect(icc?.toString('latin1').replaceAll('\0', '')).toContain('sRGB');
    const shown = await sharp(bytes).raw().toBuffer();
    const expected = picture(3).data;
    const error = shown.reduce((sum, value, i) => sum + Math.abs(value - expected[i]), 0) / shown.length;
    expect(error).toBeLessThan(3);
  });

  it('is smaller with less quality, and the same again', async () => {
    const of = (quality: number) => encodeLossy(picture(3), { format, quality });
    expect((await of(20)).length).toBeLessThan((await of(95)).length);
    expect(await of(60)).toEqual(await of(60));
    expect((await sharp(await of(60)).metadata()).xmp).toBeUndefined();
  });
});

it.each(['webp', 'avif'] as const)('%s keeps transparency', async (format) => {
  const bytes = await encodeLossy(picture(4), { ...shared, format });
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(4);
  expect([data[3], data[4 * (SIDE - 1) + 3]]).toEqual([0, 255]);
});

it('an AVIF contradicts its profile nowhere', async () => {
  const { coded = { primaries: 1, transfer: 13 } } = containerColour(
    await encodeLossy(picture(3), { format: 'avif', quality: 60 }),
  );
  expect(coded).toEqual({ primaries: 1, transfer: 13 });
});
