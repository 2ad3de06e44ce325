import { readFile } from 'node:fs/promises';
import type { StylePreview } from '../styles/index.js';

const PHOTOS = new URL('../../../../examples/photos/', import.meta.url);

/** Portraits in the public domain: Grace Hopper by the US Navy, and Eileen Collins by NASA. */
const PORTRAITS = { 'grace-hopper': 'grace-hopper.jpg', astronaut: 'astronaut.png' } as const;

export interface Portrait {
  readonly subject: StylePreview['subject'];
  readonly photo: Uint8Array;
}

/** Who shows a style when no photo was sent for that. */
export async function* portraits(): AsyncGenerator<Portrait, void, undefined> {
  for (const [subject, file] of Object.entries(PORTRAITS))
    yield { subject: subject as keyof typeof PORTRAITS, photo: await readFile(new URL(file, PHOTOS)) };
}
