import { encodePng, readHeader } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { readChunks } from './png-chunks.js';
import { readXmp, writeXmp } from './write-xmp.js';

const png = await encodePng({ data: new Uint8Array(48), width: 4, height: 4, channels: 3 });

describe('writeXmp', () => {
  it('gives back what was written, in any script, and leaves the pixels alone', async () => {
    const packet = '<x:xmpmeta>Käse – 写真 🙂</x:xmpmeta>';
    const marked = writeXmp(png, packet);
    expect(readXmp(marked)).toBe(packet);
    const pixels = (file: Uint8Array) => readChunks(file).filter(({ type }) => type === 'IDAT');
    expect(pixels(marked)).toEqual(pixels(png));
    expect(await readHeader(marked)).toMatchObject({ format: 'png', width: 4, height: 4 });
  });

  it('is a pure function that replaces an earlier packet', () => {
    const before = png.slice();
    const twice = writeXmp(writeXmp(png, 'first'), 'second');
    expect(readXmp(twice)).toBe('second');
    expect(readChunks(twice).filter(({ type }) => type === 'iTXt')).toHaveLength(1);
    expect(png).toEqual(before);
  });

  it('writes the chunk that the XMP specification asks for', () => {
    const chunk = readChunks(writeXmp(png, 'packet'))[1];
    expect(chunk.type).toBe('iTXt');
    expect(Buffer.from(chunk.data).toString('latin1')).toBe('XML:com.adobe.xmp\0\0\0\0\0packet');
  });
});

it('readXmp finds nothing in a file without XMP', () => {
  expect(readXmp(png)).toBeUndefined();
});
