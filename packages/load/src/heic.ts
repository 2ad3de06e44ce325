import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** A decoded HEIC picture. */
export interface HeicPicture {
  /**
   * Red, green, blue, opacity (not multiplied in), 8 bit, row by row, as coded in the file: its profile is applied
   * later.
   */
  readonly data: Uint8Array;
  /** Upright: the container's own rotation is applied. */
  readonly width: number;
  readonly height: number;
}

/** The picture has more pixels than were asked for. */
export class TooManyHeicPixels extends Error {
  constructor(readonly pixels: number) {
    super(`The picture has ${pixels} pixels`);
  }
}

/**
 * Decodes the main picture of a HEIC file. It must know the size before it decodes a pixel.
 * @throws TooManyHeicPixels when there are more than `maxPixels`; anything else says that the file is damaged
 */
export type HeicDecoder = (
  bytes: Uint8Array,
  limits: { readonly maxPixels: number; readonly signal: AbortSignal },
) => Promise<HeicPicture>;

/**
 * The decoder of `libheif-js` where it is installed beside this package; undefined otherwise. It is not among our
 * dependencies: its licence is LGPL-3.0. It runs in a thread of its own, whose memory is given back, and which an
 * abort ends at once.
 */
export function installedHeicDecoder(): HeicDecoder | undefined {
  let library: string;
  try {
    library = createRequire(import.meta.url).resolve('libheif-js/wasm-bundle.js');
  } catch {
    return undefined;
  }
  return (bytes, limits) => decodeInThread(library, bytes, limits);
}

type Answer = HeicPicture | { readonly pixels: number } | { readonly error: string };

function decodeInThread(
  library: string,
  bytes: Uint8Array,
  { maxPixels, signal }: Parameters<HeicDecoder>[1],
): Promise<HeicPicture> {
  // What the library prints is kept from the process's own streams.
  const worker = new Worker(THREAD, {
    eval: true,
    stdout: true,
    stderr: true,
    workerData: { library, bytes, maxPixels },
  });
  const answer = new Promise<HeicPicture>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The decoder ended without an answer')));
    worker.once('message', (message: Answer) => {
      if ('pixels' in message) reject(new TooManyHeicPixels(message.pixels));
      else if ('error' in message) reject(new Error(message.error));
      else resolve(message);
    });
  });
  return answer.finally(() => void worker.terminate());
}

/** The thread's program, as plain JavaScript: it needs no build and no loader. */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { library, bytes, maxPixels } = workerData;
const libheif = require(library);
const answer = (message, transfer) => parentPort.postMessage(message, transfer);
Promise.resolve(libheif.ready).then(() => {
  const pictures = new libheif.HeifDecoder().decode(bytes);
  const picture = pictures.find((one) => one.is_primary()) ?? pictures[0];
  if (!picture) return answer({ error: 'There is no picture in the file' });
  const width = picture.get_width();
  const height = picture.get_height();
  if (width * height > maxPixels) return answer({ pixels: width * height });
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
  picture.display(target, (shown) => {
    if (!shown) return answer({ error: 'The picture could not be decoded' });
    const data = new Uint8Array(shown.data.buffer);
    answer({ data, width, height }, [data.buffer]);
  });
}).catch((error) => answer({ error: String(error) }));
`;
