import { createReadStream } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { CharacterInput } from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import type { CliIo } from './cli-io.js';
import { readStream } from './read-stream.js';

/** Who is drawn, as the command line says it. */
export interface NamedPerson {
  readonly who: CharacterInput;
  /** The file that says it, absolute. */
  readonly file: string | undefined;
  /** For the name of the picture. */
  readonly name: string;
}

/** Far more than any character or description has. */
const LONGEST_BYTES = 100_000;
const NAMELESS = 'character';
/** What `describe --json` and `draw --json` print holds the character under one of these names. */
const WRAPPERS = ['character', 'spec'];

/**
 * The person of a text, of a JSON file, or of the standard input (`-`), which holds either.
 *
 * @throws AvatarError `input-rejected` with reason `not-found`; `invalid-options` for a file that is too large or
 * holds no JSON object
 */
export async function personOf(given: string, io: CliIo): Promise<NamedPerson> {
  if (given === '-') {
    const text = await readText(io.stdin(), io);
    return {
      who: text.trimStart().startsWith('{') ? parsed(text) : described(text),
      file: undefined,
      name: NAMELESS,
    };
  }
  if (!/\.json$/i.test(given)) return { who: described(given), file: undefined, name: NAMELESS };
  const file = resolve(io.cwd, given);
  const text = await readText(createReadStream(file), io).catch((error: unknown) => {
    throw isMissing(error) ? AvatarError.rejected('not-found', 'The character file does not exist.') : error;
  });
  return { who: parsed(text), file, name: basename(file, extname(file)) };
}

async function readText(source: AsyncIterable<Uint8Array | string>, { signal }: CliIo): Promise<string> {
  const bytes = await readStream(source, LONGEST_BYTES, signal);
  if (bytes === undefined) throw unusable(`is longer than ${LONGEST_BYTES} bytes`);
  return bytes.toString('utf8');
}

/** @throws AvatarError `invalid-options` for words that are none */
function described(text: string): string {
  if (text.trim() !== '') return text.trim();
  throw new AvatarError(
    'invalid-options',
    'Nobody is described; say who is to be drawn, such as "a woman with a silver bob", or {} for somebody',
    { facts: { option: 'text' } },
  );
}

function parsed(text: string): CharacterInput {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unusable('is no JSON', error);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unusable('is no JSON object');
  const values = value as Record<string, unknown>;
  const wrapper = WRAPPERS.find((name) => typeof values[name] === 'object' && values[name] !== null);
  return (wrapper === undefined ? values : values[wrapper]) as CharacterInput;
}

const unusable = (why: string, cause?: unknown): AvatarError =>
  new AvatarError('invalid-options', `The character ${why}; give what "avatar describe --json" prints`, {
    facts: { option: 'character' },
    ...(cause !== undefined && { cause }),
  });

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
