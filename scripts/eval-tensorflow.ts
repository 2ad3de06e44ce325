/**
 * Measures face-api on TensorFlow.js beside the default on ONNX Runtime: how long a pass takes on each back-end that works
 * here, and how many faces are found.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-tensorflow.ts [--photos 200]
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detectFaces, sfaceEmbedder, type FaceDetector } from '@avatar/face';
import { faceApi } from '@avatar/face-api';
import { decodeImage, median, resizeRaster, toChannelsFirst } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import type { RasterImage } from '@avatar/stage';
import type { TfjsEngine } from '@avatar/tfjs';
import { photoFolder, readTable } from './eval/photo-sets.js';

const { values: flags } = parseArgs({ options: { photos: { type: 'string', default: '200' } } });
const root = photoFolder();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const matteColour = { r: 255, g: 255, b: 255 };
const read = async (file: string | URL): Promise<RasterImage> =>
  decodeImage(await readFile(file), { maxPixels: 5e7, maxSidePx: 1600, matteColour });

await using models = createModelHub();
const astronaut = await read(new URL('../examples/photos/astronaut.png', import.meta.url));
const [{ landmarks }] = (await detectFaces(astronaut, models)).faces;
const square = toChannelsFirst(await resizeRaster(astronaut, 512, 512), { scale: 1, offset: 0 });

async function time(what: string, times: number, work: () => Promise<unknown>): Promise<void> {
  const durations: number[] = [];
  const firstMs = performance.now();
  await work();
  const first = performance.now() - firstMs;
  for (let i = 0; i < times; i++) {
    const startedMs = performance.now();
    await work();
    durations.push(performance.now() - startedMs);
  }
  const shown = [first, Math.min(...durations), median(durations)].map((ms) => ms.toFixed(0));
  print(`${what}: first ${shown[0]} ms, then at best ${shown[1]} ms, median ${shown[2]} ms`);
}

const ssd = await models.load('face-api-ssd');
const scaled = square.map((value) => value / 127.5 - 1);
await time('SSD at 512 px, ONNX Runtime', 20, () =>
  ssd.run({ image: { data: scaled, dims: [1, 3, 512, 512] } }),
);
await time('SFace, ONNX Runtime', 20, () => sfaceEmbedder(models).embed(astronaut, landmarks));
const ENGINES: readonly (readonly [TfjsEngine, number])[] = [
  ['wasm', 20],
  ['cpu', 3],
];
for (const [engine, times] of ENGINES) {
  await using faces = faceApi({ prefer: [engine] });
  await time(`SSD and 68 points at 512 px, ${engine}`, times, () => faces.detector.detect(square, 0.5, {}));
  await time(`descriptor, ${engine}`, times, () => faces.embedder.embed(astronaut, landmarks));
}

/** Photos of one person in which faces were found, and photos of nobody in which some were. */
async function countFound(name: string, files: readonly string[], detector?: FaceDetector): Promise<void> {
  const counts = { none: 0, one: 0, more: 0 };
  for (const file of files) {
    const { faces } = await detectFaces(await read(join(root, file)), models, { detector });
    counts[faces.length === 0 ? 'none' : faces.length === 1 ? 'one' : 'more']++;
  }
  print(`${name}: ${files.length} photos, no face ${counts.none}, one ${counts.one}, more ${counts.more}`);
}

const pairs = readTable(join(root, 'identity/lfw_pairs_view1.tsv')).map(({ image1 }) => image1);
const lfw = [...new Set(pairs)].slice(0, Number(flags.photos));
const labels = readTable(join(root, 'gate/labels.tsv'));
const portraits = readTable(join(root, 'portraits/labels.tsv')).map(({ file }) => file);
const noFace = labels.filter((row) => row['face_count'] === '0').map(({ file }) => file);
await using others = faceApi();
for (const [name, files] of Object.entries({ LFW: lfw, portraits, 'nobody in it': noFace })) {
  await countFound(`${name}, BlazeFace`, files);
  await countFound(`${name}, face-api`, files, others.detector);
}
