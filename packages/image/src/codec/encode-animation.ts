import type UPNG from '@pdf-lib/upng';
import type { RasterImage } from '@avatar/stage';
import { sharp } from './native.js';

type Upng = typeof UPNG;

/** One picture of an animation, and how long it stands. */
export interface AnimatedPicture {
  readonly picture: RasterImage;
  readonly durationMs: number;
}

/** Fine to coarse: quality of WebP, and colours of APNG. */
const QUALITIES = [88, 80, 70, 58, 45, 30] as const;
const COLOURS = [256, 160, 96, 56, 32, 16] as const;

/**
 * Pictures of one size as an animated WebP that loops for ever, in the best quality that fits; in the coarsest one where none does.
 *
 * @param maxBytes of the file
 */
export const encodeAnimatedWebp = (
  frames: readonly AnimatedPicture[],
  maxBytes: number,
): Promise<Uint8Array> => firstThatFits(QUALITIES, maxBytes, (quality) => webp(frames, quality));

/** The same as an animated PNG, with one palette for all pictures. */
export const encodeAnimatedPng = (
  frames: readonly AnimatedPicture[],
  maxBytes: number,
): Promise<Uint8Array> => firstThatFits(COLOURS, maxBytes, (colours) => apng(frames, colours));

async function firstThatFits<Step>(
  steps: readonly Step[],
  maxBytes: number,
  encode: (step: Step) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  for (const step of steps) {
    bytes = (await encode(step)) as Uint8Array<ArrayBuffer>;
    if (bytes.length <= maxBytes) break;
  }
  return bytes;
}

async function webp(frames: readonly AnimatedPicture[], quality: number): Promise<Uint8Array> {
  const { width, height, channels } = frames[0].picture;
  const strip = Buffer.concat(frames.map(({ picture }) => picture.data));
  const raw = { width, height: height * frames.length, channels, pageHeight: height };
  return sharp(strip, { raw })
    .webp({
      quality,
      alphaQuality: 90,
      effort: 4,
      loop: 0,
      delay: frames.map(({ durationMs }) => durationMs),
    })
    .toBuffer();
}

async function apng(frames: readonly AnimatedPicture[], colours: number): Promise<Uint8Array> {
  const library = await upng();
  const { width, height } = frames[0].picture;
  const pixels = frames.map(({ picture }) => rgba(picture));
  return new Uint8Array(
    library.encode(
      pixels,
      width,
      height,
      colours,
      frames.map(({ durationMs }) => durationMs),
    ),
  );
}

/** Node.js wraps the exports of the library once more than bundlers do. */
async function upng(): Promise<Upng> {
  const { default: loaded } = (await import('@pdf-lib/upng')) as { default: Upng | { default: Upng } };
  return 'default' in loaded ? loaded.default : loaded;
}

function rgba({ data, channels }: RasterImage): ArrayBuffer {
  if (channels === 4) return data.slice().buffer;
  const out = new Uint8Array((data.length / 3) * 4).fill(255);
  for (let i = 0, j = 0; i < data.length; i += 3, j += 4) {
    out[j] = data[i];
    out[j + 1] = data[i + 1];
    out[j + 2] = data[i + 2];
  }
  return out.buffer;
}
