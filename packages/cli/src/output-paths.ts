import { access, constants, realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { AvatarError } from '@avatar/stage';
import { STREAM } from './picture-stream.js';

/** Absolute paths of one `generate`. */
export interface OutputPaths {
  readonly photo: string;
  readonly backgroundImage: string | undefined;
  /** Undefined when no name was asked for. */
  readonly out: string | undefined;
  readonly thumbnail: string | undefined;
  /** Where the character that was measured goes. */
  readonly characterOut: string | undefined;
}

export const outputPaths = (
  cwd: string,
  photo: string,
  asked: {
    readonly out?: string | undefined;
    readonly thumbnail?: string;
    readonly backgroundImage?: string;
    readonly character?: string;
  },
): OutputPaths => ({
  photo: resolve(cwd, photo),
  backgroundImage: asked.backgroundImage === undefined ? undefined : resolve(cwd, asked.backgroundImage),
  out: asked.out === undefined ? undefined : resolve(cwd, asked.out),
  thumbnail: asked.thumbnail === undefined ? undefined : resolve(cwd, asked.thumbnail),
  characterOut: asked.character === undefined ? undefined : resolve(cwd, asked.character),
});

/** What is written, and what must not be replaced by it. */
interface CheckedPaths extends Partial<OutputPaths> {
  /** The file that a person is drawn from. */
  readonly character?: string | undefined;
}

const INPUTS = [
  ['photo', 'photo'],
  ['backgroundImage', 'background image'],
  ['character', 'character'],
] as const;

/**
 * Finds out before any work whether the files can be written.
 * @throws AvatarError `invalid-options` when a file would replace what was given or the other file, or has no folder
 */
export async function checkOutputs({ out, thumbnail, characterOut, ...inputs }: CheckedPaths): Promise<void> {
  const kept = await Promise.all(
    INPUTS.map(async ([name, what]) => {
      const path = inputs[name];
      return { what, path: path === undefined ? undefined : await realOrGiven(path) };
    }),
  );
  for (const [option, path] of [
    ['--out', out],
    ['--thumbnail', thumbnail],
    ['--character', characterOut],
  ] as const) {
    if (path === undefined) continue;
    const target = await realOrGiven(path);
    const replaced = kept.find((input) => input.path === target);
    if (replaced) throw refused(option, `would replace the ${replaced.what}`);
    if (basename(path) === STREAM)
      throw refused(option, 'cannot be the standard output here; give the name of a file');
    if (!(await isFolder(dirname(path))))
      throw refused(option, 'names a folder that does not exist; make it first');
    if (!(await isWritable(dirname(path))))
      throw refused(option, 'names a folder that may not be written into');
    const kind = await kindAt(path);
    if (kind === 'folder') throw refused(option, 'names a folder; give the name of a file');
    if (kind === 'special file') throw refused(option, 'names a device or a pipe; give the name of a file');
  }
  if (out !== undefined && out === thumbnail) throw refused('--thumbnail', 'names the same file as --out');
  if (characterOut !== undefined && (characterOut === out || characterOut === thumbnail))
    throw refused('--character', 'names the same file as --out or --thumbnail');
}

const refused = (option: string, why: string): AvatarError =>
  new AvatarError('invalid-options', `${option} ${why}`, { facts: { option } });

/** Where a path leads, links followed; the path itself when there is nothing. */
export const realOrGiven = (path: string): Promise<string> => realpath(path).catch(() => path);

export const isFolder = async (path: string): Promise<boolean> => (await kindAt(path)) === 'folder';

/** What a new file would replace: a device or a pipe must not become one. */
const kindAt = (path: string): Promise<'folder' | 'file' | 'special file' | 'nothing'> =>
  stat(path).then(
    (entry) => (entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'special file'),
    () => 'nothing' as const,
  );

export const exists = (path: string): Promise<boolean> => allows(path, constants.F_OK);

export const isWritable = (path: string): Promise<boolean> => allows(path, constants.W_OK);

const allows = (path: string, mode: number): Promise<boolean> =>
  access(path, mode).then(
    () => true,
    () => false,
  );
