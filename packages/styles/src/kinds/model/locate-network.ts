import { realpath, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { AvatarError } from '@avatar/stage';
import type { ModelRendering } from './model-rendering.js';

/** With the absolute path of the network, which must be a file inside the folder. */
export async function locateNetwork(rendering: ModelRendering, folder: string): Promise<ModelRendering> {
  const home = await realpath(folder);
  const file = await realpath(resolve(home, rendering.model.file)).catch(() => {
    throw refused('model-missing', 'The file of rendering.model.file is not in the folder of the style file');
  });
  if (!file.startsWith(home.endsWith(sep) ? home : home + sep))
    throw refused(
      'outside-folder',
      'The path of rendering.model.file leads out of the folder of the style file',
    );
  if (!(await stat(file)).isFile())
    throw refused('model-missing', 'The path of rendering.model.file names no regular file');
  return { ...rendering, model: { ...rendering.model, file } };
}

const refused = (reason: 'model-missing' | 'outside-folder', message: string): AvatarError =>
  new AvatarError('invalid-options', message, { reason });
