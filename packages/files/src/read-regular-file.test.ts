import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegularFile } from './read-regular-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('readRegularFile', () => {
  it('gives all bytes up to the limit, and none beyond it', async () => {
    const path = join(folder, 'file');
    await writeFile(path, Uint8Array.of(1, 2, 3));
    expect(await readRegularFile(path, 3)).toEqual(Uint8Array.of(1, 2, 3));
    expect(await readRegularFile(path, 2)).toEqual({ problem: 'too-large', sizeBytes: 3 });
    await writeFile(path, '');
    expect(await readRegularFile(path, 3)).toEqual(new Uint8Array());
  });

  it('says what is there instead of a file', async () => {
    expect(await readRegularFile(join(folder, 'none'), 9)).toEqual({
      problem: 'not-opened',
      errno: 'ENOENT',
    });
    expect(await readRegularFile(folder, 9)).toEqual({ problem: 'not-a-file', kind: 'folder' });
  });

  it.skipIf(process.platform === 'win32')('is not blocked by a pipe that nobody writes into', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await readRegularFile(pipe, 9)).toEqual({ problem: 'not-a-file', kind: 'special file' });
  });
});
