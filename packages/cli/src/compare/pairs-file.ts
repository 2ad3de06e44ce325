import { readFile } from 'node:fs/promises';
import { AvatarError } from '@avatar/stage';

/** Two photos as a table names them. */
export interface PhotoPair {
  readonly image1: string;
  readonly image2: string;
}

/**
 * Reads a tab-separated table whose header names the columns `image1` and `image2`; other columns are ignored.
 * @throws AvatarError `invalid-options` if the file cannot be read or is no such table
 */
export async function readPairs(path: string): Promise<PhotoPair[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AvatarError('invalid-options', 'The file of --pairs cannot be read', {
      cause,
      facts: { option: '--pairs' },
    });
  });
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = header.split('\t').map((name) => name.trim());
  const first = columns.indexOf('image1');
  const second = columns.indexOf('image2');
  if (first < 0 || second < 0) throw notATable('The header of --pairs lacks the columns image1 and image2');
  const pairs: PhotoPair[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = line.split('\t');
    const [image1, image2] = [cells[first]?.trim(), cells[second]?.trim()];
    if (!image1 || !image2) throw notATable(`Line ${index + 2} of --pairs lacks a photo`);
    pairs.push({ image1, image2 });
  }
  return pairs;
}

const notATable = (message: string): AvatarError =>
  new AvatarError('invalid-options', `${message}; it is a tab-separated table`, {
    facts: { option: '--pairs' },
  });
