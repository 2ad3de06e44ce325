import { readFile } from 'node:fs/promises';
import { decodeImage, extractRegion, resizeRaster, toChannelsFirst, toChannelsLast } from '@avatar/image';
import { findModel, type ModelHub, type Tensor } from '@avatar/models';
import { createModelHub, onnxRuntime } from '@avatar/onnx';
import type { Box, RasterImage } from '@avatar/stage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originalFiles, originalPath } from './original-files.test-support.js';
import {
  faceApi,
  faceApiModels,
  referenceNetwork,
  startTensorFlow,
  tf,
} from './reference-networks.test-support.js';
import { runTflite } from './reference-tflite.test-support.js';
import { readWeights, type WeightGroup, weightNamed } from './weight-manifest.js';

const PHOTO = new URL('../../../examples/photos/astronaut.png', import.meta.url);
const FACE: Box = { x: 160, y: 35, width: 140, height: 140 };
const SIGNED = { scale: 1 / 127.5, offset: -1 };
const UNIT = { scale: 1 / 255, offset: 0 };

let photo: RasterImage;
let hub: ModelHub;

beforeAll(async () => {
  await startTensorFlow();
  const matteColour = { r: 255, g: 255, b: 255 };
  photo = await decodeImage(await readFile(PHOTO), { maxPixels: 1e6, maxSidePx: 512, matteColour });
  hub = createModelHub();
});

afterAll(() => hub[Symbol.asyncDispose]());

const faceAt = (side: number): Promise<RasterImage> => resizeRaster(extractRegion(photo, FACE), side, side);

async function run(id: string, data: Float32Array, side: number): Promise<Record<string, Tensor>> {
  const model = await hub.load(id);
  return model.run({ image: { data, dims: [1, 3, side, side] } });
}

function largestDifference(actual: Tensor | undefined, expected: ArrayLike<number>): number {
  const values = actual!.data as Float32Array;
  expect(values.length).toBe(expected.length);
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] - expected[i]));
  return largest;
}

/** Anchors are stored as y1, x1, y2, x2; boxes as y, x, height, width relative to them. */
function decodeBoxes(boxes: Float32Array, anchors: Float32Array): Float32Array {
  const decoded = new Float32Array(boxes.length);
  for (let i = 0; i < boxes.length; i += 4)
    for (let axis = 0; axis < 2; axis++) {
      const low = anchors[i + axis];
      const size = anchors[i + axis + 2] - low;
      const centre = (boxes[i + axis] / 10) * size + low + size / 2;
      const half = (Math.exp(boxes[i + axis + 2] / 5) * size) / 2;
      decoded[i + axis] = centre - half;
      decoded[i + axis + 2] = centre + half;
    }
  return decoded;
}

interface GraphCase {
  readonly id: string;
  readonly side: number;
  readonly scaling: { readonly scale: number; readonly offset: number };
  readonly part: 'photo' | 'face';
  readonly bound: number;
  /** Not of the default set: its package is a big download, so the test runs on request. */
  readonly optional?: boolean;
}

const graphCases: readonly GraphCase[] = [
  { id: 'blazeface-back', side: 256, scaling: SIGNED, part: 'photo', bound: 5e-3 },
  { id: 'facemesh', side: 192, scaling: UNIT, part: 'face', bound: 5e-3 },
  { id: 'blazeface-full', side: 192, scaling: SIGNED, part: 'photo', bound: 5e-3, optional: true },
  { id: 'nsfw-mobilenet-v2', side: 224, scaling: UNIT, part: 'photo', bound: 1e-4 },
  { id: 'nsfw-mobilenet-v2-mid', side: 224, scaling: UNIT, part: 'photo', bound: 1e-4 },
];

describe('converted models against TensorFlow.js on a photo', () => {
  for (const { id, side, scaling, part, bound, optional = false } of graphCases)
    it.skipIf(optional && !process.env['AVATAR_OPTIONAL_MODELS'])(
      `${id} differs by less than ${bound}`,
      async ({ annotate }) => {
        const entry = findModel(id);
        const reference = await referenceNetwork(entry, await originalFiles(entry));
        const picture = part === 'face' ? await faceAt(side) : await resizeRaster(photo, side, side);
        const expected = reference(toChannelsLast(picture, scaling), [1, side, side, 3]);
        const actual = await run(id, toChannelsFirst(picture, scaling), side);
        const nodes = entry.conversion.kind === 'tfjs-graph' ? entry.conversion.outputs : {};
        for (const { name } of entry.outputs) {
          const difference = largestDifference(
            actual[name],
            expected[nodes[name] ?? Object.keys(expected)[0]],
          );
          await annotate(`${id} ${name}: largest difference ${difference.toExponential(1)}`);
          expect(difference, name).toBeLessThan(bound);
        }
      },
    );

  it('face-api-ssd differs by less than 1e-4 in scores and decoded boxes', async ({ annotate }) => {
    const entry = findModel('face-api-ssd');
    const files = await originalFiles(entry);
    const weights = readWeights(
      JSON.parse(Buffer.from(files.get(entry.files[0].path)!).toString('utf8')) as WeightGroup[],
      () => files.get(entry.files[1].path)!,
    );
    const anchors = weightNamed(weights, 'Output/extra_dim').data;
    const network = faceApi.nets.ssdMobilenetv1;
    await network.loadFromDisk(faceApiModels);
    const input = await faceApi.toNetInput(tf.tensor3d(photo.data, [512, 512, 3], 'int32'));
    const expected = network.forwardInput(input);
    const actual = await run('face-api-ssd', toChannelsFirst(photo, SIGNED), 512);
    const decoded = decodeBoxes(actual['boxes'].data as Float32Array, anchors);
    const scores = largestDifference(actual['scores'], expected.scores[0].dataSync());
    const boxes = largestDifference({ data: decoded, dims: [] }, expected.boxes[0].dataSync());
    await annotate(`face-api-ssd: scores ${scores.toExponential(1)}, boxes ${boxes.toExponential(1)}`);
    expect(Math.max(...(actual['scores'].data as Float32Array))).toBeGreaterThan(0.9);
    expect(scores).toBeLessThan(1e-4);
    expect(boxes).toBeLessThan(1e-4);
  });

  it('face-api-landmarks68 differs by less than 1e-5', async ({ annotate }) => {
    const face = await faceAt(112);
    const network = faceApi.nets.faceLandmark68Net;
    await network.loadFromDisk(faceApiModels);
    const input = await faceApi.toNetInput(tf.tensor3d(face.data, [112, 112, 3], 'int32'));
    const expected = network.forwardInput(input).dataSync();
    const data = toChannelsFirst(face, { scale: 1, offset: 0 });
    const means = [122.782, 117.001, 104.298];
    for (let i = 0; i < data.length; i++) data[i] = (data[i] - means[Math.floor(i / (112 * 112))]) / 255;
    const { points } = await run('face-api-landmarks68', data, 112);
    const difference = largestDifference(points, expected);
    await annotate(`face-api-landmarks68: largest difference ${difference.toExponential(1)}`);
    expect(difference).toBeLessThan(1e-5);
  });

  it('selfie-multiclass differs by less than 1e-3 in logits', async ({ annotate }) => {
    const entry = findModel('selfie-multiclass');
    const [file] = (await originalFiles(entry)).values();
    const side = 256;
    const picture = await resizeRaster(photo, side, side);
    const expected = tf
      .tensor3d(await runTflite(file, toChannelsLast(picture, SIGNED)), [side, side, 6])
      .transpose([2, 0, 1])
      .dataSync();
    const { logits } = await run('selfie-multiclass', toChannelsFirst(picture, SIGNED), side);
    const difference = largestDifference(logits, expected);
    await annotate(`selfie-multiclass: largest difference ${difference.toExponential(1)}`);
    expect(expected.some((value) => value > 2)).toBe(true);
    expect(difference).toBeLessThan(1e-3);
  });

  it.for([
    [448, 448],
    [320, 448],
  ])(
    'modnet at %i x %i differs from its original by less than 1e-4',
    async ([width, height], { annotate }) => {
      const entry = findModel('modnet');
      await originalFiles(entry);
      const inference = await onnxRuntime().open(originalPath(entry.files[0].sha256), entry);
      const picture = await resizeRaster(photo, width, height);
      const image = { data: toChannelsFirst(picture, SIGNED), dims: [1, 3, height, width] };
      const expected = (await inference.run({ image }))['matte'].data as Float32Array;
      await inference.release();
      const { matte } = await (await hub.load('modnet')).run({ image });
      expect(matte.dims).toEqual([1, 1, height, width]);
      expect(expected.some((value) => value > 0.9)).toBe(true);
      const difference = largestDifference(matte, expected);
      await annotate(`modnet: largest difference ${difference.toExponential(1)}`);
      expect(difference).toBeLessThan(1e-4);
    },
  );

  it('sface differs from its original by less than 1e-3 of the embedding', async ({ annotate }) => {
    const entry = findModel('sface');
    await originalFiles(entry);
    const inference = await onnxRuntime().open(originalPath(entry.files[0].sha256), entry);
    const image = {
      data: toChannelsFirst(await faceAt(112), { scale: 1, offset: 0 }),
      dims: [1, 3, 112, 112],
    };
    const expected = (await inference.run({ image }))['embedding'].data as Float32Array;
    await inference.release();
    const { embedding } = await run('sface', image.data, 112);
    const difference = largestDifference(embedding, expected) / Math.hypot(...expected);
    await annotate(`sface: largest difference ${difference.toExponential(1)} of the length`);
    expect(difference).toBeLessThan(1e-3);
  });
});
