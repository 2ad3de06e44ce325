import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import yazl from 'yazl';
import { picturesInZip } from './zip-pictures.js';

const LIMITS = { maxPictureBytes: 200_000, maxTotalBytes: 500_000 };

async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  compress = false,
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { compress });
  zip.end();
  return buffer(zip.outputStream);
}

const unpacked = async (zip: Uint8Array, limits = LIMITS): Promise<string[]> => {
  const found: string[] = [];
  for await (const picture of picturesInZip(zip, limits)) found.push(Buffer.from(picture).toString());
  return found;
};

/** The archive with the size that an entry says of itself changed, as somebody would who wants to fill the memory. */
function lyingZip(zip: Buffer, says: number): Buffer {
  const central = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(says, central + 24);
  return lying;
}

test('files come in their order, from whatever folder; what systems hide beside them does not', async () => {
  const zip = await zipOf({
    'b.png': 'first',
    '__MACOSX/._b.png': 'hidden',
    'pictures/a.jpg': 'second',
    '.DS_Store': 'hidden',
    'pictures/.thumbs/a.jpg': 'hidden',
  });
  expect(await unpacked(zip)).toEqual(['first', 'second']);
});

test('compressed files are unpacked', async () => {
  expect(await unpacked(await zipOf({ 'a.png': 'squeezed'.repeat(20) }, true))).toEqual([
    'squeezed'.repeat(20),
  ]);
});

test('a bomb is refused before it is unpacked', async () => {
  const bomb = await zipOf({ 'a.png': Buffer.alloc(190_000) }, true);
  expect(bomb.byteLength).toBeLessThan(1_000);
  await expect(unpacked(bomb)).rejects.toMatchObject({ code: 'invalid-request' });
});

test('a file that is larger than it says is refused where it passes that', async () => {
  const zip = await zipOf(
    { 'a.png': deflateRawSync(Buffer.alloc(100_000, 'ab')).toString('hex').repeat(40) },
    true,
  );
  await expect(unpacked(lyingZip(zip, 10))).rejects.toMatchObject({
    code: 'invalid-request',
    message: expect.stringContaining('damaged'),
  });
});

test.each([
  ['one picture', { 'a.png': Buffer.alloc(200_001, 'x') }],
  ['all together', Object.fromEntries([1, 2, 3].map((i) => [`${i}.png`, Buffer.alloc(190_000, 'x')]))],
])('%s has a limit', async (_what, files) => {
  await expect(unpacked(await zipOf(files))).rejects.toMatchObject({ code: 'payload-too-large' });
});

test('an archive of very many files is refused', async () => {
  const files = Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`${i}.png`, 'x']));
  await expect(unpacked(await zipOf(files))).rejects.toMatchObject({ code: 'invalid-request' });
});

test.each(['../../etc/passwd', '/etc/passwd', 'C:/a.png'])(
  'a name that leads out of a folder is refused: %s',
  async (name) => {
    const zip = await zipOf({ ['x'.repeat(name.length)]: 'content' });
    const evil = Buffer.from(zip.toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1');
    await expect(unpacked(evil)).rejects.toMatchObject({ code: 'invalid-request' });
  },
);

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no archive', Buffer.from('a picture, perhaps')],
  ['another kind of archive', Buffer.from('Rar!\x1a\x07\x01\x00')],
])('%s is refused', async (_what, bytes) => {
  await expect(unpacked(bytes)).rejects.toMatchObject({ code: 'invalid-request' });
});

test('half of an archive, and a damaged one, are refused', async () => {
  const zip = await zipOf({ 'a.png': 'content '.repeat(50) }, true);
  await expect(unpacked(zip.subarray(0, zip.byteLength - 30))).rejects.toMatchObject({
    code: 'invalid-request',
  });
  const damaged = Buffer.from(zip);
  damaged.fill(0xff, 40, 50);
  await expect(unpacked(damaged)).rejects.toMatchObject({ code: 'invalid-request' });
});

test('an encrypted file is refused', async () => {
  const zip = await zipOf({ 'a.png': 'content' }, true);
  const central = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  zip.writeUInt16LE(zip.readUInt16LE(central + 8) | 1, central + 8);
  await expect(unpacked(zip)).rejects.toMatchObject({ message: expect.stringContaining('encrypted') });
});
