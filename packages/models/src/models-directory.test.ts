import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelsDirectory } from './models-directory.js';

const installed = resolve('/project/node_modules/@avatar/models/dist/index.js');

describe('modelsDirectory', () => {
  it('prefers AVATAR_MODELS_DIR', () => {
    expect(modelsDirectory({ AVATAR_MODELS_DIR: '/weights', XDG_CACHE_HOME: '/cache' })).toBe(
      resolve('/weights'),
    );
  });

  it('is inside the checkout when it runs from one', () => {
    expect(modelsDirectory({})).toMatch(/models[\\/]weights$/);
  });

  it("is the user's cache directory for an installed package", () => {
    expect(modelsDirectory({ XDG_CACHE_HOME: '/cache' }, 'linux', installed)).toBe(
      join('/cache', 'avatar', 'models'),
    );
    expect(modelsDirectory({}, 'linux', installed)).toMatch(/\.cache[\\/]avatar[\\/]models$/);
    expect(modelsDirectory({}, 'darwin', installed)).toMatch(/Library[\\/]Caches[\\/]avatar[\\/]models$/);
    expect(modelsDirectory({ LOCALAPPDATA: '/local' }, 'win32', installed)).toBe(
      join('/local', 'avatar', 'models'),
    );
  });
});
