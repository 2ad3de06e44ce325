import type { RasterFormat, RasterImage } from '@avatar/stage';
import { sharp } from './native.js';

/** Formats that lose detail that is hard to see, and are a fraction as large as PNG. */
export type LossyFormat = Exclude<RasterFormat, 'png'>;

export interface LossyOptions {
  readonly format: LossyFormat;
  /** 1 to 100; means something else in each format. */
  readonly quality: number;
  /** XMP packet to store. Default: none. */
  readonly xmp?: string | undefined;
}

/** A picture with an sRGB profile and no metadata but `xmp`. JPEG drops alpha: do not give it any. */
export async function encodeLossy(
  { data, width, height, channels }: RasterImage,
  { format, quality, xmp }: LossyOptions,
): Promise<Uint8Array> {
  const picture = sharp(data, { raw: { width, height, channels } }).withIccProfile('srgb');
  if (xmp !== undefined) picture.withXmp(xmp);
  const bytes = await ENCODERS[format](picture, quality).toBuffer();
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Colours in full resolution: halved, they bleed at the edges of lips, eyes and flat backgrounds. */
const FULL_COLOURS = '4:4:4';

const ENCODERS: Readonly<
  Record<LossyFormat, (picture: ReturnType<typeof sharp>, quality: number) => ReturnType<typeof sharp>>
> = {
  jpeg: (picture, quality) => picture.jpeg({ quality, mozjpeg: true, chromaSubsampling: FULL_COLOURS }),
  webp: (picture, quality) => picture.webp({ quality, smartSubsample: true }),
  avif: (picture, quality) => picture.avif({ quality, chromaSubsampling: FULL_COLOURS }),
};
