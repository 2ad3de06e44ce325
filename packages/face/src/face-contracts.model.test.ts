import { readFile } from 'node:fs/promises';
import { decodeImage } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import type { RasterImage } from '@avatar/stage';
import { describeFaceDetector, describeFaceEmbedder } from '@avatar/testing';
import { afterAll } from 'vitest';
import { blazeFace } from './detection/blazeface.js';
import { detectFaces } from './detection/detect-faces.js';
import { sfaceEmbedder } from './identity/face-embedder.js';

const models = createModelHub();
afterAll(() => models[Symbol.asyncDispose]());

async function photoOf(name: string): Promise<RasterImage> {
  const file = await readFile(new URL(`../../../examples/photos/${name}`, import.meta.url));
  return decodeImage(file, { maxPixels: 1e7, maxSidePx: 800, matteColour: { r: 255, g: 255, b: 255 } });
}

async function faceIn(name: string) {
  const image = await photoOf(name);
  const { faces } = await detectFaces(image, models);
  return { image, landmarks: faces[0].landmarks };
}

describeFaceDetector('BlazeFace', async () => ({
  detector: blazeFace(models),
  portrait: { photo: await photoOf('astronaut.png'), face: { x: 178, y: 69, width: 94, height: 108 } },
}));

describeFaceEmbedder('SFace', async () => ({
  embedder: sfaceEmbedder(models),
  people: [await faceIn('astronaut.png'), await faceIn('grace-hopper.jpg')],
}));
