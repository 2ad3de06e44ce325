import { Parser, type ReadEntry } from 'tar';
import type { SourceFile } from '../manifest.js';
import { sha256 } from '../store/sha256.js';

/** The part of a stream that is used here: the npm client gives a Minipass stream, the file system its own. */
export interface ByteStream {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
}

/** With the npm client's code for it. */
export class WrongContentError extends Error {
  readonly code = 'EINTEGRITY';
}

/** Gives a stream to a parser, no faster than that takes it. Errors are left to the listeners of both. */
export function feed(stream: ByteStream, parser: Parser, onBytes: (count: number) => void): void {
  parser.on('drain', () => stream.resume());
  stream.on('end', () => void parser.end());
  stream.on('data', (chunk) => {
    onBytes(chunk.length);
    if (!parser.write(chunk)) stream.pause();
  });
}

const withoutTopFolder = (path: string): string => path.slice(path.indexOf('/') + 1);

/**
 * Takes the wanted files out of a gzipped tarball while it streams, and resolves as soon as they are all out and their
 * hashes hold, without waiting for the rest. The caller then stops the stream.
 *
 * @returns file contents by path inside the package
 */
export function filesFromTarball(
  tarball: ByteStream,
  wanted: readonly SourceFile[],
  onBytes: (count: number) => void,
): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const hashes = new Map(wanted.map((file) => [file.path, file.sha256]));
    const found = new Map<string, Buffer>();
    const take = (entry: ReadEntry): void => {
      const path = withoutTopFolder(entry.path);
      const chunks: Buffer[] = [];
      entry.on('data', (chunk) => chunks.push(chunk));
      entry.on('end', () => {
        const content = Buffer.concat(chunks);
        if (sha256(content) !== hashes.get(path)) {
          reject(new WrongContentError('A file of the package differs from the pinned one'));
          return;
        }
        found.set(path, content);
        if (found.size === hashes.size) resolve(found);
      });
    };
    const parser = new Parser({
      strict: true,
      filter: (path) => hashes.has(withoutTopFolder(path)),
      onReadEntry: take,
    });
    parser.on('error', reject);
    parser.on('end', () => reject(new WrongContentError('The package lacks a file that the manifest names')));
    tarball.on('error', reject);
    feed(tarball, parser, onBytes);
  });
}
