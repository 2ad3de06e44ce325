/** Formats that `load` reads. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff';

/** What the first bytes say. `supported: false` is a known format that is not read. */
export type SniffedFormat =
  | { readonly supported: true; readonly format: PhotoFormat }
  | { readonly supported: false; readonly format: string };

const readable = (format: PhotoFormat): SniffedFormat => ({ supported: true, format });
const unreadable = (format: string): SniffedFormat => ({ supported: false, format });

/** `?` stands for any byte. */
const SIGNATURES: readonly (readonly [signature: string, found: SniffedFormat])[] = [
  ['\xff\xd8\xff', readable('jpeg')],
  ['\x89PNG\r\n\x1a\n', readable('png')],
  ['RIFF????WEBP', readable('webp')],
  ['GIF87a', readable('gif')],
  ['GIF89a', readable('gif')],
  ['II*\0', readable('tiff')],
  ['MM\0*', readable('tiff')],
  ['II+\0', readable('tiff')],
  ['MM\0+', readable('tiff')],
  ['%PDF-', unreadable('pdf')],
  ['%!PS', unreadable('postscript')],
  ['BM????\0\0\0\0', unreadable('bmp')],
  ['\0\0\x01\0', unreadable('ico')],
  ['8BPS', unreadable('psd')],
  ['\xff\x0a', unreadable('jxl')],
  ['\0\0\0\x0cJXL \r\n\x87\n', unreadable('jxl')],
  ['\0\0\0\x0cjP  \r\n\x87\n', unreadable('jp2')],
  ['\xff\x4f\xff\x51', unreadable('jp2')],
  ['FUJIFILMCCD-RAW', unreadable('raw')],
  ['IIRO', unreadable('raw')],
  ['IIU\0', unreadable('raw')],
  ['\x76\x2f\x31\x01', unreadable('exr')],
  ['#?RADIANCE', unreadable('hdr')],
  ['qoif', unreadable('qoi')],
  ['\x1aE\xdf\xa3', unreadable('video')],
  ['RIFF????AVI ', unreadable('video')],
];

/** Brands of the ISO base media container, by what they hold. */
const BRANDS: Readonly<Record<string, SniffedFormat>> = {
  avif: readable('avif'),
  avis: readable('avif'),
  heic: unreadable('heic'),
  heix: unreadable('heic'),
  heim: unreadable('heic'),
  heis: unreadable('heic'),
  hevc: unreadable('heic'),
  hevx: unreadable('heic'),
  jp2: unreadable('jp2'),
};

/** The format by its first bytes, whatever its name or declared type say; undefined if it is no known picture. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat | undefined {
  const head = latin1(bytes, 0, 64);
  const match = SIGNATURES.find(([signature]) => startsWith(head, signature));
  if (match) return match[1];
  if (head.slice(4, 8) === 'ftyp') return sniffBrand(bytes, head);
  return isSvg(bytes) ? unreadable('svg') : undefined;
}

function startsWith(head: string, signature: string): boolean {
  if (head.length < signature.length) return false;
  for (let i = 0; i < signature.length; i++)
    if (signature[i] !== '?' && signature[i] !== head[i]) return false;
  return true;
}

/** `mif1` and `msf1` only say "picture": then the compatible brands tell which. */
function sniffBrand(bytes: Uint8Array, head: string): SniffedFormat {
  const major = BRANDS[head.slice(8, 12).trim()];
  if (major) return major;
  const boxLength = Math.min((bytes[2] << 8) | bytes[3], 256);
  const brands = latin1(bytes, 16, boxLength).match(/.{4}/gs) ?? [];
  const compatible = brands.map((brand) => BRANDS[brand.trim()]).filter((found) => found !== undefined);
  const isPicture = ['mif1', 'msf1'].includes(head.slice(8, 12));
  return (
    compatible.find((found) => found.supported) ?? compatible[0] ?? unreadable(isPicture ? 'heif' : 'video')
  );
}

/** Longest prologue (declaration, comments, doctype) that is searched for the root element. */
const PROLOGUE_BYTES = 4096;

function isSvg(bytes: Uint8Array): boolean {
  const start = latin1(bytes, 0, PROLOGUE_BYTES)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return start.startsWith('<') && /<(?:[a-z]+:)?svg[\s>/]/i.test(start);
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
