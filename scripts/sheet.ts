/**
 * Renders headshots and puts each beside its photo, for looking at.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npm run sheet [-- --out out/sheet --size 800 --pairs 4]
 *   npm run sheet -- photo.jpg another.png
 *
 * Writes `pair-<name>.png` for every photo and `sheet-<n>.png` with several pairs, into a folder that git ignores.
 * Pictures of people stay on this machine: never commit them.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAvatarGenerator, type AvatarGenerator } from '@avatar/generator';
import { decodeImage, encodePng, resizeRaster } from '@avatar/image';
import { AvatarError, type RasterImage } from '@avatar/stage';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'out/sheet' },
    size: { type: 'string', default: '800' },
    pairs: { type: 'string', default: '8' },
    style: { type: 'string', default: 'corporate_headshot' },
  },
});
const sizePx = Number(values.size);
const pairsPerSheet = Number(values.pairs);
const CELL_PX = 400;
const COLUMNS = 2;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function evaluationPhotos(): string[] {
  const folder = process.env['AVATAR_EVAL_PHOTOS'];
  if (!folder) throw new Error('Give photos, or set AVATAR_EVAL_PHOTOS to the folder of evaluation photos');
  const folders = [
    ...['clean', 'casual', 'synthetic'].map((name) => join(folder, 'portraits', name)),
    ...['aws_man', 'us_officials', 'compreface'].map((name) => join(folder, 'identity', name)),
  ];
  return folders.flatMap((path) =>
    readdirSync(path)
      .filter((file) => ['.jpg', '.jpeg', '.png', '.webp'].includes(extname(file)))
      .sort()
      .map((file) => join(path, file)),
  );
}

const decode = (bytes: Uint8Array): Promise<RasterImage> =>
  decodeImage(bytes, { maxPixels: 1e8, maxSidePx: 2048, matteColour: { r: 42, g: 42, b: 42 } });

/** The picture in a square of `side` pixels, on a dark ground. */
async function fitted(image: RasterImage, side: number): Promise<RasterImage> {
  const scale = side / Math.max(image.width, image.height);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const small = await resizeRaster(image, width, height, 'lanczos3');
  const cell = blank(side, side);
  paste(cell, small, (side - width) >> 1, (side - height) >> 1);
  return cell;
}

const blank = (width: number, height: number): RasterImage => ({
  data: new Uint8Array(width * height * 3).fill(42),
  width,
  height,
  channels: 3,
});

function paste(target: RasterImage, image: RasterImage, left: number, top: number): void {
  for (let y = 0; y < image.height; y++) {
    const row = image.data.subarray(y * image.width * 3, (y + 1) * image.width * 3);
    target.data.set(row, ((top + y) * target.width + left) * 3);
  }
}

/** Photo and avatar side by side. */
async function pairOf(generator: AvatarGenerator, path: string): Promise<RasterImage> {
  const result = await generator.generate(path, { style: values.style, platform: 'portfolio', sizePx });
  const { likenessCosine, decision, intensity, latencyMs } = result;
  const figures = `cosine ${likenessCosine?.toFixed(3) ?? 'none'}  ${decision}  intensity ${intensity}  ${Math.round(latencyMs)} ms`;
  print(`${basename(path).padEnd(28)} ${figures}`);
  const pair = blank(sizePx * 2, sizePx);
  paste(pair, await fitted(await decode(await readFile(path)), sizePx), 0, 0);
  paste(pair, await decode(result.bytes), sizePx, 0);
  return pair;
}

async function writeSheet(pairs: readonly RasterImage[], index: number): Promise<void> {
  const sheet = blank(CELL_PX * 2 * COLUMNS, CELL_PX * Math.ceil(pairs.length / COLUMNS));
  for (const [i, pair] of pairs.entries()) {
    const small = await resizeRaster(pair, CELL_PX * 2, CELL_PX, 'lanczos3');
    paste(sheet, small, (i % COLUMNS) * CELL_PX * 2, Math.floor(i / COLUMNS) * CELL_PX);
  }
  await writeFile(join(values.out, `sheet-${index}.png`), await encodePng(sheet));
}

mkdirSync(values.out, { recursive: true });
await using generator = createAvatarGenerator();
const pairs: RasterImage[] = [];
for (const path of positionals.length > 0 ? positionals : evaluationPhotos()) {
  try {
    const pair = await pairOf(generator, path);
    await writeFile(join(values.out, `pair-${basename(path, extname(path))}.png`), await encodePng(pair));
    pairs.push(pair);
  } catch (error) {
    if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
    print(`${basename(path).padEnd(28)} ${error.reason ?? error.code}`);
  }
}
for (let from = 0; from < pairs.length; from += pairsPerSheet)
  await writeSheet(pairs.slice(from, from + pairsPerSheet), from / pairsPerSheet);
print(`${pairs.length} pairs in ${values.out}`);
