import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ApiError } from '../errors/index.js';

export interface ZipLimits {
  /** Of one picture, unpacked. */
  readonly maxPictureBytes: number;
  /** Of all pictures together, unpacked. */
  readonly maxTotalBytes: number;
}

/** A folder of 200 pictures with what systems put beside them. */
const MOST_ENTRIES = 1_000;
/** Pictures are compressed already; what becomes so much larger is there to fill the memory. */
const MOST_GROWTH = 100;
/** Below this growth does not matter. */
const SMALL_BYTES = 65_536;

/**
 * The files of a ZIP archive, one after the other, in its order; folders and what systems leave in them are passed over.
 * Nothing is written anywhere, and names are not looked at any further. Sizes are judged before anything is unpacked, and a
 * file that turns out larger than its entry says is an error.
 * @throws ApiError `invalid-request`, `payload-too-large`
 */
export async function* picturesInZip(
  bytes: Uint8Array,
  limits: ZipLimits,
): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = await opened(bytes);
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw unusable(`has more than ${MOST_ENTRIES} entries; put only the pictures into it`);
    let total = 0;
    for await (const entry of entriesOf(zip)) {
      if (!isFile(entry)) continue;
      total += entry.uncompressedSize;
      checkEntry(entry, total, limits);
      yield await contentOf(zip, entry);
    }
  } finally {
    zip.close();
  }
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await yauzl.fromBufferPromise(zip, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw unusable('cannot be read', error);
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry, void, undefined> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw unusable('cannot be read', error);
  }
}

/** No folder, and none of the files that systems hide beside others. */
const isFile = ({ fileName }: Entry): boolean =>
  !fileName.endsWith('/') && !fileName.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

function checkEntry(entry: Entry, total: number, { maxPictureBytes, maxTotalBytes }: ZipLimits): void {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > maxPictureBytes || total > maxTotalBytes)
    throw new ApiError(
      'payload-too-large',
      `The ZIP file holds more than ${maxPictureBytes} bytes in one picture or ${maxTotalBytes} in all; send smaller pictures`,
    );
  if (uncompressedSize > SMALL_BYTES && uncompressedSize > MOST_GROWTH * compressedSize)
    throw unusable('holds something that is no picture');
  if (!entry.canDecodeFileData()) throw unusable('is encrypted or packed in an unusual way');
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    return await buffer(await zip.openReadStreamPromise(entry));
  } catch (error) {
    throw unusable('is damaged', error);
  }
}

const unusable = (what: string, cause?: unknown): ApiError =>
  new ApiError('invalid-request', `The ZIP file ${what}`, { cause });
