import { insertChunks, type PngChunk } from './png-chunks.js';

const uint32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
  return bytes;
};

const COLOUR_CHUNKS: readonly PngChunk[] = [
  // Perceptual intent. gAMA and cHRM say the same to old readers, with the values that the PNG specification gives.
  { type: 'sRGB', data: Uint8Array.of(0) },
  { type: 'gAMA', data: uint32(45_455) },
  { type: 'cHRM', data: uint32(31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000) },
];

const REPLACED = ['sRGB', 'gAMA', 'cHRM', 'iCCP', 'pHYs'];

/** A copy of `png` that says that it is sRGB. A size in print (pHYs) means nothing for an avatar and is left out. */
export const markSrgb = (png: Uint8Array): Uint8Array =>
  insertChunks(png, COLOUR_CHUNKS, ({ type }) => REPLACED.includes(type));
