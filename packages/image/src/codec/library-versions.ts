import { sharp } from './native.js';

/** Versions of what reads and writes pictures here. */
export interface LibraryVersions {
  readonly sharp: string;
  readonly libvips: string;
}

export const libraryVersions = (): LibraryVersions => ({
  sharp: sharp.versions.sharp ?? 'unknown',
  libvips: sharp.versions.vips,
});
