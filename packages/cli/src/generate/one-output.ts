import { join, resolve } from 'node:path';
import type { RasterFormat } from '@avatar/stage';
import type { CliIo } from '../cli-io.js';
import { formatOfFile } from '../picture-format.js';
import { refuseTerminal, STREAM } from '../picture-stream.js';
import type { AskedStyle } from './asked-style.js';
import type { GenerateFlags } from './flags.js';
import { DEFAULT_PATTERN, pictureNames } from './name-pattern.js';

/** The photo's name where it has none. */
const NAMELESS = 'stdin';

/** Where the picture of one photo goes, and as what. */
export interface OneOutput {
  /** Absolute; undefined for the standard output. */
  readonly path: string | undefined;
  readonly format: RasterFormat;
}

/**
 * A photo from the standard input becomes a picture on the standard output, unless a file is named.
 * @throws AvatarError `invalid-options` when a terminal would get the picture, and for endings that fit no format
 */
export function oneOutput(
  photo: string,
  { out, name, format, thumbnail }: GenerateFlags,
  { style, platform }: AskedStyle,
  io: CliIo,
): OneOutput {
  const output =
    out === STREAM || (out === undefined && name === undefined && photo === STREAM)
      ? { path: undefined, format: format ?? 'png' }
      : fileOutput();
  if (output.path === undefined) refuseTerminal(io);
  if (thumbnail !== undefined) formatOfFile(thumbnail, output.format, '--thumbnail');
  return output;

  function fileOutput(): { readonly path: string; readonly format: RasterFormat } {
    if (out !== undefined) return { path: resolve(io.cwd, out), format: formatOfFile(out, format, '--out') };
    const named = photo === STREAM ? NAMELESS : photo;
    const fields = { photo: resolve(io.cwd, named), style: style.token, platform: platform.token };
    const names = pictureNames(name ?? DEFAULT_PATTERN, format);
    return { path: join(io.cwd, names.fill(fields)), format: names.format };
  }
}
