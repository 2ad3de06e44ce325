import { describe, expect, it } from 'vitest';
import { decodeImage, type DecodeOptions } from './decode.js';
import { readHeader } from './image-header.js';
import { sharp } from './native.js';

const GREY = { r: 200, g: 200, b: 200 };
const options: DecodeOptions = { maxPixels: 1e7, maxSidePx: 2560, matteColour: GREY };

const WIDTH = 48;
const HEIGHT = 32;
type Colour = readonly [number, number, number];
/** One colour a quarter, as stored: no turn or flip leaves it the same. */
const QUARTERS: readonly Colour[] = [
  [220, 40, 40],
  [40, 200, 60],
  [50, 60, 210],
  [230, 220, 60],
];
const storedAt = (x: number, y: number): Colour =>
  QUARTERS[(x < WIDTH / 2 ? 0 : 1) + (y < HEIGHT / 2 ? 0 : 2)];

function stored() {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) data.set(storedAt(x, y), (y * WIDTH + x) * 3);
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

/** EXIF 2.3, table 6: where the upright pixel is stored, for each value of the tag. */
const STORED_POSITION: Readonly<Record<number, (x: number, y: number) => Colour>> = {
  1: (x, y) => storedAt(x, y),
  2: (x, y) => storedAt(WIDTH - 1 - x, y),
  3: (x, y) => storedAt(WIDTH - 1 - x, HEIGHT - 1 - y),
  4: (x, y) => storedAt(x, HEIGHT - 1 - y),
  5: (x, y) => storedAt(y, x),
  6: (x, y) => storedAt(y, HEIGHT - 1 - x),
  7: (x, y) => storedAt(WIDTH - 1 - y, HEIGHT - 1 - x),
  8: (x, y) => storedAt(WIDTH - 1 - y, x),
};
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(['jpeg', 'png', 'webp', 'tiff'] as const)('EXIF orientation in %s', (format) => {
  it.each(ORIENTATIONS)('%d is upright', async (orientation) => {
    const file = await stored().withMetadata({ orientation }).toFormat(format, { quality: 100 }).toBuffer();
    const turned = orientation >= 5;
    const [width, height] = turned ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
    expect(await readHeader(file)).toMatchObject({ format, width, height });
    const image = await decodeImage(file, options);
    expect([image.width, image.height]).toEqual([width, height]);
    for (const [x, y] of [
      [5, 5],
      [width - 6, 5],
      [5, height - 6],
      [width - 6, height - 6],
    ])
      STORED_POSITION[orientation](x, y).forEach((value, channel) =>
        expect(Math.abs(image.data[(y * width + x) * 3 + channel] - value)).toBeLessThan(12),
      );
  });
});

const pixel = async (file: Uint8Array): Promise<number[]> => {
  const image = await decodeImage(file, options);
  const { data, width, height, channels } = image;
  expect(channels).toBe(3);
  expect(data).toHaveLength(width * height * 3);
  const centre = ((height >> 1) * width + (width >> 1)) * 3;
  return [...data.slice(centre, centre + 3)];
};

const expectColour = (actual: readonly number[], expected: readonly number[], tolerance: number): void =>
  expected.forEach((value, i) => expect(Math.abs(actual[i] - value)).toBeLessThanOrEqual(tolerance));

const flat = (background: object, channels: 3 | 4 = 3) =>
  sharp({ create: { width: 24, height: 24, channels, background } });

describe('colour', () => {
  it('undoes an embedded Display P3 profile', async () => {
    const file = await flat({ r: 180, g: 90, b: 60 }).withIccProfile('p3').png().toBuffer();
    const stored = await sharp(file, { ignoreIcc: true }).raw().toBuffer();
    expect(Math.abs(stored[0] - 180)).toBeGreaterThan(5);
    expectColour(await pixel(file), [180, 90, 60], 2);
  });

  it('takes 16 bit, grey, grey with alpha and a palette', async () => {
    const colour = { r: 180, g: 90, b: 60 };
    expectColour(await pixel(await flat(colour).toColourspace('rgb16').png().toBuffer()), [180, 90, 60], 1);
    expectColour(await pixel(await flat(colour).png({ palette: true }).toBuffer()), [180, 90, 60], 4);
    const grey = { r: 99, g: 99, b: 99 };
    expectColour(await pixel(await flat(grey).toColourspace('b-w').jpeg().toBuffer()), [99, 99, 99], 2);
    expectColour(await pixel(await flat(grey).toColourspace('grey16').png().toBuffer()), [99, 99, 99], 2);
    const clear = await flat({ ...grey, alpha: 0 }, 4)
      .toColourspace('b-w')
      .png()
      .toBuffer();
    expectColour(await pixel(clear), [200, 200, 200], 1);
  });

  it('does not invert CMYK', async () => {
    const light = await pixel(await flat({ r: 235, g: 225, b: 215 }).toColourspace('cmyk').jpeg().toBuffer());
    expectColour(light, [235, 225, 215], 30);
    const red = await pixel(await flat({ r: 200, g: 40, b: 40 }).toColourspace('cmyk').jpeg().toBuffer());
    expect(red[0]).toBeGreaterThan(red[1] + 80);
  });

  it('lays transparency over the matte colour', async () => {
    expect(await pixel(await flat({ r: 0, g: 0, b: 0, alpha: 0 }, 4).png().toBuffer())).toEqual([
      200, 200, 200,
    ]);
    const half = await flat({ r: 0, g: 0, b: 0, alpha: 0.5 }, 4).png().toBuffer();
    expectColour(await pixel(half), [100, 100, 100], 2);
  });
});

describe('size and damage', () => {
  it('shrinks the longer side to the limit, and never enlarges', async () => {
    const file = await sharp({ create: { width: 900, height: 301, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    const small = await decodeImage(file, { ...options, maxSidePx: 256 });
    expect(small.width).toBe(256);
    expect(Math.abs(small.height - (256 * 301) / 900)).toBeLessThan(1);
    const same = await decodeImage(file, { ...options, maxSidePx: 901 });
    expect([same.width, same.height]).toEqual([900, 301]);
  });

  it('takes the first frame of an animation', async () => {
    const frame = (colour: string) =>
      sharp({ create: { width: 20, height: 16, channels: 3, background: colour } })
        .png()
        .toBuffer();
    const frames = await Promise.all(['#f00', '#00f', '#0f0'].map(frame));
    for (const format of ['gif', 'webp'] as const) {
      const animation = sharp(frames, { join: { animated: true } });
      const file = await animation.toFormat(format).toBuffer();
      expect(await readHeader(file)).toMatchObject({ width: 20, height: 16 });
      const image = await decodeImage(file, options);
      expect([image.width, image.height]).toEqual([20, 16]);
      expectColour(await pixel(file), [255, 0, 0], 12);
    }
  });

  it.each(['gif', 'webp'] as const)('takes a later frame where a %s begins empty', async (format) => {
    const scene = (light: number) => stored().linear(light, 4).png().toBuffer();
    const animated = async (lights: readonly number[]) =>
      sharp(await Promise.all(lights.map(scene)), { join: { animated: true } })
        .toFormat(format, { quality: 100, lossless: true })
        .toBuffer();
    const corner = async (file: Uint8Array) => [...(await decodeImage(file, options)).data.slice(0, 3)];
    const full = await corner(await animated([1, 0]));
    expectColour(await corner(await animated([0, 0.05, 0.4, 1, 0.5])), full, 12);
    // A first frame that shows something is the one, even if others show more.
    expectColour(await corner(await animated([0.5, 1])), await corner(await animated([0.5, 0])), 12);
    // Where all are empty, the first is as good as any.
    expectColour(await corner(await animated([0, 0.01])), await corner(await animated([0, 0])), 2);
  });

  it('takes a JPEG that only lacks its end marker, whole', async () => {
    for (const progressive of [false, true]) {
      const file = await stored().jpeg({ progressive }).toBuffer();
      const whole = await decodeImage(file, options);
      for (const missing of [1, 2])
        expect(await decodeImage(file.subarray(0, -missing), options)).toEqual(whole);
    }
  });

  it('refuses a JPEG that lacks a row of blocks, with an end marker or without', async () => {
    const random = new Uint8Array(120 * 96 * 3).map((_, i) => (i * 7919) % 256);
    const file = await sharp(random, { raw: { width: 120, height: 96, channels: 3 } })
      .jpeg()
      .toBuffer();
    for (const share of [0.97, 0.6, 0.2]) {
      const cut = file.subarray(0, Math.floor(file.length * share));
      await expect(decodeImage(cut, options)).rejects.toThrow();
    }
  });

  it('shrinks a JPEG while it decodes it: the shrunk size is what the limit is for', async () => {
    const background = { r: 180, g: 90, b: 60 };
    const wide = sharp({ create: { width: 4000, height: 1000, channels: 3, background } });
    const limits = { ...options, maxSidePx: 500, maxPixels: 500 * 125 };
    const camera = await wide.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await decodeImage(camera, limits)).toMatchObject({ width: 125, height: 500 });
    await expect(decodeImage(camera, { ...limits, maxPixels: 500 * 125 - 1 })).rejects.toThrow(/pixel limit/);
    // What is held whole counts whole.
    for (const file of [
      await wide.clone().jpeg({ progressive: true }).toBuffer(),
      await wide.png().toBuffer(),
    ]) {
      await expect(decodeImage(file, limits)).rejects.toThrow(/pixel limit/);
      await expect(decodeImage(file, { ...limits, maxPixels: 4e6 })).resolves.toMatchObject({ width: 500 });
    }
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'] as const)(
    'refuses %s that is cut off',
    async (format) => {
      const random = new Uint8Array(120 * 90 * 3).map((_, i) => (i * 7919) % 256);
      const picture = sharp(random, { raw: { width: 120, height: 90, channels: 3 } });
      const file = await picture.toFormat(format).toBuffer();
      await expect(decodeImage(file, options)).resolves.toMatchObject({ width: 120, height: 90 });
      const cut = file.subarray(0, Math.floor(file.length * 0.6));
      await expect(readHeader(cut).then(() => decodeImage(cut, options))).rejects.toThrow();
    },
  );

  it('refuses more pixels than allowed', async () => {
    const file = await flat({ r: 1, g: 2, b: 3 }).png().toBuffer();
    await expect(decodeImage(file, { ...options, maxPixels: 24 * 24 - 1 })).rejects.toThrow(/pixel limit/);
    await expect(decodeImage(file, { ...options, maxPixels: 24 * 24 })).resolves.toBeDefined();
  });

  it('knows which decoders hold the whole picture', async () => {
    const header = async (file: Promise<Buffer>) => (await readHeader(await file)).needsWholePicture;
    expect(await header(stored().png().toBuffer())).toBe(false);
    expect(await header(stored().png({ progressive: true }).toBuffer())).toBe(true);
    expect(await header(stored().jpeg({ progressive: true }).toBuffer())).toBe(false);
    expect(await header(stored().avif().toBuffer())).toBe(true);
  });
});
