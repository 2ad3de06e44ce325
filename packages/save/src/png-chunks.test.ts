import { describe, expect, it } from 'vitest';
import { insertChunks, readChunks, writeChunks } from './png-chunks.js';

/** A black pixel, as other software wrote it. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC',
  'base64',
);

describe('PNG chunks', () => {
  it('are read and written back with the same checksums', () => {
    const chunks = readChunks(PIXEL);
    expect(chunks.map(({ type, data }) => [type, data.length])).toEqual([
      ['IHDR', 13],
      ['IDAT', 12],
      ['IEND', 0],
    ]);
    expect(Buffer.from(writeChunks(chunks))).toEqual(PIXEL);
  });

  it('are put behind the header, in place of others', () => {
    const chunk = (type: string) => ({ type, data: Uint8Array.of(1) });
    const once = insertChunks(PIXEL, [chunk('tEXt'), chunk('zTXt')], () => false);
    const twice = insertChunks(once, [chunk('iTXt')], ({ type }) => type === 'tEXt');
    expect(readChunks(twice).map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'zTXt', 'IDAT', 'IEND']);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a picture')],
    ['half a file', PIXEL.subarray(0, 50)],
    ['half a length', PIXEL.subarray(0, 10)],
  ])('are not found in %s', (_, bytes) => {
    expect(() => readChunks(bytes)).toThrow(expect.objectContaining({ code: 'invalid-options' }));
  });
});
