import { describe, expect, it } from 'vitest';
import { decodeImage, type DecodeOptions } from './decode.js';
import { readHeader } from './image-header.js';
import { sharp } from './native.js';
import { pngChunk, srgbFromPixels } from './srgb-from-pixels.js';

const options: DecodeOptions = { maxPixels: 1e7, maxSidePx: 2560, matteColour: { r: 200, g: 200, b: 200 } };
const SIDE = 40;

/** ITU-R BT.2100: luminance in cd/m2 to the PQ signal. */
function pq(nits: number): number {
  const y = (nits / 10_000) ** 0.1593017578125;
  return ((0.8359375 + 18.8515625 * y) / (1 + 18.6875 * y)) ** 78.84375;
}
/** ITU-R BT.2100: light of the scene, 0 to 1, to the HLG signal. */
const hlg = (light: number): number =>
  light <= 1 / 12 ? Math.sqrt(3 * light) : 0.17883277 * Math.log(12 * light - 0.28466892) + 0.55991073;

type Signal = readonly [number, number, number];

/** 16-bit PNG, the left half in one colour and the right half in another. */
async function codedPng(left: Signal, right: Signal = left): Promise<Buffer> {
  const data = new Uint16Array(SIDE * SIDE * 3);
  for (let i = 0; i < SIDE * SIDE; i++)
    data.set(
      (i % SIDE < SIDE / 2 ? left : right).map((value) => Math.round(value * 65_535)),
      i * 3,
    );
  return sharp(data, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .toColourspace('rgb16')
    .png()
    .toBuffer();
}

const after = (png: Uint8Array, chunk: Uint8Array): Buffer =>
  Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
const coded = (primaries: number, transfer: number): Uint8Array =>
  pngChunk('cICP', Uint8Array.of(primaries, transfer, 0, 1));

const grey = (signal: number): Signal => [signal, signal, signal];

async function pixelsOf(file: Uint8Array): Promise<{ left: number[]; right: number[] }> {
  const { data } = await decodeImage(file, options);
  const at = (x: number) => [...data.slice((20 * SIDE + x) * 3, (20 * SIDE + x) * 3 + 3)];
  return { left: at(5), right: at(SIDE - 5) };
}

/** What sRGB has for a share of the light of white. */
const srgb = (light: number): number =>
  255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);

describe('PQ', () => {
  it('keeps the light of faces: paper white is 203 cd/m2', async () => {
    const { left, right } = await pixelsOf(after(await codedPng(grey(pq(100)), grey(pq(20))), coded(9, 16)));
    for (const value of left) expect(Math.abs(value - srgb(100 / 203))).toBeLessThan(2);
    for (const value of right) expect(Math.abs(value - srgb(20 / 203))).toBeLessThan(2);
  });

  it('keeps lamps apart from white paper, and neither clips', async () => {
    const { left, right } = await pixelsOf(
      after(await codedPng(grey(pq(203)), grey(pq(2000))), coded(9, 16)),
    );
    expect(left[0]).toBeGreaterThan(200);
    expect(left[0]).toBeLessThan(245);
    expect(right[0]).toBeGreaterThan(250);
  });

  it('is far too flat where nobody maps it', async () => {
    const { left } = await pixelsOf(await codedPng(grey(pq(100))));
    expect(Math.abs(left[0] - srgb(100 / 203))).toBeGreaterThan(30);
  });

  it('brings colours of BT.2020 into sRGB by saturation, not by brightness', async () => {
    const green: Signal = [pq(0), pq(120), pq(0)];
    const { left } = await pixelsOf(after(await codedPng(green), coded(9, 16)));
    const linear = left.map((value) => (value / 255) ** 2.2);
    const luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    expect(Math.abs(luminance - (0.678 * 120) / 203)).toBeLessThan(0.03);
    expect(left[1]).toBeGreaterThan(left[0] + 40);
  });
});

describe('HLG', () => {
  it('has paper white at 75 % of the signal, which stays below white', async () => {
    const { left, right } = await pixelsOf(after(await codedPng(grey(0.75), grey(hlg(0.1))), coded(9, 18)));
    expect(left[0]).toBeGreaterThan(240);
    const display = (0.1 ** 1.2 * 1000) / 203;
    for (const value of right) expect(Math.abs(value - srgb(display))).toBeLessThan(2);
  });
});

describe('what says that a file is PQ or HLG', () => {
  it.each([
    [9, 16, { transfer: 'pq', primaries: 'bt2020' }],
    [12, 18, { transfer: 'hlg', primaries: 'p3' }],
    [1, 13, undefined],
  ])('cICP %d %d in a PNG', async (primaries, transfer, expected) => {
    const file = after(await codedPng(grey(0.5)), coded(primaries, transfer));
    expect((await readHeader(file)).hdr).toEqual(expected);
  });

  it('the colour box of an AVIF', async () => {
    const avif = await sharp(await codedPng(grey(pq(100))))
      .withIccProfile('p3')
      .avif({ bitdepth: 10, lossless: true })
      .toBuffer();
    const at = avif.indexOf('colrrICC', 0, 'latin1');
    expect(at).toBeGreaterThan(0);
    const other = Buffer.from(avif);
    // The box keeps its length; whoever reads it looks at the first bytes.
    other.set([...Buffer.from('nclx'), 0, 9, 0, 16, 0, 9, 0x80], at + 4);
    expect((await readHeader(avif)).hdr).toBeUndefined();
    expect((await readHeader(other)).hdr).toEqual({ transfer: 'pq', primaries: 'bt2020' });
  });

  it.each([
    ['Rec2100 PQ', { transfer: 'pq', primaries: 'bt2020' }],
    ['Display P3 HLG', { transfer: 'hlg', primaries: 'p3' }],
    ['RGB_D65_202_Rel_PeQ', { transfer: 'pq', primaries: 'bt2020' }],
    ['sRGB IEC61966-2.1', undefined],
  ])('the description %j of a profile', async (name, expected) => {
    const { icc } = await sharp(
      await sharp(await codedPng(grey(0.5)))
        .withIccProfile('p3')
        .png()
        .toBuffer(),
    ).metadata();
    const profile = renamed(icc ?? Buffer.alloc(0), name);
    const data = new Uint8Array(SIDE * SIDE * 3).fill(128);
    const raw = { data, width: SIDE, height: SIDE, channels: 3 } as const;
    const mapped = await srgbFromPixels(raw, { profile }, options);
    // The middle of the signal is 93 cd/m2 in PQ and 51 in HLG.
    expect(Math.abs(mapped.data[0] - 128) > 4).toBe(expected !== undefined);
  });
});

/** The profile with another description, of which only the text matters. */
function renamed(profile: Uint8Array, name: string): Uint8Array {
  const text = Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), Buffer.from(name, 'latin1')]);
  // libpng drops a profile whose length four does not divide.
  const copy = Buffer.concat([profile, text, Buffer.alloc((4 - ((profile.length + text.length) % 4)) % 4)]);
  for (let i = 0; i < copy.readUInt32BE(128); i++) {
    const entry = 132 + i * 12;
    if (copy.toString('latin1', entry, entry + 4) !== 'desc') continue;
    copy.writeUInt32BE(profile.length, entry + 4);
    copy.writeUInt32BE(text.length, entry + 8);
  }
  copy.writeUInt32BE(copy.length, 0);
  return copy;
}
