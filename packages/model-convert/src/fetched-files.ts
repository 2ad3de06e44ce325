import { posix } from 'node:path';
import type { FetchedFiles } from '@avatar/models';
import { readExportedLiteral } from './js-literal.js';

/** @throws Error for a path that was not fetched */
export function fileNamed(fetched: FetchedFiles, path: string): Uint8Array {
  const bytes = fetched.get(path);
  if (bytes === undefined) throw new Error(`The file ${path} was not fetched`);
  return bytes;
}

export const textNamed = (fetched: FetchedFiles, path: string): string =>
  Buffer.from(fileNamed(fetched, path)).toString('utf8');

/** Reads binary files that lie beside `path`. */
export const besides =
  (fetched: FetchedFiles, path: string) =>
  (name: string): Uint8Array =>
    fileNamed(fetched, posix.join(posix.dirname(path), name));

/** Reads weights that are base64 text in minified modules beside `path`. */
export const base64ModulesBesides =
  (fetched: FetchedFiles, path: string) =>
  (name: string): Uint8Array => {
    const module = textNamed(fetched, posix.join(posix.dirname(path), `${name}.min.js`));
    const text = readExportedLiteral(module);
    if (typeof text !== 'string') throw new Error(`The module ${name} holds no text`);
    return Buffer.from(text, 'base64');
  };
