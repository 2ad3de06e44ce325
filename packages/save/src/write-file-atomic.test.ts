import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AvatarError } from '@avatar/stage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomic } from './write-file-atomic.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-save-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new Uint8Array(200_000).map((_, i) => i);

async function failureOf(path: string): Promise<AvatarError> {
  const error = await writeFileAtomic(path, bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!AvatarError.is(error)) throw new Error('Expected an AvatarError', { cause: error });
  expect(JSON.stringify([error.message, error.facts])).not.toContain(folder);
  expect(error.cause).toBeUndefined();
  return error;
}

describe('writeFileAtomic', () => {
  it('writes a new file and replaces an old one, and leaves nothing else', async () => {
    const path = join(folder, 'avatar.png');
    await writeFileAtomic(path, bytes.subarray(0, 10));
    await writeFileAtomic(path, bytes);
    expect(new Uint8Array(await readFile(path))).toEqual(bytes);
    expect(await readdir(folder)).toEqual(['avatar.png']);
  });

  it('never shows a half-written file to a reader', async () => {
    const path = join(folder, 'avatar.png');
    await writeFileAtomic(path, bytes);
    const writing = Promise.all(Array.from({ length: 8 }, () => writeFileAtomic(path, bytes)));
    for (let i = 0; i < 20; i++) expect((await readFile(path)).length).toBe(bytes.length);
    await writing;
    expect(await readdir(folder)).toEqual(['avatar.png']);
  });

  it('says that the folder is missing', async () => {
    for (const path of [join(folder, 'no', 'avatar.png'), join(folder, 'file', 'avatar.png')]) {
      await writeFile(join(folder, 'file'), '');
      expect(await failureOf(path)).toMatchObject({ code: 'invalid-options', reason: 'folder-missing' });
    }
  });

  it('does not replace a folder, and cleans up behind itself', async () => {
    await mkdir(join(folder, 'avatar.png'));
    await writeFile(join(folder, 'avatar.png', 'inside'), '');
    expect(await failureOf(join(folder, 'avatar.png'))).toMatchObject({
      code: 'invalid-options',
      reason: 'not-a-file',
    });
    expect(await readdir(folder)).toEqual(['avatar.png']);
  });

  // The superuser may write anywhere.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says that it may not write',
    async () => {
      await writeFile(join(folder, 'avatar.png'), 'old');
      await chmod(folder, 0o500);
      const error = await failureOf(join(folder, 'avatar.png'));
      await chmod(folder, 0o700);
      expect(error).toMatchObject({ code: 'stage-failed', reason: 'no-permission' });
      expect(await readFile(join(folder, 'avatar.png'), 'utf8')).toBe('old');
    },
  );
});
