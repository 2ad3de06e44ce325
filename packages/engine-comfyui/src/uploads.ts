import { randomUUID } from 'node:crypto';
import type { ComfyUiHttp } from './comfyui-http.js';

/** A grey pixel. */
const BLANK = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
/** How a node is told where a file lies: its temporary folder, which the server empties when it starts. */
const IN_TEMPORARY_FOLDER = ' [temp]';
const TIDY_UP_MS = 5_000;

/** Uploads a picture under a name that says nothing. @returns the name for the nodes that load it */
export async function uploadPicture(
  http: ComfyUiHttp,
  png: Uint8Array,
  signal: AbortSignal,
): Promise<string> {
  const name = `${randomUUID()}.png`;
  await http.json('upload/image', { method: 'POST', body: form(name, png), signal });
  return name + IN_TEMPORARY_FOLDER;
}

/**
 * Overwrites what was uploaded, since the server has no route to delete it. That a server is gone by then is no failure
 * of the picture.
 */
export async function blankUploads(http: ComfyUiHttp, uploaded: readonly string[]): Promise<void> {
  const signal = AbortSignal.timeout(TIDY_UP_MS);
  await Promise.allSettled(
    uploaded.map((annotated) => {
      const name = annotated.slice(0, -IN_TEMPORARY_FOLDER.length);
      return http.json('upload/image', { method: 'POST', body: form(name, BLANK), signal });
    }),
  );
}

function form(name: string, png: Uint8Array): FormData {
  const data = new FormData();
  data.set('image', new Blob([new Uint8Array(png)], { type: 'image/png' }), name);
  data.set('type', 'temp');
  data.set('overwrite', 'true');
  return data;
}
