import type { Dirent } from 'node:fs';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { AvatarError } from '@avatar/stage';
import type { CliIo } from './cli-io.js';
import { readStream } from './read-stream.js';

/** Where photos come from, as the command line says it. */
export interface PhotoListOptions {
  /** Files, and folders whose photos are taken, not those of folders inside. */
  readonly named: readonly string[];
  /** A list of files and folders, one a line or with a zero byte between (`find -print0`); `-` is the standard input. */
  readonly filesFrom?: string | undefined;
}

const LONGEST_LIST_BYTES = 64_000_000;
const PHOTOS = new Set(
  'avif gif heic heif hif jfif jpe jpeg jpg png tif tiff webp'.split(' ').map((name) => `.${name}`),
);

/**
 * The photos that were asked for, in their order; those of a folder by name.
 * @throws AvatarError `invalid-options` when there is none, or the list cannot be read
 */
export async function photoList({ named, filesFrom }: PhotoListOptions, io: CliIo): Promise<string[]> {
  const listed = filesFrom === undefined ? [] : await readList(filesFrom, io);
  const photos: string[] = [];
  // One after the other: a list may name more than a system lets anyone open at once.
  for (const name of [...named, ...listed]) photos.push(...(await photosOf(name, io)));
  if (photos.length > 0) return photos;
  const given = named.length > 0 || filesFrom !== undefined;
  throw new AvatarError(
    'invalid-options',
    given
      ? 'No photo was found there; give photos, folders with photos, or a list of them with --files-from'
      : "missing required argument 'photo': give photos, folders, or a list of them with --files-from",
  );
}

async function readList(path: string, io: CliIo): Promise<string[]> {
  const source = path === '-' ? io.stdin() : createReadStream(resolve(io.cwd, path));
  const bytes = await readStream(source, LONGEST_LIST_BYTES, io.signal).catch((cause: unknown) => {
    throw io.signal.aborted ? cause : unreadable('cannot be read', cause);
  });
  if (bytes === undefined) throw unreadable('is longer than 64 MB');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((line) => line.trim() !== '');
}

const unreadable = (what: string, cause?: unknown): AvatarError =>
  new AvatarError('invalid-options', `The list of --files-from ${what}`, {
    cause,
    facts: { option: '--files-from' },
  });

/** A folder's photos by their extension; anything else is left to be judged as a photo. */
async function photosOf(name: string, io: CliIo): Promise<string[]> {
  io.signal.throwIfAborted();
  refuseAddress(name);
  const entries = await readdir(resolve(io.cwd, name), { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [name];
  return entries
    .filter(isPhoto)
    .map((entry) => join(name, entry.name))
    .sort();
}

/** @throws AvatarError `invalid-options` for an address: nothing is fetched on behalf of a command line */
export function refuseAddress(name: string): void {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(name))
    throw new AvatarError(
      'invalid-options',
      'Addresses are not read; fetch the picture first, such as with "curl -LO ADDRESS", and give the file',
    );
}

const isPhoto = (entry: Dirent): boolean =>
  !entry.isDirectory() && !entry.name.startsWith('.') && PHOTOS.has(extname(entry.name).toLowerCase());
