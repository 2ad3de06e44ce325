// Makes the pictures of the demo page from what the toolkit really gives: the two portraits in every style, and people
// drawn from words. Run it again after a style or a look has changed: npm run build:page-pictures
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { format, resolveConfig } from 'prettier';
import {
  createAvatarGenerator,
  type AvatarGenerator,
  type PhotoAvatarResult,
} from '../packages/generator/src/index.js';
import { STYLES } from '../packages/styles/src/index.js';
import { DESCRIBED } from './page-pictures/described.js';

const target = new URL('../apps/server/page/pictures/', import.meta.url);
const photos = new URL('../examples/photos/', import.meta.url);
// One package only may import it, and this lies with none.
const sharp = createRequire(new URL('../packages/image/package.json', import.meta.url))('sharp') as (
  bytes: Uint8Array,
) => Encoder;
interface Encoder {
  resize(sizePx: number): Encoder;
  webp(options: { quality: number; effort: number }): Encoder;
  toBuffer(): Promise<Buffer>;
}

const PORTRAITS = [
  { person: 'collins', photo: 'astronaut.png', name: 'Eileen Collins', by: 'NASA' },
  { person: 'hopper', photo: 'grace-hopper.jpg', name: 'Grace Hopper', by: 'US Navy' },
] as const;
const PORTRAIT_PX = 480;
const CHARACTER_PX = 360;
const QUALITY = 72;

async function written(name: string, png: Uint8Array, sizePx: number): Promise<string> {
  const file = `${name}.webp`;
  const webp = await sharp(png).resize(sizePx).webp({ quality: QUALITY, effort: 6 }).toBuffer();
  await writeFile(new URL(file, target), webp);
  return file;
}

/** The photo as a style framed it, once for every frame. A drawn character has no frame: it gets the first one. */
async function photoIn(
  { delivered, bytes }: PhotoAvatarResult,
  frames: Map<string, string>,
  person: string,
): Promise<string> {
  const [first] = frames.values();
  if (delivered !== 'original') return first;
  const frame = createHash('sha256').update(bytes).digest('hex');
  const file = frames.get(frame) ?? (await written(`${person}-photo-${frames.size + 1}`, bytes, PORTRAIT_PX));
  frames.set(frame, file);
  return file;
}

/** A portrait in every style, each with the photo itself in the same frame. */
async function portrait(generator: AvatarGenerator, { person, photo, name, by }: (typeof PORTRAITS)[number]) {
  const bytes = await readFile(new URL(photo, photos));
  const frames = new Map<string, string>();
  const looks = [];
  for (const { token } of STYLES) {
    const options = { style: token, sizePx: PORTRAIT_PX };
    const after = await generator.generate(bytes, options);
    const before = await generator.generate(bytes, {
      ...options,
      minLikeness: 1,
      onFail: 'fallback_original',
    });
    looks.push({
      style: token,
      before: await photoIn(before, frames, person),
      after: await written(`${person}-${token.replaceAll('_', '-')}`, after.bytes, PORTRAIT_PX),
    });
  }
  return { person, name, by, looks };
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await using generator = createAvatarGenerator();
const characters = [];
for (const [index, { text, look, seed, ...posed }] of DESCRIBED.entries()) {
  const { bytes, unsupported } = await generator.draw(text, { look, seed, ...posed, sizePx: CHARACTER_PX });
  if (unsupported.length > 0) throw new Error(`Not drawn: ${JSON.stringify(unsupported)}`);
  characters.push({
    text,
    look,
    seed,
    ...posed,
    file: await written(`person-${index + 1}`, bytes, CHARACTER_PX),
  });
}
const portraits = [];
for (const one of PORTRAITS) portraits.push(await portrait(generator, one));
const list = new URL('pictures.json', target);
const json = JSON.stringify({ portraits, characters });
await writeFile(list, await format(json, { ...(await resolveConfig(list)), parser: 'json' }));
