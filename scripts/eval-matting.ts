/**
 * Compares mattes with person masks: intersection over union at half opacity, for each photo and on average.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-matting.ts
 *
 * `<folder>/matting` holds photos `N.jpg` and masks `N_mask.png`, which may be smaller; they are enlarged to the photo.
 * Two measures, because the masks show everybody from head to foot:
 * - whole: `portraitMatte({ region: 'photo', inputSidePx: 672 })` on the whole photo against the whole mask, all photos.
 * - head: the matte that avatars are made with, inside its own region (2.5 head heights), on photos with one face; on the
 *   others it removes people whom the mask includes.
 * Exits with 1 when either mean is under 0.94.
 */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { portraitMatte } from '@avatar/matte';
import { detectFaces } from '@avatar/face';
import { decodeImage, resizeRaster } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import type { Matte, Photo, RasterImage, StageContext } from '@avatar/stage';

const BOUND = 0.94;
const WHOLE_INPUT_SIDE_PX = 672;

const context: StageContext = {
  signal: new AbortController().signal,
  seed: 0,
  intensity: 1,
  attempt: 0,
  useModel: () => undefined,
  usedModels: () => [],
  warn: () => undefined,
};

const decode = async (path: string): Promise<RasterImage> =>
  decodeImage(await readFile(path), {
    maxPixels: 5e7,
    maxSidePx: 2048,
    matteColour: { r: 255, g: 255, b: 255 },
  });

async function readPhoto(path: string): Promise<Photo> {
  const image = await decode(path);
  return { image, format: 'jpeg', sourceWidth: image.width, sourceHeight: image.height, scale: 1 };
}

/** Intersection over union inside the matte's region. */
function overlap({ alpha, region }: Matte, mask: RasterImage): number {
  let both = 0;
  let either = 0;
  for (let y = region.y; y < region.y + region.height; y++) {
    const row = Math.floor(((y + 0.5 - region.y) / region.height) * alpha.height) * alpha.width;
    for (let x = region.x; x < region.x + region.width; x++) {
      const column = Math.floor(((x + 0.5 - region.x) / region.width) * alpha.width);
      const found = alpha.data[row + column] > 0.5;
      const wanted = mask.data[(y * mask.width + x) * mask.channels] > 127;
      if (found && wanted) both++;
      if (found || wanted) either++;
    }
  }
  return either === 0 ? 1 : both / either;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

async function evaluate(folder: string): Promise<boolean> {
  await using models = createModelHub();
  const wholeStage = portraitMatte({ models, region: 'photo', inputSidePx: WHOLE_INPUT_SIDE_PX });
  const headStage = portraitMatte({ models });
  const wholes: number[] = [];
  const heads: number[] = [];
  const photos = readdirSync(folder).filter((name) => /^\d+\.jpg$/.test(name));
  for (const name of photos.sort((a, b) => parseInt(a) - parseInt(b))) {
    const photo = await readPhoto(join(folder, name));
    const { width, height } = photo.image;
    const mask = await resizeRaster(
      await decode(join(folder, name.replace('.jpg', '_mask.png'))),
      width,
      height,
    );
    const faces = await detectFaces(photo.image, models);
    const whole = overlap((await wholeStage.run({ photo, faces }, context)).matte, mask);
    const head = overlap((await headStage.run({ photo, faces }, context)).matte, mask);
    wholes.push(whole);
    const alone = faces.faces.length === 1;
    if (alone) heads.push(head);
    const comment = alone ? '' : `  (${faces.faces.length} faces, not counted)`;
    console.log(`${name.padEnd(10)} whole ${whole.toFixed(3)}  head ${head.toFixed(3)}${comment}`);
  }
  console.log(`mean of ${wholes.length} whole photos: ${mean(wholes).toFixed(3)}, bound ${BOUND}`);
  console.log(`mean of ${heads.length} head regions: ${mean(heads).toFixed(3)}, bound ${BOUND}`);
  return mean(wholes) >= BOUND && mean(heads) >= BOUND;
}

const evaluationPhotos = process.env['AVATAR_EVAL_PHOTOS'];
if (evaluationPhotos === undefined) {
  console.error('Set AVATAR_EVAL_PHOTOS to the folder that holds matting/');
  process.exitCode = 2;
} else if (!(await evaluate(join(evaluationPhotos, 'matting')))) process.exitCode = 1;
