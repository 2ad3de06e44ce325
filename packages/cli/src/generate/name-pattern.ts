import { basename, dirname, extname } from 'node:path';
import { AvatarError, type RasterFormat } from '@avatar/stage';
import { ENDINGS, formatByEnding, formatOfFile } from '../picture-format.js';

/** What a pattern may name, of one picture. */
export interface NameFields {
  /** Absolute path of the photo. */
  readonly photo: string;
  /** Style token. */
  readonly style: string;
  /** Platform token. */
  readonly platform: string;
}

export const DEFAULT_PATTERN = '{name}-{style}';

const FIELDS: Readonly<Record<string, (fields: NameFields) => string>> = {
  name: ({ photo }) => basename(photo, extname(photo)),
  ext: ({ photo }) => extname(photo).slice(1),
  folder: ({ photo }) => basename(dirname(photo)),
  style: ({ style }) => style,
  platform: ({ platform }) => platform,
};

/** The fields as help and errors name them. */
export const NAME_FIELDS = Object.keys(FIELDS)
  .map((field) => `{${field}}`)
  .join(', ');

/**
 * The name of a file, without its ending: `{name}-{style}` filled in.
 * @throws AvatarError `invalid-options` for a field that there is not, and for a pattern that names a folder
 */
export function fillName(pattern: string, fields: NameFields): string {
  if (/[/\\]/.test(pattern)) throw wrongName('names a folder; give the folder with --out-dir');
  const name = pattern.replaceAll(/\{([^{}]*)\}/g, (_, field: string) => {
    if (!Object.hasOwn(FIELDS, field)) throw wrongName(`has no field {${field}}; there are ${NAME_FIELDS}`);
    return FIELDS[field](fields);
  });
  if (name === '' || name.startsWith('.'))
    throw wrongName(`makes no name of a file; fields are ${NAME_FIELDS}`);
  return name;
}

/** Names of files by a pattern, whose ending may say the format. */
export interface PictureNames {
  readonly format: RasterFormat;
  readonly fill: (fields: NameFields) => string;
}

/** @throws AvatarError `invalid-options` for a pattern that ends in another format than was asked for */
export function pictureNames(pattern: string, asked: RasterFormat | undefined): PictureNames {
  const hasEnding = formatByEnding(pattern) !== undefined;
  const format = hasEnding ? formatOfFile(pattern, asked, '--name') : (asked ?? 'png');
  const ending = hasEnding ? extname(pattern) : ENDINGS[format];
  const stem = hasEnding ? pattern.slice(0, -ending.length) : pattern;
  return { format, fill: (fields) => `${fillName(stem, fields)}${ending}` };
}

const wrongName = (what: string): AvatarError =>
  new AvatarError('invalid-options', `--name ${what}`, { facts: { option: '--name' } });
