import { extname } from 'node:path';
import { AvatarError, type RasterFormat } from '@avatar/stage';

/** The usual ending of each format. */
export const ENDINGS: Readonly<Record<RasterFormat, string>> = {
  png: '.png',
  jpeg: '.jpg',
  webp: '.webp',
  avif: '.avif',
};
export const FORMATS = Object.keys(ENDINGS) as RasterFormat[];

const BY_ENDING: ReadonlyMap<string, RasterFormat> = new Map([
  ...FORMATS.map((format) => [ENDINGS[format], format] as const),
  ['.jpeg', 'jpeg'],
]);
/** Endings of what is no picture of pixels, or of none that is written here. */
const OTHERS: readonly string[] = ['.svg', '.glb', '.vrm', '.gif', '.bmp', '.tif', '.tiff', '.heic', '.pdf'];
const KNOWN_ENDINGS = '.png, .jpg, .webp or .avif';

/** The format that the ending of a name stands for, if it stands for one. */
export const formatByEnding = (name: string): RasterFormat | undefined =>
  BY_ENDING.get(extname(name).toLowerCase());

/**
 * The format of a file that was named.
 * @param option that named it
 * @throws AvatarError `invalid-options` for an ending that stands for none or for another one than was asked for
 */
export function formatOfFile(path: string, asked: RasterFormat | undefined, option: string): RasterFormat {
  const format = formatByEnding(path);
  const ending = extname(path);
  const has = ending === '' ? 'has no ending' : `ends in ${ending}`;
  const isOther = OTHERS.includes(ending.toLowerCase()) || (format !== undefined && format !== asked);
  if (asked !== undefined && isOther)
    throw wrong(option, `${has}, but the picture is ${asked}; use ${ENDINGS[asked]}`);
  if (format === undefined && asked === undefined)
    throw wrong(option, `${has}; use ${KNOWN_ENDINGS}, or say the format with --format`);
  return asked ?? format ?? 'png';
}

const wrong = (option: string, what: string): AvatarError =>
  new AvatarError('invalid-options', `${option} ${what}`, { facts: { option } });
