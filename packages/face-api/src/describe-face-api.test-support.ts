import { readFile } from 'node:fs/promises';
import { detectFaces } from '@avatar/face';
import { decodeImage } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import type { RasterImage } from '@avatar/stage';
import { describeFaceDetector, describeFaceEmbedder, type FaceSample } from '@avatar/testing';
import { startTensorFlow, type TfjsEngine } from '@avatar/tfjs';
import { afterAll, expect, test } from 'vitest';
import { faceApi } from './face-api.js';

export const ASTRONAUT = 'astronaut.png';
export const GRACE_HOPPER = 'grace-hopper.jpg';
/** In pixels of the astronaut's photo, which is a square of 512. */
export const ASTRONAUTS_FACE = { x: 178, y: 69, width: 94, height: 108 };

export async function photoOf(name: string): Promise<RasterImage> {
  const file = await readFile(new URL(`../../../examples/photos/${name}`, import.meta.url));
  const matteColour = { r: 255, g: 255, b: 255 };
  return decodeImage(file, { maxPixels: 1e7, maxSidePx: 800, matteColour });
}

export async function faceIn(name: string): Promise<FaceSample> {
  await using models = createModelHub();
  const image = await photoOf(name);
  const { faces } = await detectFaces(image, models);
  return { image, landmarks: faces[0].landmarks };
}

/** The contracts of detectors and embedders, and that no tensor is left behind, on one engine. */
export function describeFaceApi(engine: TfjsEngine): void {
  const api = faceApi({ prefer: [engine] });
  afterAll(() => api[Symbol.asyncDispose]());

  describeFaceDetector(`of face-api on ${engine}`, async () => ({
    detector: api.detector,
    portrait: { photo: await photoOf(ASTRONAUT), face: ASTRONAUTS_FACE },
  }));
  describeFaceEmbedder(`of face-api on ${engine}`, async () => ({
    embedder: api.embedder,
    people: [await faceIn(ASTRONAUT), await faceIn(GRACE_HOPPER)],
  }));

  test(`face-api on ${engine} keeps no tensor but its weights, and not those when it is disposed`, async () => {
    const { tf } = await startTensorFlow({ prefer: [engine] });
    const own = faceApi({ prefer: [engine] });
    const before = tf.memory();
    const { image, landmarks } = await faceIn(ASTRONAUT);
    await own.embedder.embed(image, landmarks);
    const loaded = tf.memory();
    expect(loaded.numTensors).toBeGreaterThan(before.numTensors);
    for (let run = 0; run < 3; run++) await own.embedder.embed(image, landmarks);
    expect(tf.memory()).toMatchObject(sizeOf(loaded));
    await own[Symbol.asyncDispose]();
    expect(tf.memory()).toMatchObject(sizeOf(before));
  });
}

const sizeOf = ({ numTensors, numBytes }: { numTensors: number; numBytes: number }) => ({
  numTensors,
  numBytes,
});
