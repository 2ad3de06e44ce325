/**
 * Measures face detection and roll correction on a folder of photos and fails under stated bounds.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-faces.ts [portraits|roll ...]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFaces } from '@avatar/face';
import { faceAlign } from '@avatar/face-align';
import { decodeImage, median, quantile, toRaster, transformAbout, warpSimilarity } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
import type { Photo, RasterImage, StageContext } from '@avatar/stage';
import { photoFolder, picturesIn } from './eval/photo-sets.js';

const folder = photoFolder();

const BOUNDS = {
  /** Share of single portraits where at least one face is found. */
  portraitsFound: 1,
  medianRollDeg: 1,
  maxRollDeg: 2,
};
const ROLLS_DEG = [-30, -20, -10, 10, 20, 30, 90, 180, 270];

const readPhoto = (path: string, maxSidePx = 1600): Promise<RasterImage> =>
  decodeImage(readFileSync(join(folder, path)), {
    maxPixels: 1e8,
    maxSidePx,
    matteColour: { r: 255, g: 255, b: 255 },
  });

const failures: string[] = [];
function report(name: string, value: number, passed: boolean, bound: string): void {
  process.stdout.write(`${passed ? 'ok  ' : 'FAIL'} ${name}: ${value.toFixed(3)} (${bound})\n`);
  if (!passed) failures.push(name);
}

async function evaluatePortraits(models: ModelHub): Promise<void> {
  const folders = ['clean', 'casual', 'synthetic'].map((name) => `portraits/${name}`);
  const people = ['aws_man', 'us_officials', 'compreface', 'msface'].map((name) => `identity/${name}`);
  const files = [...folders, ...people].flatMap((path) => picturesIn(folder, path));
  let found = 0;
  let exact = 0;
  const durationsMs: number[] = [];
  for (const file of files) {
    const image = await readPhoto(file, 800);
    const start = performance.now();
    const { faces } = await detectFaces(image, models);
    durationsMs.push(performance.now() - start);
    if (faces.length > 0) found++;
    if (faces.length === 1) exact++;
    else process.stdout.write(`     ${file}: ${faces.length} faces\n`);
  }
  process.stdout.write(`     median ${median(durationsMs).toFixed(0)} ms a photo at 800 px\n`);
  process.stdout.write(`     exactly one face in ${exact} of ${files.length}\n`);
  const share = found / files.length;
  report('portraits with a face', share, share >= BOUNDS.portraitsFound, `>= ${BOUNDS.portraitsFound}`);
}

/** The picture turned clockwise on a grey ground that holds all of it. */
async function turned(image: RasterImage, degrees: number): Promise<RasterImage> {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.abs(Math.cos(angle));
  const sin = Math.abs(Math.sin(angle));
  const width = Math.round(image.width * cos + image.height * sin);
  const height = Math.round(image.width * sin + image.height * cos);
  const transform = transformAbout([image.width / 2, image.height / 2], [width / 2, height / 2], 1, angle);
  const { image: warped, inside } = await warpSimilarity(image, transform, width, height);
  for (const plane of warped.planes)
    for (let i = 0; i < plane.length; i++) plane[i] = plane[i] * inside.data[i] + 0.5 * (1 - inside.data[i]);
  return toRaster(warped);
}

const context: StageContext = {
  signal: new AbortController().signal,
  seed: 1,
  intensity: 1,
  attempt: 0,
  useModel: () => undefined,
  usedModels: () => [],
  warn: () => undefined,
};

const toDegrees = (radians: number): number => (radians * 180) / Math.PI;

/** Roll in degrees that is left in the aligned square, found there anew; undefined when no face is found. */
async function residualRoll(image: RasterImage, models: ModelHub): Promise<number | undefined> {
  const faces = await detectFaces(image, models);
  if (faces.faces.length === 0) return undefined;
  const { width, height } = image;
  const photo: Photo = { image, format: 'png', sourceWidth: width, sourceHeight: height, scale: 1 };
  const stage = faceAlign({ models, frameFrom: 'landmarks' });
  const { face } = await stage.run({ photo, faces }, context);
  const again = await detectFaces(toRaster(face.crop), models);
  return again.faces[0] && toDegrees(again.faces[0].pose.rollRad);
}

async function evaluateRoll(models: ModelHub): Promise<void> {
  const files = ['portraits/clean', 'portraits/casual', 'identity/aws_man', 'identity/us_officials'].flatMap(
    (path) => picturesIn(folder, path),
  );
  const all: number[] = [];
  for (const degrees of [0, ...ROLLS_DEG]) {
    const residuals: number[] = [];
    for (const file of files) {
      const image = await readPhoto(file, 1000);
      const residual = await residualRoll(degrees === 0 ? image : await turned(image, degrees), models);
      const size = residual === undefined ? Infinity : Math.abs(residual);
      if (size > BOUNDS.maxRollDeg)
        process.stdout.write(`     ${file} at ${degrees}: ${residual?.toFixed(2)}\n`);
      residuals.push(size);
    }
    all.push(...residuals);
    const [middle, largest] = [median(residuals), quantile(residuals, 1)].map((value) => value.toFixed(2));
    process.stdout.write(`     turned ${degrees}: median ${middle}, largest ${largest} degrees\n`);
  }
  const middle = median(all);
  const largest = quantile(all, 1);
  report('median residual roll', middle, middle < BOUNDS.medianRollDeg, `< ${BOUNDS.medianRollDeg} degrees`);
  report('largest residual roll', largest, largest <= BOUNDS.maxRollDeg, `<= ${BOUNDS.maxRollDeg} degrees`);
}

const EVALUATIONS = {
  portraits: evaluatePortraits,
  roll: evaluateRoll,
};

await using models = createModelHub();
const wanted = process.argv.slice(2);
for (const [name, evaluate] of Object.entries(EVALUATIONS))
  if (wanted.length === 0 || wanted.includes(name)) {
    process.stdout.write(`${name}\n`);
    await evaluate(models);
  }
if (failures.length > 0) {
  process.stdout.write(`under the bounds: ${failures.join(', ')}\n`);
  process.exitCode = 1;
}
