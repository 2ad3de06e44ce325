import { readFile } from 'node:fs/promises';
import type { AvatarGenerator } from './avatar-generator.js';

/** Portraits in the public domain: Eileen Collins by NASA, and Grace Hopper by the US Navy. */
const PORTRAITS = ['eileen-collins.jpg', 'grace-hopper.jpg'];

/** Skins, ages, hair, beards and glasses that the portraits do not have. */
const SYNTHETIC = [
  'a man with very dark skin, short coily black hair and a full beard',
  'an old woman with light skin, white hair and round glasses',
  'a young woman with brown skin and long wavy black hair',
  'a bald man with tan skin and a grey moustache',
];
const SYNTHETIC_PX = 640;

/**
 * People to try a style on, without network: two portraits in the public domain that come with the package, and four
 * synthetic faces that are drawn as they are asked for.
 */
export async function* referencePeople(
  generator: Pick<AvatarGenerator, 'draw'>,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (const name of PORTRAITS) yield await readFile(new URL(`../portraits/${name}`, import.meta.url));
  for (const [seed, words] of SYNTHETIC.entries()) {
    const { bytes } = await generator.draw(words, { look: 'toon3d', sizePx: SYNTHETIC_PX, seed, signal });
    yield bytes;
  }
}
