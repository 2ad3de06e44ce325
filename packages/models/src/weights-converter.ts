import type { Conversion } from './manifest.js';

/** Fetched files by their path inside the package that carried them. */
export type FetchedFiles = ReadonlyMap<string, Uint8Array>;

/** A conversion that changes something. */
export type WeightsConversion = Exclude<Conversion, { readonly kind: 'none' }>;

/**
 * Makes the one weights file of a model from its fetched files; the same files always give the same bytes. Called only
 * when weights were fetched that are not published in the form that is stored.
 *
 * @throws Error where it cannot
 */
export type WeightsConverter = (
  conversion: WeightsConversion,
  fetched: FetchedFiles,
) => Uint8Array | Promise<Uint8Array>;
