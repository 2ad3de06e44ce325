import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  woff2: 'font/woff2',
};
/** Pictures and fonts are compressed already. */
const TEXTS = new Set(['html', 'css', 'js', 'json']);
const QUALITY = 9;
const compress = promisify(brotliCompress);

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  /** The same for browsers that take Brotli; undefined where that gains nothing. */
  readonly brotli: Buffer | undefined;
  /** Changes with the file. */
  readonly etag: string;
}

const read = new Map<string, PageFile>();

/** A file of the page; read anew when it has changed. @throws Error of the file system, `ENOENT` among them */
export async function pageFile(file: URL): Promise<PageFile> {
  const { mtimeMs, size } = await stat(file);
  const etag = `"${mtimeMs.toString(36)}-${size.toString(36)}"`;
  const known = read.get(file.href);
  if (known?.etag === etag) return known;
  const bytes = await readFile(file);
  const ending = file.pathname.replace(/^.*\./, '');
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
  const brotli = TEXTS.has(ending) ? await compress(bytes, { params }) : undefined;
  const fresh = { type: TYPES[ending], bytes, brotli, etag };
  read.set(file.href, fresh);
  return fresh;
}
