import { insertChunks, readChunks, type PngChunk } from './png-chunks.js';

/** Keyword, no compression (flag and method), no language, no translated keyword: XMP specification part 3, 1.1.5. */
const PREFIX = Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1');

const isXmp = ({ type, data }: PngChunk): boolean =>
  type === 'iTXt' && PREFIX.equals(data.subarray(0, PREFIX.length));

/** A copy of `png` with `packet` as its XMP, in an uncompressed iTXt chunk in front of the pixels, where readers look. */
export function writeXmp(png: Uint8Array, packet: string): Uint8Array {
  const data = Buffer.concat([PREFIX, Buffer.from(packet, 'utf8')]);
  return insertChunks(png, [{ type: 'iTXt', data }], isXmp);
}

/** The XMP packet that `writeXmp` wrote; undefined if `png` has none. */
export function readXmp(png: Uint8Array): string | undefined {
  const chunk = readChunks(png).find(isXmp);
  return chunk && Buffer.from(chunk.data.subarray(PREFIX.length)).toString('utf8');
}
