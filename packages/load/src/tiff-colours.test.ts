import { stageContext } from '@avatar/testing';
import { expect, it } from 'vitest';
import { load } from './load.js';
import { isCielabTiff } from './tiff-colours.js';

/** An uncompressed TIFF of one colour. */
function tiff(photometric: number, bits: 8 | 16, sidePx = 240): Buffer {
  const entries = [
    [256, 4, sidePx],
    [257, 4, sidePx],
    [258, 3, 0],
    [259, 3, 1],
    [262, 3, photometric],
    [273, 4, 0],
    [277, 3, 3],
    [278, 4, sidePx],
    [279, 4, (sidePx * sidePx * 3 * bits) / 8],
  ];
  const bitsAt = 8 + 2 + entries.length * 12 + 4;
  const pixelsAt = bitsAt + 6;
  const file = Buffer.alloc(pixelsAt + (sidePx * sidePx * 3 * bits) / 8, 40);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  for (const [i, [tag, type, given]] of entries.entries()) {
    const at = 10 + i * 12;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(tag === 258 ? 3 : 1, at + 4);
    file.writeUInt32LE(tag === 258 ? bitsAt : tag === 273 ? pixelsAt : given, at + 8);
  }
  file.writeUInt32LE(0, bitsAt - 4);
  for (let i = 0; i < 3; i++) file.writeUInt16LE(bits, bitsAt + i * 2);
  return file;
}

const loaded = (bytes: Uint8Array) => load().run({ source: { bytes } }, stageContext());

it.each([8, 9, 10])('CIELAB that is not read (%d) is a format, not damage', async (photometric) => {
  await expect(loaded(tiff(photometric, 8))).rejects.toMatchObject({
    reason: 'unsupported-format',
    facts: { format: 'CIELAB TIFF' },
  });
});

it('CIELAB of 16 bits is read, and so is RGB', async () => {
  await expect(loaded(tiff(8, 16))).resolves.toMatchObject({ photo: { format: 'tiff' } });
  await expect(loaded(tiff(2, 8))).resolves.toMatchObject({ photo: { format: 'tiff' } });
});

it('a TIFF that is cut off is damaged', async () => {
  const file = tiff(2, 8);
  await expect(loaded(file.subarray(0, file.length / 2))).rejects.toMatchObject({ reason: 'corrupt' });
  for (let length = 0; length < 140; length += 3) isCielabTiff(file.subarray(0, length));
});
