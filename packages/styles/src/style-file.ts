import { dirname } from 'node:path';
import { readRegularFile } from '@avatar/files';
import { AvatarError } from '@avatar/stage';
import { deeplyFrozen } from './define-style.js';
import { invalidStyle } from './schema/invalid-style.js';
import { styleFileSchema } from './schema/style-schema.js';
import { locateFiles } from './kinds/recipes.js';
import type { Style } from './style.js';
import { parseStyleJson, STYLE_FILE_MAX_BYTES } from './style-json.js';

/** Why a style file was refused: the `reason` of `invalid-options`. A wrong field has none: the message names it. */
export type StyleFileReason =
  | 'not-readable'
  | 'too-large'
  | 'not-json'
  | 'too-deep'
  | 'reserved-name'
  | 'model-missing'
  | 'outside-folder';

/**
 * Reads a style from a JSON file, checks it against the schema that is published as `@avatar/styles/style.schema.json`,
 * and freezes it. Nothing is fetched or run, addresses are refused in every field, and a network that the style
 * brings must lie in the file's own folder, symbolic links followed.
 *
 * @param path of the file, up to 64 KiB
 * @throws AvatarError `invalid-options`; the message names the first wrong field and repeats no text of the file
 */
export async function loadStyleFile(path: string): Promise<Style> {
  const content = parseStyleJson(await readStyleFile(path));
  const parsed = styleFileSchema.safeParse(content);
  if (!parsed.success) throw invalidStyle(parsed.error, content);
  const style = { ...parsed.data };
  delete style.$schema;
  return deeplyFrozen<Style>({ ...style, rendering: await locateFiles(style.rendering, dirname(path)) });
}

async function readStyleFile(path: string): Promise<Uint8Array> {
  const read = await readRegularFile(path, STYLE_FILE_MAX_BYTES);
  if (read instanceof Uint8Array) return read;
  if (read.problem === 'not-opened')
    throw refused('not-readable', `The style file could not be opened (${read.errno})`);
  if (read.problem === 'not-a-file') throw refused('not-readable', 'The style file is not a regular file');
  throw refused('too-large', `Expected a style file of at most ${STYLE_FILE_MAX_BYTES} bytes`);
}

const refused = (reason: StyleFileReason, message: string): AvatarError =>
  new AvatarError('invalid-options', message, { reason });
