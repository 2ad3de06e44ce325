import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  decodeImage,
  encodePng,
  extractRegion,
  resizeRaster,
  seededRandom,
  transformAbout,
  warpSimilarity,
} from '@avatar/image';
import type { RasterImage } from '@avatar/stage';

// Small reproductions of kinds of photos, made of the two public-domain portraits of this repository.

const portrait = (name: string) =>
  readFile(fileURLToPath(new URL(`../../examples/photos/${name}`, import.meta.url)));

async function decoded(name: string): Promise<RasterImage> {
  return decodeImage(await portrait(name), {
    maxPixels: 1e7,
    maxSidePx: 4096,
    matteColour: { r: 200, g: 200, b: 200 },
  });
}

const astronaut = () => decoded('astronaut.png');
const hopper = () => decoded('grace-hopper.jpg');

type Colour = readonly [number, number, number];

function flat(width: number, height: number, colour: Colour): RasterImage {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i += 3) data.set(colour, i);
  return { data, width, height, channels: 3 };
}

function paste(target: RasterImage, image: RasterImage, left: number, top: number): void {
  for (let y = 0; y < image.height; y++)
    target.data.set(
      image.data.subarray(y * image.width * 3, (y + 1) * image.width * 3),
      ((top + y) * target.width + left) * 3,
    );
}

/** Every pixel anew, from its colour and place. */
function changed(image: RasterImage, change: (colour: Colour, x: number, y: number) => Colour): RasterImage {
  const { width, height, data: from } = image;
  const data = new Uint8Array(from.length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3)
      data.set(
        change([from[i], from[i + 1], from[i + 2]], x, y).map((value) =>
          Math.min(255, Math.max(0, Math.round(value))),
        ),
        i,
      );
  return { ...image, data };
}

const scaled = (image: RasterImage, width: number): Promise<RasterImage> =>
  resizeRaster(image, width, Math.round((width * image.height) / image.width));

async function circle(): Promise<RasterImage> {
  return extractRegion(await hopper(), { x: 0, y: 0, width: 512, height: 512 });
}

const outsideCircle = (x: number, y: number): boolean => Math.hypot(x - 256, y - 256) > 254;

async function circleWithTransparentCorners(): Promise<Uint8Array> {
  const { data: rgb, width, height } = await circle();
  const data = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    data.set(rgb.subarray(i * 3, i * 3 + 3), i * 4);
    data[i * 4 + 3] = outsideCircle(i % width, Math.floor(i / width)) ? 0 : 255;
  }
  return encodePng({ data, width, height, channels: 4 });
}

async function document(): Promise<RasterImage> {
  const page = flat(1250, 880, [223, 232, 239]);
  paste(page, await scaled(await hopper(), 380), 60, 170);
  return page;
}

async function twoTiles(): Promise<RasterImage> {
  const call = flat(640, 720, [0, 0, 0]);
  for (const [index, image] of [await astronaut(), await hopper()].entries())
    paste(
      call,
      extractRegion(await scaled(image, 640), { x: 0, y: 0, width: 640, height: 360 }),
      0,
      index * 360,
    );
  return call;
}

async function cutAndTilted(): Promise<RasterImage> {
  const close = await scaled(
    extractRegion(await astronaut(), { x: 60, y: 20, width: 330, height: 330 }),
    900,
  );
  const turn = transformAbout([450, 430], [320, 320], 1, Math.PI / 12);
  const { image } = await warpSimilarity(close, turn, 640, 640);
  const data = new Uint8Array(640 * 640 * 3);
  image.planes.forEach((plane, channel) =>
    plane.forEach((value, i) => (data[i * 3 + channel] = Math.min(255, Math.max(0, value * 255)))),
  );
  return { data, width: 640, height: 640, channels: 3 };
}

async function dark(): Promise<RasterImage> {
  const random = seededRandom(1);
  const noise = () => (random() + random() + random() - 1.5) * 18;
  return changed(await astronaut(), ([r, g, b]) => [r * 0.3 + noise(), g * 0.3 + noise(), b * 0.3 + noise()]);
}

const tungsten = async (): Promise<RasterImage> =>
  changed(await astronaut(), ([r, g, b]) => [r * 1.15, g * 0.78, b * 0.34]);

/** Smeared along a line that rises by 20 degrees, over 41 pixels of 900. */
async function motionBlur(): Promise<RasterImage> {
  const image = await scaled(await hopper(), 900);
  const { data, width, height } = image;
  const [dx, dy] = [Math.cos(Math.PI / 9), -Math.sin(Math.PI / 9)];
  return changed(image, (_, x, y) => {
    const sum = [0, 0, 0];
    for (let step = -20; step <= 20; step++) {
      const px = Math.min(width - 1, Math.max(0, Math.round(x + step * dx)));
      const py = Math.min(height - 1, Math.max(0, Math.round(y + step * dy)));
      for (let c = 0; c < 3; c++) sum[c] += data[(py * width + px) * 3 + c] / 41;
    }
    return [sum[0], sum[1], sum[2]];
  });
}

const halfFace = async (): Promise<RasterImage> =>
  extractRegion(await scaled(await astronaut(), 1024), { x: 448, y: 0, width: 576, height: 700 });

async function phone(): Promise<RasterImage> {
  return changed(await scaled(await astronaut(), 1024), (colour, x, y) =>
    x >= 375 && x <= 545 && y >= 210 && y <= 560 ? [22, 23, 27] : colour,
  );
}

/** A complete picture whose last two bytes, the end marker, are missing. */
const withoutEndMarker = async (): Promise<Uint8Array> =>
  (await portrait('grace-hopper.jpg')).subarray(0, -2);

const png = (make: () => Promise<RasterImage>) => async (): Promise<Uint8Array> => encodePng(await make());

/** The bytes of a file, by the name that the table of expectations has for it. */
export const RECIPES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'made/circle-transparent': circleWithTransparentCorners,
  'made/circle-on-black': png(async () =>
    changed(await circle(), (colour, x, y) => (outsideCircle(x, y) ? [0, 0, 0] : colour)),
  ),
  'made/document': png(document),
  'made/two-tiles': png(twoTiles),
  'made/cut-and-tilted': png(cutAndTilted),
  'made/dark': png(dark),
  'made/tungsten': png(tungsten),
  'made/motion-blur': png(motionBlur),
  'made/half-face': png(halfFace),
  'made/phone': png(phone),
  'made/no-end-marker': withoutEndMarker,
};
