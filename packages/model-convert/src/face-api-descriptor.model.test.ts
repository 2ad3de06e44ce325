import { readFile } from 'node:fs/promises';
import { decodeImage, extractRegion, resizeRaster, toChannelsFirst } from '@avatar/image';
import { onnxRuntime } from '@avatar/onnx';
import { modelOfTests } from '@avatar/testing';
import { expect, it } from 'vitest';
import { DESCRIPTOR_SIDE_PX as SIDE, faceApiDescriptor } from './face-api-descriptor.test-support.js';
import { faceApi, faceApiModels, startTensorFlow, tf } from './reference-networks.test-support.js';

const PHOTO = new URL('../../../examples/photos/astronaut.png', import.meta.url);
const FACE = { x: 160, y: 35, width: 140, height: 140 };
const MEANS = [122.782, 117.001, 104.298];

it("face-api's descriptor on ONNX Runtime differs from TensorFlow.js by less than 1e-5 of its length", async ({
  annotate,
}) => {
  const matteColour = { r: 255, g: 255, b: 255 };
  const photo = await decodeImage(await readFile(PHOTO), { maxPixels: 1e6, maxSidePx: 512, matteColour });
  const face = await resizeRaster(extractRegion(photo, FACE), SIDE, SIDE);
  await startTensorFlow();
  const network = faceApi.nets.faceRecognitionNet;
  await network.loadFromDisk(faceApiModels);
  const input = await faceApi.toNetInput(tf.tensor3d(face.data, [SIDE, SIDE, 3], 'int32'));
  const expected = network.forwardInput(input).dataSync();

  const tensor = (name: string, shape: readonly number[]) =>
    ({ name, shape, type: 'float32', note: '' }) as const;
  const entry = modelOfTests('descriptor', {
    inputs: [tensor('image', [1, 3, SIDE, SIDE])],
    outputs: [tensor('descriptor', [1, 128])],
  });
  const inference = await onnxRuntime().open(faceApiDescriptor(), entry);
  const data = toChannelsFirst(face, { scale: 1, offset: 0 });
  for (let i = 0; i < data.length; i++) data[i] = (data[i] - MEANS[Math.floor(i / SIDE ** 2)]) / 255;
  const { descriptor } = await inference.run({ image: { data, dims: [1, 3, SIDE, SIDE] } });
  await inference.release();

  const difference = Math.max(
    ...expected.map((value, index) => Math.abs(value - Number(descriptor.data[index]))),
  );
  const relative = difference / Math.hypot(...expected);
  await annotate(`largest difference ${relative.toExponential(1)} of the length`);
  expect(relative).toBeLessThan(1e-5);
});
