import { AvatarError } from '@avatar/stage';

/** Ours have about 3 KB. */
export const STYLE_FILE_MAX_BYTES = 64 * 1024;
/** Ours are 5 deep. */
const MAX_DEPTH = 16;
/** Names that mean something to JavaScript itself: a copy of an object with one of them may change every object. */
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * The value of a JSON text in UTF-8.
 * @throws AvatarError `invalid-options` with the reason `not-json`, `too-deep`, `reserved-name` or `too-large`
 */
export function parseStyleJson(bytes: Uint8Array): unknown {
  if (bytes.length > STYLE_FILE_MAX_BYTES)
    throw refused('too-large', `Expected a style file of at most ${STYLE_FILE_MAX_BYTES} bytes`);
  const json = textOf(bytes);
  if (depthOf(json) > MAX_DEPTH)
    throw refused('too-deep', `Expected a style file that is at most ${MAX_DEPTH} levels deep`);
  try {
    return JSON.parse(json, (key, value: unknown) => {
      if (RESERVED.includes(key))
        throw refused('reserved-name', 'A field of the style file has a reserved name');
      return value;
    });
  } catch (error) {
    // The parser's own message repeats a part of the text.
    throw AvatarError.is(error) ? error : refused('not-json', notJson(json, error));
  }
}

/** Without a byte order mark. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('not-json', 'Expected JSON in UTF-8 in the style file');
  }
}

/** How deep brackets are nested, those in strings left out. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth--;
  }
  return deepest;
}

function notJson(json: string, error: unknown): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  const where =
    position === undefined ? '' : `; look at line ${json.slice(0, Number(position)).split('\n').length}`;
  return `The style file is not JSON${where}`;
}

const refused = (reason: string, message: string): AvatarError =>
  new AvatarError('invalid-options', message, { reason });
