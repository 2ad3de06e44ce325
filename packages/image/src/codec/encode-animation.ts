import type UPNG from '@pdf-lib/upng';
import type { RasterImage } from '@avatar/stage';
import { sharp } from './native.js';

type Upng = typeof UPNG;

/** One picture of an animation, and how long it stands. */
export interface AnimatedPicture {
  readonly picture: RasterImage;
  readonly durationMs: number;
}

/** A file of pictures that move. */
export interface EncodedAnimation {
  readonly bytes: Uint8Array;
  /** Pictures in the file: fewer than were given where they would not fit. */
  readonly pictures: number;
}

/** One way to write the file: every nth picture, in a quality of WebP or in so many colours. */
interface Step {
  readonly level: number;
  readonly every: number;
  /** Size against that of the first step, as measured on drawn people: it saves trying what will not fit. */
  readonly share: number;
}

const WEBP_STEPS: readonly Step[] = [
  ...[88, 80, 70, 58, 45, 30].map((level) => ({ level, every: 1, share: 0 })),
  { level: 45, every: 2, share: 0 },
  { level: 30, every: 4, share: 0 },
];
const PNG_STEPS: readonly Step[] = [
  { level: 256, every: 1, share: 1 },
  { level: 96, every: 1, share: 0.82 },
  { level: 32, every: 1, share: 0.65 },
  { level: 32, every: 2, share: 0.34 },
  { level: 16, every: 4, share: 0.14 },
];

/**
 * Pictures of one size as an animated WebP that loops for ever, in the best quality that fits, and then with fewer pictures; in the
 * coarsest way where none fits.
 *
 * @param maxBytes of the file
 */
export const encodeAnimatedWebp = (
  frames: readonly AnimatedPicture[],
  maxBytes: number,
): Promise<EncodedAnimation> => firstThatFits(WEBP_STEPS, frames, maxBytes, webp);

/** The same as an animated PNG, with one palette for all pictures. */
export const encodeAnimatedPng = (
  frames: readonly AnimatedPicture[],
  maxBytes: number,
): Promise<EncodedAnimation> => firstThatFits(PNG_STEPS, frames, maxBytes, apng);

async function firstThatFits(
  steps: readonly Step[],
  frames: readonly AnimatedPicture[],
  maxBytes: number,
  encode: (frames: readonly AnimatedPicture[], level: number) => Promise<Uint8Array>,
): Promise<EncodedAnimation> {
  const [{ level, every, share }, ...coarser] = steps;
  const shown = everyNth(frames, every);
  const bytes = await encode(shown, level);
  if (bytes.length <= maxBytes || coarser.length === 0) return { bytes, pictures: shown.length };
  const next = coarser.findIndex((step) => bytes.length * step.share <= maxBytes * share);
  return firstThatFits(coarser.slice(next), frames, maxBytes, encode);
}

/** Each of them stands as long as those that are left out behind it. */
const everyNth = (frames: readonly AnimatedPicture[], n: number): readonly AnimatedPicture[] =>
  frames
    .filter((_, i) => i % n === 0)
    .map(({ picture }, i) => {
      const stand = frames.slice(i * n, i * n + n);
      return { picture, durationMs: stand.reduce((sum, { durationMs }) => sum + durationMs, 0) };
    });

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
