import { readFile } from 'node:fs/promises';
import { detectFaces, transformLandmarks } from '@avatar/face';
import { decodeImage, extractRegion, type Point } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import type { DetectedFace, Faces, Photo, RasterImage } from '@avatar/stage';
import { stageContext } from '@avatar/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { borderTurn } from '../photo-border.js';
import { areaOf, holds } from './hull.js';
import { innerPhoto } from './inner-photo.js';

type Colour = readonly [number, number, number];

const models = createModelHub();
afterAll(() => models[Symbol.asyncDispose]());

const SIDE = 512;
let picture: RasterImage;
let face: DetectedFace;

beforeAll(async () => {
  const bytes = await readFile(new URL('../../../../examples/photos/grace-hopper.jpg', import.meta.url));
  const matteColour = { r: 200, g: 200, b: 200 };
  const whole = await decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 2048, matteColour });
  picture = extractRegion(whole, { x: 0, y: 0, width: SIDE, height: SIDE });
  [face] = (await detectFaces(picture, models)).faces;
});

/** The portrait on a ground: each pixel of it comes from a place of the portrait, or has the ground's colour. */
function laid(
  width: number,
  height: number,
  ground: (x: number, y: number) => Colour,
  from: (x: number, y: number) => Point | undefined,
): RasterImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) {
      const place = from(x, y);
      const at = place && (Math.floor(place[1]) * SIDE + Math.floor(place[0])) * 3;
      data.set(at === undefined ? ground(x, y) : picture.data.subarray(at, at + 3), i);
    }
  return { data, width, height, channels: 3 };
}

const photoOf = (image: RasterImage): Photo => ({
  image,
  format: 'png',
  sourceWidth: image.width,
  sourceHeight: image.height,
  scale: 1,
});

async function inner(image: RasterImage, scale = 1, shift: Point = [0, 0], turnRad = 0) {
  const [a, b] = [scale * Math.cos(turnRad), scale * Math.sin(turnRad)];
  const landmarks = transformLandmarks(face.landmarks, { a, b, tx: shift[0], ty: shift[1] });
  const [x, y] = [a * face.box.x - b * face.box.y + shift[0], b * face.box.x + a * face.box.y + shift[1]];
  const box = { x, y, width: face.box.width * scale, height: face.box.height * scale };
  const faces: Faces = { faces: [{ ...face, landmarks, box }], unclear: 0 };
  const warnings: string[] = [];
  const context = stageContext({ warn: ({ code }) => void warnings.push(code) });
  return { warnings, ...(await innerPhoto().run({ photo: photoOf(image), faces }, context)) };
}

const inCircle = (x: number, y: number, radius = 254): boolean => Math.hypot(x - 256, y - 256) < radius;
const WHITE: Colour = [255, 255, 255];

describe('innerPhoto', () => {
  test('leaves a portrait as it is', async () => {
    const { photo, warnings } = await inner(picture);
    expect(photo.image).toBe(picture);
    expect(photo.border).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  test.each<[string, Colour]>([
    ['empty', [200, 200, 200]],
    ['black', [0, 0, 0]],
    ['white', WHITE],
  ])('finds the circle of an avatar with %s corners', async (_, corner) => {
    const image = laid(
      SIDE,
      SIDE,
      () => corner,
      (x, y) => (inCircle(x, y) ? [x, y] : undefined),
    );
    const { photo, warnings } = await inner(image);
    expect(photo.border).toBeDefined();
    const radius = Math.sqrt(areaOf(photo.border ?? []) / Math.PI);
    expect(radius).toBeGreaterThan(245);
    expect(radius).toBeLessThan(254);
    expect(warnings).toEqual(['picture-in-picture']);
    // No corner is left in what models see.
    expect([...photo.image.data.subarray(0, 3)]).not.toEqual([...corner]);
  });

  test('goes inside a coloured ring around the circle', async () => {
    const image = laid(
      SIDE,
      SIDE,
      (x, y) => (inCircle(x, y) ? [60, 120, 60] : WHITE),
      (x, y) => (inCircle(x, y, 220) ? [x, y] : undefined),
    );
    const { photo } = await inner(image);
    const radius = Math.sqrt(areaOf(photo.border ?? []) / Math.PI);
    expect(radius).toBeGreaterThan(208);
    expect(radius).toBeLessThan(220);
  });

  test('cuts a photo on a page out, and the face with it', async () => {
    const image = laid(
      1250,
      880,
      (_, y) => [223 - y / 60, 232, 239 - y / 60],
      (x, y) => {
        const place: Point = [(x - 60) / 0.7, (y - 170) / 0.7];
        return place.every((value) => value >= 0 && value < SIDE) ? place : undefined;
      },
    );
    const { photo, faces, warnings } = await inner(image, 0.7, [60, 170]);
    expect(photo.border).toBeUndefined();
    expect(photo.image.width).toBeGreaterThan(0.96 * 358);
    expect(photo.image.width).toBeLessThanOrEqual(358);
    expect(faces.faces[0].coverage).toBeGreaterThan(0.8 * face.coverage);
    expect(Math.abs(faces.faces[0].box.x - 0.7 * face.box.x)).toBeLessThan(12);
    expect(warnings).toEqual([]);
  });

  test('finds a slanted picture, such as a print on a table', async () => {
    const turn = (8 * Math.PI) / 180;
    const [cos, sin] = [Math.cos(turn) * 0.8, Math.sin(turn) * 0.8];
    const image = laid(
      800,
      800,
      () => [58, 52, 48],
      (x, y) => {
        const [dx, dy] = [x - 220, y - 130];
        const place: Point = [(cos * dx + sin * dy) / 0.64, (cos * dy - sin * dx) / 0.64];
        return place.every((value) => value >= 0 && value < SIDE) ? place : undefined;
      },
    );
    const { photo, warnings } = await inner(image, 0.8, [220, 130], turn);
    expect(warnings).toEqual([]);
    const area = areaOf(photo.border ?? []);
    expect(area / (0.8 * SIDE) ** 2).toBeGreaterThan(0.94);
    expect(area / (0.8 * SIDE) ** 2).toBeLessThan(1);
  });

  test.each<[string, Colour]>([
    ['black', [0, 0, 0]],
    ['white', WHITE],
  ])(
    'finds a picture that was turned in its own square, with %s wedges left at its sides',
    async (_, wedge) => {
      const turn = (6 * Math.PI) / 180;
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      const image = laid(
        SIDE,
        SIDE,
        () => wedge,
        (x, y) => {
          const place: Point = [
            256 + cos * (x - 256) + sin * (y - 256),
            256 + cos * (y - 256) - sin * (x - 256),
          ];
          return place.every((value) => value >= 0 && value < SIDE) ? place : undefined;
        },
      );
      const shift: Point = [256 - 256 * cos + 256 * sin, 256 - 256 * sin - 256 * cos];
      const { photo, warnings } = await inner(image, 1, shift, turn);
      expect(warnings).toEqual([]);
      const wedges = 2 * Math.sin(turn) * 256 ** 2;
      // The uniform is as dark as the canvas.
      expect(SIDE ** 2 - areaOf(photo.border ?? [])).toBeGreaterThan(0.7 * wedges);
      expect(SIDE ** 2 - areaOf(photo.border ?? [])).toBeLessThan(wedges + 5 * 4 * SIDE);
      expect(Math.abs(borderTurn(photo.border ?? []) - turn)).toBeLessThan(0.02);
    },
  );

  test('takes a person on black for what they are', async () => {
    const image = laid(
      SIDE,
      SIDE,
      () => [0, 0, 0],
      (x, y) => (((x - 256) / 130) ** 2 + ((y - 220) / 190) ** 2 < 1 || y > 430 ? [x, y] : undefined),
    );
    const { photo } = await inner(image);
    expect(photo.image).toBe(image);
  });

  test('finds the barrel of a fish-eye picture', async () => {
    const barrel = (v: number) => ((v - 256) / 256) ** 4;
    const isInside = (x: number, y: number) => barrel(x) + barrel(y) < 0.9;
    const image = laid(
      SIDE,
      SIDE,
      () => [0, 0, 0],
      (x, y) => (isInside(x, y) ? [x, y] : undefined),
    );
    const { photo } = await inner(image);
    expect(photo.border).toBeDefined();
    const { width, height } = photo.image;
    expect(holds(photo.border ?? [], [width / 2, height / 2])).toBe(true);
    expect(holds(photo.border ?? [], [width * 0.03, height * 0.03])).toBe(false);
  });

  test('takes the tile of a call that the face is in', async () => {
    const image = laid(
      SIDE,
      2 * SIDE,
      () => WHITE,
      (x, y) => (y < SIDE ? [SIDE - 1 - x, y] : [x, y - SIDE]),
    );
    const { photo, faces } = await inner(image, 1, [0, SIDE]);
    expect(Math.abs(photo.image.height - SIDE)).toBeLessThan(12);
    expect(faces.faces).toHaveLength(1);
  });

  test('takes a person before an even wall, in even clothes, for what they are', async () => {
    // Everything but an oval around the head has one of two colours.
    const image = laid(
      SIDE,
      SIDE,
      (x, y) => (y > 400 - Math.abs(x - 256) * 0.1 ? [240, 240, 240] : [120, 140, 160]),
      (x, y) => (((x - 256) / 110) ** 2 + ((y - 220) / 190) ** 2 < 1 ? [x, y] : undefined),
    );
    const { photo } = await inner(image);
    expect(photo.image).toBe(image);
  });
});
