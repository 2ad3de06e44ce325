import { crc32 } from 'node:zlib';
import { AvatarError } from '@avatar/stage';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** One chunk of a PNG file: four letters and what they hold. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** @throws AvatarError `invalid-options` if `png` is not a whole PNG file */
export function readChunks(png: Uint8Array): PngChunk[] {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw notPng();
  const chunks: PngChunk[] = [];
  for (let at = 8; at < file.length;) {
    const end = at + 12 + (at + 8 <= file.length ? file.readUInt32BE(at) : 0);
    if (end > file.length) throw notPng();
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, end - 4) });
    at = end;
  }
  return chunks;
}

export function writeChunks(chunks: readonly PngChunk[]): Uint8Array {
  const parts = chunks.flatMap(({ type, data }) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc32(data, crc32(head.subarray(4))));
    return [head, data, tail];
  });
  return new Uint8Array(Buffer.concat([SIGNATURE, ...parts]));
}

/** A copy of `png` with `added` right after its header chunk, in place of the chunks that `replaced` picks. */
export function insertChunks(
  png: Uint8Array,
  added: readonly PngChunk[],
  replaced: (chunk: PngChunk) => boolean,
): Uint8Array {
  const [header, ...others] = readChunks(png);
  return writeChunks([header, ...added, ...others.filter((chunk) => !replaced(chunk))]);
}

const notPng = (): AvatarError =>
  new AvatarError('invalid-options', 'Expected a whole PNG file for png, received other bytes', {
    facts: { option: 'png' },
  });
