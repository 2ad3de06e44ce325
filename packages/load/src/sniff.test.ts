import { describe, expect, it } from 'vitest';
import { sniffFormat } from './sniff.js';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const container = (...brands: readonly string[]): Uint8Array =>
  bytesOf(
    `\0\0\0${String.fromCharCode(16 + 4 * (brands.length - 1))}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`,
  );

describe('sniffFormat', () => {
  it.each([
    ['jpeg', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['gif', 'GIF89a\x01\0\x01\0'],
    ['tiff', 'II*\0\x08\0\0\0'],
    ['tiff', 'MM\0*\0\0\0\x08'],
  ])('reads %s', (format, head) => {
    expect(sniffFormat(bytesOf(head))).toEqual({ supported: true, format });
  });

  it('tells AVIF from HEIC by the brands', () => {
    expect(sniffFormat(container('avif', 'mif1'))).toEqual({ supported: true, format: 'avif' });
    expect(sniffFormat(container('mif1', 'miaf', 'avif'))).toEqual({ supported: true, format: 'avif' });
    expect(sniffFormat(container('heic', 'mif1'))).toEqual({ supported: false, format: 'heic' });
    expect(sniffFormat(container('mif1', 'heic'))).toEqual({ supported: false, format: 'heic' });
    expect(sniffFormat(container('mif1'))).toEqual({ supported: false, format: 'heif' });
    expect(sniffFormat(container('isom', 'mp41'))).toEqual({ supported: false, format: 'video' });
  });

  it.each([
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['svg', '\xef\xbb\xbf \n<?xml version="1.0"?><!-- <html> --><svg:svg width="1"/>'],
    ['pdf', '%PDF-1.7'],
    ['bmp', 'BM\x46\0\0\0\0\0\0\0'],
    ['ico', '\0\0\x01\0\x01\0'],
    ['psd', '8BPS\0\x01'],
    ['jp2', '\0\0\0\x0cjP  \r\n\x87\n'],
    ['jxl', '\xff\x0a\0\0'],
  ])('knows %s and does not read it', (format, head) => {
    expect(sniffFormat(bytesOf(head))).toEqual({ supported: false, format });
  });

  it.each([
    '',
    'G',
    'hello, world',
    '<html><body></body></html>',
    '\x89PNX\r\n\x1a\n',
    'RIFF\x10\0\0\0WAVE',
    'BM are my initials',
  ])('does not take %j for a picture', (head) => {
    expect(sniffFormat(bytesOf(head))).toBeUndefined();
  });

  it('looks at its own bytes only, not at the memory around a view', () => {
    const memory = bytesOf('xxGIF89a\x01\0\x01\0');
    expect(sniffFormat(new Uint8Array(memory.buffer, memory.byteOffset + 2, 8))?.format).toBe('gif');
    expect(sniffFormat(new Uint8Array(memory.buffer, memory.byteOffset + 2, 3))).toBeUndefined();
  });
});
