import { isUint8Array } from 'node:util/types';
import { readRegularFile } from '@avatar/files';
import { AvatarError, type PhotoSource } from '@avatar/stage';
import { decodeBase64 } from './base64.js';
import { emptyFile, fileNotFound, notAFile, tooManyBytes } from './refusal.js';

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
  if (typeof given?.path === 'string') return photoFile(given.path, maxBytes);
  if (isUint8Array(given?.bytes)) return given.bytes;
  if (typeof given?.base64 === 'string') return decodeBase64(given.base64, maxBytes);
  throw new AvatarError(
    'invalid-options',
    'Expected { path: string }, { bytes: Uint8Array } or { base64: string } for source',
    { facts: { option: 'source' } },
  );
}

async function photoFile(path: string, maxBytes: number): Promise<Uint8Array> {
  const read = await readRegularFile(path, maxBytes);
  if (read instanceof Uint8Array) return read;
  if (read.problem === 'not-opened') throw fileNotFound(read.errno);
  if (read.problem === 'not-a-file') throw notAFile(read.kind);
  throw tooManyBytes(read.sizeBytes, maxBytes);
}
