import { readFile } from 'node:fs/promises';
import { detectFaces, FACE_OVAL, headCover, headWholeness, landmarkPolygon, WHOLE_HEAD } from '@avatar/face';
import { createPlane, decodeImage, fillPolygon, warpPlane, warpSimilarity } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import { createModelHub } from '@avatar/onnx';
import type { AlignedFace, Faces, Matte, Photo } from '@avatar/stage';
import { stageContext } from '@avatar/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cutout } from './cutout.js';
import { portraitMatte } from './portrait-matte.js';

let models: ModelHub;
let photo: Photo;
let faces: Faces;
let matte: Matte;

beforeAll(async () => {
  models = createModelHub();
  const bytes = await readFile(new URL('../../../examples/photos/astronaut.png', import.meta.url));
  const matteColour = { r: 255, g: 255, b: 255 };
  const image = await decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 2048, matteColour });
  photo = { image, format: 'png', sourceWidth: image.width, sourceHeight: image.height, scale: 1 };
  faces = await detectFaces(image, models);
  ({ matte } = await portraitMatte({ models }).run({ photo, faces }, stageContext()));
});
afterAll(() => models[Symbol.asyncDispose]());

/** Opacity at a place of the photo, given as fractions of its size. */
function opacityAt({ alpha, region }: Matte, x: number, y: number): number {
  const column = Math.floor(((x * 512 - region.x) / region.width) * alpha.width);
  const row = Math.floor(((y * 512 - region.y) / region.height) * alpha.height);
  return alpha.data[row * alpha.width + column];
}

describe('on the astronaut', () => {
  test('hair, face and suit are opaque, the wall and the flag are not', () => {
    expect(matte.alpha.data.every((value) => value >= 0 && value <= 1)).toBe(true);
    const person = [
      [0.44, 0.06],
      [0.4, 0.12],
      [0.44, 0.25],
      [0.5, 0.2],
      [0.44, 0.42],
      [0.25, 0.5],
    ] as const;
    for (const [x, y] of person) expect(opacityAt(matte, x, y)).toBeGreaterThan(0.95);
    for (const [x, y] of [
      [0.25, 0.08],
      [0.62, 0.1],
      [0.65, 0.25],
    ] as const)
      expect(opacityAt(matte, x, y)).toBeLessThan(0.05);
  });

  test('the cut-out keeps the face whole at output scale', async () => {
    const face = await roughlyAligned(matte);
    const { cutout: result } = await cutout().run({ face }, stageContext());
    const oval = createPlane(800, 800);
    fillPolygon(oval, landmarkPolygon(face.landmarks, FACE_OVAL, 0.94));
    for (let i = 0; i < oval.data.length; i++) {
      const alpha = result.alpha.data[i];
      expect(alpha >= 0 && alpha <= 1).toBe(true);
      if (oval.data[i] === 1) expect(alpha).toBeGreaterThan(0.95);
    }
    expect(result.alpha.data[40 * 800 + 40]).toBe(0);
    const soft = result.alpha.data.filter((alpha) => alpha > 0.02 && alpha < 0.98).length;
    expect(soft / result.alpha.data.length).toBeLessThan(0.05);
  });

  test('a photo on its side or upside down gives the same matte', async () => {
    for (const quarterTurns of [1, 2, 3]) {
      const turned = { ...photo, image: turnedSquare(photo.image, quarterTurns) };
      const found = await detectFaces(turned.image, models);
      const { matte: other } = await portraitMatte({ models }).run(
        { photo: turned, faces: found },
        stageContext(),
      );
      const solid = (m: Matte) =>
        (m.alpha.data.filter((alpha) => alpha > 0.5).length / m.alpha.data.length) *
        m.region.width *
        m.region.height;
      expect(solid(other) / solid(matte)).toBeGreaterThan(0.96);
      expect(solid(other) / solid(matte)).toBeLessThan(1.04);
    }
  });
});

/** The photo with another value for each sample. */
const changed = (value: (sample: number, x: number, y: number) => number): Photo['image'] => {
  const { data, width, channels } = photo.image;
  return {
    ...photo.image,
    data: data.map((sample, i) => {
      const pixel = Math.floor(i / channels);
      return Math.min(255, Math.max(0, value(sample, pixel % width, Math.floor(pixel / width))));
    }),
  };
};

describe('nobody is half eaten', () => {
  const noise = (x: number, y: number): number => ((x * 7919 + y * 104729 + x * y * 31) % 13) - 6;
  test.each<[string, (sample: number, x: number, y: number) => number]>([
    ['in the dark, with noise', (sample, x, y) => sample * 0.14 + noise(x, y) / 3],
    ['without contrast', (sample) => 150 + sample * 0.2],
    ['in coarse blocks', (sample) => Math.round(sample / 40) * 40],
    ['before a blown-out wall', (sample, x) => (x > 300 ? 90 + sample * 1.4 : sample * 1.2)],
  ])('%s', async (_, value) => {
    const dim = { ...photo, image: changed(value) };
    // The faces of the good photo: this is about the matte.
    const { matte: other } = await portraitMatte({ models }).run({ photo: dim, faces }, stageContext());
    for (const [x, y] of [
      [0.44, 0.06],
      [0.4, 0.12],
      [0.44, 0.25],
      [0.44, 0.42],
      [0.3, 0.6],
    ] as const)
      expect(opacityAt(other, x, y)).toBeGreaterThan(0.9);
    expect(opacityAt(other, 0.25, 0.08)).toBeLessThan(0.1);
    const { alpha, region } = other;
    const points = faces.faces[0].landmarks.points.map((place, i) =>
      i % 3 === 1
        ? ((place - region.y) * alpha.height) / region.height
        : ((place - (i % 3 === 0 ? region.x : 0)) * alpha.width) / region.width,
    );
    expect(headWholeness(headCover(alpha, { scheme: 'mesh468', points }))).toBeGreaterThan(WHOLE_HEAD);
  });
});

/** The head at 54 % of an 800 px square, not turned. */
async function roughlyAligned({ alpha, region }: Matte): Promise<AlignedFace> {
  const { landmarks, pose } = faces.faces[0];
  const scale = 3.4;
  const transform = { a: scale, b: 0, tx: 400 - scale * 224, ty: 330 - scale * 110 };
  const { image: crop, inside } = await warpSimilarity(photo.image, transform, 800, 800);
  const columns = alpha.width / region.width;
  const rows = alpha.height / region.height;
  const map = {
    xx: columns / scale,
    xy: 0,
    x0: (-transform.tx / scale - region.x) * columns,
    yx: 0,
    yy: rows / scale,
    y0: (-transform.ty / scale - region.y) * rows,
  };
  const points = landmarks.points.map((value, i) =>
    i % 3 === 0 ? value * scale + transform.tx : i % 3 === 1 ? value * scale + transform.ty : value * scale,
  );
  return {
    crop,
    inside,
    alpha: warpPlane(alpha, map, 800, 800),
    landmarks: { scheme: 'mesh468', points },
    pose,
    transform,
    headHeightPx: 432,
  };
}

function turnedSquare(image: Photo['image'], turns: number): Photo['image'] {
  let { data } = image;
  const side = image.width;
  for (let turn = 0; turn < turns; turn++) {
    const turned = new Uint8Array(data.length);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++)
        for (let c = 0; c < 3; c++) turned[(x * side + side - 1 - y) * 3 + c] = data[(y * side + x) * 3 + c];
    data = turned;
  }
  return { ...image, data };
}
