import { isUint8Array } from 'node:util/types';
import { AvatarError, type PhotoSource } from '@avatar/stage';
import { decodeBase64 } from './base64.js';
import { readRegularFile } from './read-file.js';
import { emptyFile, tooManyBytes } from './refusal.js';

/** The bytes of the source, at most `maxBytes` and not empty. */
export async function readSource(source: PhotoSource, maxBytes: number): Promise<Uint8Array> {
  const bytes = await bytesOf(source, maxBytes);
  if (bytes.length > maxBytes) throw tooManyBytes(bytes.length, maxBytes);
  if (bytes.length === 0) throw emptyFile();
  return bytes;
}

async function bytesOf(source: PhotoSource, maxBytes: number): Promise<Uint8Array> {
  // Sources often come from JSON: the types alone do not hold them.
  const given = source as Partial<Record<'path' | 'bytes' | 'base64', unknown>> | null | undefined;
  if (typeof given?.path === 'string') return readRegularFile(given.path, maxBytes);
  if (isUint8Array(given?.bytes)) return given.bytes;
  if (typeof given?.base64 === 'string') return decodeBase64(given.base64, maxBytes);
  throw new AvatarError(
    'invalid-options',
    'Expected { path: string }, { bytes: Uint8Array } or { base64: string } for source',
    { facts: { option: 'source' } },
  );
}
