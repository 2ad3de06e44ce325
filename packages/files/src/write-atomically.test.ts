import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from './write-atomically.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'avatar-atomic-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe('writeAtomically', () => {
  it('leaves one file', async () => {
    const path = join(directory, 'file');
    await writeAtomically(path, Buffer.from('whole'));
    expect(await readFile(path, 'utf8')).toBe('whole');
    expect(await readdir(directory)).toEqual(['file']);
  });

  it('lets many writers write the same file', async () => {
    const path = join(directory, 'file');
    const bytes = Buffer.alloc(100_000, 7);
    await Promise.all(Array.from({ length: 10 }, () => writeAtomically(path, bytes)));
    expect(await readdir(directory)).toEqual(['file']);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it('keeps the old file and removes the new one when writing fails', async () => {
    const path = join(directory, 'file');
    await writeFile(path, 'old');
    const full = async (target: string): Promise<void> => {
      await writeFile(target, 'half');
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    };
    await expect(writeAtomically(path, Buffer.from('new'), full)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readdir(directory)).toEqual(['file']);
    expect(await readFile(path, 'utf8')).toBe('old');
  });
});
