import { readFile } from 'node:fs/promises';
import { detectFaces, eyeCentres, landmarkPoint } from '@avatar/face';
import { decodeImage, extractRegion } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import type { Faces, Photo, RasterImage, Warning } from '@avatar/stage';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportInput } from './input-report.js';

interface Portrait {
  readonly image: RasterImage;
  readonly faces: Faces;
}

let hopper: Portrait;
let astronaut: Portrait;

beforeAll(async () => {
  await using models = createModelHub();
  const portrait = async (name: string): Promise<Portrait> => {
    const bytes = await readFile(new URL(`../../../examples/photos/${name}`, import.meta.url));
    const matteColour = { r: 200, g: 200, b: 200 };
    const image = await decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 2048, matteColour });
    return { image, faces: await detectFaces(image, models) };
  };
  hopper = await portrait('grace-hopper.jpg');
  astronaut = await portrait('astronaut.png');
});

type Colour = readonly [red: number, green: number, blue: number];
type Change = (colour: Colour, x: number, y: number) => Colour;

function changed({ data, width, height }: RasterImage, change: Change): RasterImage {
  const result = new Uint8Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3)
      result.set(
        change([data[i], data[i + 1], data[i + 2]], x, y).map((value) =>
          Math.min(255, Math.max(0, Math.round(value))),
        ),
        i,
      );
  return { data: result, width, height, channels: 3 };
}

const scaledBy =
  (factor: number): Change =>
  ([r, g, b]) => [r * factor, g * factor, b * factor];

function report(image: RasterImage, faces: Faces) {
  const photo: Photo = {
    image,
    format: 'png',
    sourceWidth: image.width,
    sourceHeight: image.height,
    scale: 1,
  };
  return reportInput(photo, faces, 0);
}

const said = (warnings: readonly Warning[]): string[] =>
  warnings.map(({ code, message }) => `${code}: ${message}`);

const eyeDistance = ({ faces: [{ landmarks }] }: Faces): number => {
  const { right, left } = eyeCentres(landmarks);
  return Math.hypot(left[0] - right[0], left[1] - right[1]);
};

/** Smeared over `lengthPx` along a direction. */
function smeared(image: RasterImage, lengthPx: number, angleDeg: number): RasterImage {
  const { data, width, height } = image;
  const steps = Math.round(lengthPx * 2);
  const [dx, dy] = [Math.cos((angleDeg * Math.PI) / 180), Math.sin((angleDeg * Math.PI) / 180)];
  return changed(image, (_, x, y) => {
    const sum: [number, number, number] = [0, 0, 0];
    for (let step = 0; step <= steps; step++) {
      const along = (step / steps - 0.5) * lengthPx;
      const px = Math.min(width - 1, Math.max(0, Math.round(x + along * dx)));
      const py = Math.min(height - 1, Math.max(0, Math.round(y + along * dy)));
      for (let channel = 0; channel < 3; channel++)
        sum[channel] += data[(py * width + px) * 3 + channel] / (steps + 1);
    }
    return sum;
  });
}

describe('movement', () => {
  test.each([0, 20, 45, 90, 135])('smears along %i degrees are told, and lower the score', async (angle) => {
    const image = smeared(hopper.image, 0.25 * eyeDistance(hopper.faces), angle);
    const { warnings, score, doubts } = await report(image, hopper.faces);
    expect(said(warnings)).toEqual([expect.stringMatching(/low-quality: .*(movement|focus)/)]);
    expect(doubts).toHaveLength(1);
    expect(score).toBeLessThan(0.85);
  });

  test('a tenth of that is not worth a word', async () => {
    const image = smeared(hopper.image, 0.025 * eyeDistance(hopper.faces), 20);
    expect((await report(image, hopper.faces)).warnings).toEqual([]);
  });
});

/** Paints both eyes' places, in eye distances. */
const atEyes =
  ({ faces: [{ landmarks }] }: Faces, wide: number, high: number, paint: Change): Change =>
  (colour, x, y) => {
    const { right, left } = eyeCentres(landmarks);
    const distance = Math.hypot(left[0] - right[0], left[1] - right[1]);
    const inside = [right, left].some(
      ([ex, ey]) =>
        Math.abs(x - ex) < wide * distance && y > ey - high * distance && y < ey + high * distance,
    );
    return inside ? paint(colour, x, y) : colour;
  };

describe('eyes', () => {
  test('white reflections on both lenses hide them', async () => {
    const image = changed(
      hopper.image,
      atEyes(hopper.faces, 0.2, 0.12, () => [240, 243, 250]),
    );
    const { warnings } = await report(image, hopper.faces);
    expect(said(warnings)).toEqual([expect.stringMatching(/occluded: Reflections/)]);
  });

  test('the sun from above shades them, dark and coloured glasses hide them', async () => {
    const behind = async (paint: Change) =>
      said(
        (await report(changed(hopper.image, atEyes(hopper.faces, 0.35, 0.4, paint)), hopper.faces)).warnings,
      );
    expect(await behind(scaledBy(0.5))).toEqual([]);
    const glasses = [expect.stringMatching(/occluded: .*dark glasses/)];
    expect(await behind(() => [24, 24, 28])).toEqual(glasses);
    expect(await behind(([r, g, b]) => [r * 0.35, g * 0.55, b * 0.6])).toEqual(glasses);
  });
});

describe('mouth', () => {
  test('a laugh in light of two colours is no covered mouth', async () => {
    const [{ landmarks }] = astronaut.faces.faces;
    const nose = landmarkPoint(landmarks, 2)[1];
    const image = changed(astronaut.image, ([r, g, b], _, y) =>
      y > nose ? [r * 0.8, g * 0.95, b * 1.3] : [r, g, b * 0.6],
    );
    expect(said((await report(image, astronaut.faces)).warnings).join()).not.toContain('mouth');
  });
});

describe('light', () => {
  const inWhite =
    ({ faces: [{ box }] }: Faces, factor: number): Change =>
    (colour, x, y) =>
      Math.abs(x - box.x - box.width / 2) < box.width * 0.7 && y > box.y - 0.4 * box.height
        ? scaledBy(factor)(colour, x, y)
        : [252, 252, 252];

  test('a dark face before a white window is told', async () => {
    const image = changed(hopper.image, inWhite(hopper.faces, 0.3));
    const { warnings, doubts } = await report(image, hopper.faces);
    expect(said(warnings)).toEqual([expect.stringMatching(/^backlit: /)]);
    expect(doubts).toEqual(warnings);
  });

  test('a lit face before a white wall is not', async () => {
    const image = changed(hopper.image, inWhite(hopper.faces, 1));
    expect((await report(image, hopper.faces)).warnings).toEqual([]);
  });

  test('three tenths of the light are dark', async () => {
    const image = changed(astronaut.image, scaledBy(0.3));
    const { warnings, doubts } = await report(image, astronaut.faces);
    expect(said(warnings)).toEqual([expect.stringMatching(/low-quality: .*dark/)]);
    expect(doubts).toEqual([]);
  });
});

test('the border of the photo through the face is told', async () => {
  const [{ box, landmarks }] = hopper.faces.faces;
  const left = Math.round(box.x + 0.3 * box.width);
  const { width, height } = hopper.image;
  const image = extractRegion(hopper.image, { x: left, y: 0, width: width - left, height });
  const points = landmarks.points.map((value, index) => (index % 3 === 0 ? value - left : value));
  const [face] = hopper.faces.faces;
  const faces = {
    ...hopper.faces,
    faces: [{ ...face, box: { ...box, x: box.x - left }, landmarks: { ...landmarks, points } }],
  };
  expect(said((await report(image, faces)).warnings)).toContainEqual(expect.stringMatching(/^face-cut: /));
  expect((await report(hopper.image, hopper.faces)).warnings).toEqual([]);
});

test('no score under the bound is without a warning', async () => {
  const image = changed(hopper.image, ([r, g, b]) => [70 + r * 0.24, 70 + g * 0.24, 70 + b * 0.24]);
  const photo: Photo = {
    image,
    format: 'png',
    sourceWidth: 200,
    sourceHeight: 240,
    scale: eyeDistance(hopper.faces) / 25,
  };
  const { score, warnings } = await reportInput(photo, hopper.faces, 0);
  expect(score).toBeLessThan(0.6);
  expect(said(warnings)).toEqual([expect.stringMatching(/low-quality: .*only just good enough\./)]);
});

/** Shapes of letters as boxes in a cell of 5 by 7: left, top, width, height. */
const GLYPHS: readonly (readonly (readonly [number, number, number, number])[])[] = [
  [
    [0, 0, 1.2, 7],
    [0, 0, 5, 1.2],
    [0, 2.9, 4, 1.2],
    [0, 5.8, 5, 1.2],
  ],
  [
    [0, 0, 1.2, 7],
    [0, 0, 5, 1.2],
    [0, 2.9, 4, 1.2],
  ],
  [
    [0, 0, 1.2, 7],
    [3.8, 0, 1.2, 7],
    [0, 2.9, 5, 1.2],
  ],
  [
    [0, 0, 1.2, 7],
    [0, 0, 5, 1.2],
    [3.8, 0, 1.2, 7],
    [0, 5.8, 5, 1.2],
  ],
];

/** Writes eight letters, each so high in widths of the face, in a line through a place. */
function written(
  { image, faces }: Portrait,
  opacity: number,
  high: number,
  [x, y]: readonly [number, number],
  angleRad: number,
) {
  const unit = (high * faces.faces[0].box.width) / 7;
  const [cos, sin] = [Math.cos(angleRad), Math.sin(angleRad)];
  return changed(image, (colour, px, py) => {
    const [dx, dy] = [(px + 0.5 - x) / unit, (py + 0.5 - y) / unit];
    const [u, v] = [cos * dx + sin * dy + 28, cos * dy - sin * dx + 3.5];
    const at = Math.floor(u / 7);
    if (at < 0 || at > 7) return colour;
    const isInk = GLYPHS[at % 4].some(
      ([left, top, w, h]) => u % 7 >= left && u % 7 < left + w && v >= top && v < top + h,
    );
    return isInk ? (colour.map((value) => value + opacity * (255 - value)) as unknown as Colour) : colour;
  });
}

describe('text', () => {
  const middleOf = ({ faces }: Portrait, down: number): readonly [number, number] => {
    const { box } = faces.faces[0];
    return [box.x + box.width / 2, box.y + down * box.height];
  };
  const codesOn = async (image: RasterImage, faces: Faces) => {
    const { warnings, doubts } = await report(image, faces);
    expect(doubts.map(({ code }) => code)).toEqual(warnings.map(({ code }) => code));
    return warnings.map(({ code }) => code);
  };

  test.each([
    ['a watermark', 0.6, 0.17, 0.62, -0.5],
    ['a caption under the chin', 1, 0.15, 1.12, 0],
  ])('%s is told', async (_, opacity, high, down, angle) => {
    const image = written(hopper, opacity, high, middleOf(hopper, down), angle);
    expect(await codesOn(image, hopper.faces)).toEqual(['text-over-face']);
  });

  test('what is written on the chest is not, and a portrait has none', async () => {
    const image = written(hopper, 1, 0.12, middleOf(hopper, 1.7), 0);
    expect(await codesOn(image, hopper.faces)).toEqual([]);
    expect(await codesOn(astronaut.image, astronaut.faces)).toEqual([]);
  });
});
