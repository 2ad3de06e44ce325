import { resizeRaster, toChannelsFirst } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import type { Box } from '@avatar/stage';
import { startTensorFlow } from '@avatar/tfjs';
import { afterAll, describe, expect, test } from 'vitest';
import { ASTRONAUT, faceIn, photoOf } from './describe-face-api.test-support.js';
import { faceApi } from './face-api.js';
import { startNetworks } from './networks.js';

const models = createModelHub();
const wasm = faceApi({ prefer: ['wasm'] });
const cpu = faceApi({ prefer: ['cpu'] });
afterAll(async () => {
  for (const used of [models, wasm, cpu]) await used[Symbol.asyncDispose]();
});

/** The best box of the network's ONNX conversion, in pixels of the square. */
async function boxByOnnx(square: Float32Array): Promise<{ readonly box: Box; readonly score: number }> {
  const data = square.map((value) => value / 127.5 - 1);
  const { scores, boxes } = await (
    await models.load('face-api-ssd')
  ).run({
    image: { data, dims: [1, 3, 512, 512] },
  });
  const values = scores.data as Float32Array;
  const best = values.indexOf(Math.max(...values));
  const ssd = await (await startNetworks({ prefer: ['wasm'] })).loaded('ssd');
  const anchors = ssd.params?.output_layer.extra_dim.dataSync() ?? new Float32Array();
  const [top, left, bottom, right] = anchors.subarray(best * 4, best * 4 + 4);
  const [y, x, height, width] = (boxes.data as Float32Array).subarray(best * 4, best * 4 + 4);
  const size = { height: Math.exp(height / 5) * (bottom - top), width: Math.exp(width / 5) * (right - left) };
  const centre = {
    y: (y / 10) * (bottom - top) + (top + bottom) / 2,
    x: (x / 10) * (right - left) + (left + right) / 2,
  };
  return {
    box: {
      x: 512 * (centre.x - size.width / 2),
      y: 512 * (centre.y - size.height / 2),
      width: 512 * size.width,
      height: 512 * size.height,
    },
    score: values[best],
  };
}

describe('face-api on TensorFlow.js against the same weights on ONNX Runtime', () => {
  test('boxes and scores of the detector are the same to 0.05 pixels and 1e-4', async ({ annotate }) => {
    const square = toChannelsFirst(await resizeRaster(await photoOf(ASTRONAUT), 512, 512), {
      scale: 1,
      offset: 0,
    });
    const onnx = await boxByOnnx(square);
    const [face] = await wasm.detector.detect(square, 0.5, {});
    const sides = ['x', 'y', 'width', 'height'] as const;
    const difference = Math.max(...sides.map((side) => Math.abs(face.box[side] - onnx.box[side])));
    await annotate(
      `box ${difference.toExponential(1)} px, score ${Math.abs(face.score - onnx.score).toExponential(1)}`,
    );
    expect(difference).toBeLessThan(0.05);
    expect(face.score).toBeCloseTo(onnx.score, 4);
  });
});

describe('face-api on WebAssembly against plain JavaScript', () => {
  test('descriptors are the same to 1e-5 in cosine', async ({ annotate }) => {
    const { image, landmarks } = await faceIn(ASTRONAUT);
    const a = (await wasm.embedder.embed(image, landmarks)).vector;
    const b = (await cpu.embedder.embed(image, landmarks)).vector;
    const cosine = a.reduce((sum, value, index) => sum + value * b[index], 0);
    await annotate(`1 - cosine ${(1 - cosine).toExponential(1)}`);
    expect(cosine).toBeGreaterThan(1 - 1e-5);
    expect((await startTensorFlow({ prefer: ['cpu'] })).engine).toBe('cpu');
  });
});
