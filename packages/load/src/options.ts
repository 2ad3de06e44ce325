import { integerOption, knownOptions } from '@avatar/stage';

export interface LoadOptions {
  /** Largest file in bytes, before anything is decoded; 1024 to 1e9. Default 25 000 000. */
  readonly maxBytes?: number | undefined;
  /**
   * Largest picture in pixels, by its header; 1 to 268 000 000. Default 50 000 000. AVIF and interlaced PNG, which
   * cannot be decoded strip by strip, may have half as many.
   */
  readonly maxPixels?: number | undefined;
  /** Least length of the shorter side in pixels, upright; 1 to 2560. Default 200: 199 is refused, 200 is not. */
  readonly minSidePx?: number | undefined;
  /** A longer side than this is shrunk to it, in pixels; 256 to 16384, at least `minSidePx`. Default 2560. */
  readonly maxSidePx?: number | undefined;
}

export type LoadLimits = { readonly [Name in keyof LoadOptions]-?: number };

/** Checks the options and fills in the defaults. */
export function loadSettings(options: LoadOptions): LoadLimits {
  knownOptions('load', options, ['maxBytes', 'maxPixels', 'minSidePx', 'maxSidePx']);
  const { maxBytes = 25_000_000, maxPixels = 50_000_000, minSidePx = 200, maxSidePx = 2560 } = options;
  integerOption('minSidePx', minSidePx, 1, 2560);
  return {
    maxBytes: integerOption('maxBytes', maxBytes, 1024, 1_000_000_000),
    maxPixels: integerOption('maxPixels', maxPixels, 1, 268_000_000),
    minSidePx,
    maxSidePx: integerOption('maxSidePx', maxSidePx, Math.max(256, minSidePx), 16_384),
  };
}
