import { integerOption, invalidOption, knownOptions } from '@avatar/stage';
import type { HeicDecoder } from './heic.js';

export interface LoadOptions {
  /** Largest file in bytes, before anything is decoded; 1024 to 1e9. Default 64 000 000. */
  readonly maxBytes?: number | undefined;
  /**
   * Largest picture in pixels, by its header; 1 to 268 000 000. Default 50 000 000. AVIF, HEIC and interlaced PNG,
   * which cannot be decoded strip by strip, may have half as many. For the JPEGs of cameras, which are shrunk while
   * they are decoded, the shrunk size counts: with the default they may have 268 000 000 pixels.
   */
  readonly maxPixels?: number | undefined;
  /** Least length of the shorter side in pixels, upright; 1 to 2560. Default 200: 199 is refused, 200 is not. */
  readonly minSidePx?: number | undefined;
  /** A longer side than this is shrunk to it, in pixels; 256 to 16384, at least `minSidePx`. Default 2560. */
  readonly maxSidePx?: number | undefined;
  /**
   * What decodes HEIC: `true` is `libheif-js` where it is installed, `false` nothing, or a decoder of your own.
   * Default: true. Without a decoder a HEIC file is refused with what its owner can do on an iPhone.
   */
  readonly heic?: boolean | HeicDecoder | undefined;
}

export type LoadSettings = { readonly [Name in keyof LoadOptions]-?: Exclude<LoadOptions[Name], undefined> };

/** Checks the options and fills in the defaults. */
export function loadSettings(options: LoadOptions): LoadSettings {
  knownOptions('load', options, ['maxBytes', 'maxPixels', 'minSidePx', 'maxSidePx', 'heic']);
  const { maxBytes = 64_000_000, maxPixels = 50_000_000, minSidePx = 200, maxSidePx = 2560 } = options;
  const { heic = true } = options;
  integerOption('minSidePx', minSidePx, 1, 2560);
  if (!['boolean', 'function'].includes(typeof heic))
    throw invalidOption('true, false or a decoder', 'heic', heic);
  return {
    maxBytes: integerOption('maxBytes', maxBytes, 1024, 1_000_000_000),
    maxPixels: integerOption('maxPixels', maxPixels, 1, 268_000_000),
    minSidePx,
    maxSidePx: integerOption('maxSidePx', maxSidePx, Math.max(256, minSidePx), 16_384),
    heic,
  };
}
