import type { BackgroundLight, LightColour, RasterImage } from '@avatar/stage';
import {
  clamp,
  fastLinear,
  lightOf,
  mix,
  rasteriseSvg,
  seededRandom,
  smoothstep,
  tintOf,
} from '@avatar/image';
import type { Backdrop } from '../backdrop.js';
import { drawCastle, type CastleWindow } from './castle.js';
import { groundPainter, ridgePainter } from './dusk-land.js';
import { duskSky, SKY_AWAY } from './dusk-sky.js';
import { valueNoise, type Noise } from './noise.js';
import { photographed } from './photograph.js';
import { SceneLight } from './scene-light.js';

const SIDE = 288;
const CAMERA = { blurRadius: 0.0075, softness: 0.0025, glare: 0.15, exposure: 0.85 };

/** Lengths are fractions of the side; x counts from the side of the castle. */
const CASTLE = { x: 0.155, base: 0.7, size: 0.4 };
const WINDOW_LIGHT: LightColour = [2.8, 1.3, 0.34];

function addCastle(scene: SceneLight, picture: RasterImage, noise: Noise): void {
  const { data } = picture;
  let i = 0;
  scene.paint((x, y, out) => {
    const opacity = data[i * 4 + 3] / 255;
    if (opacity > 0) {
      // Mist rises around the foot.
      const mist = 0.55 * smoothstep(CASTLE.base - 0.24, CASTLE.base, y) * (0.6 + 0.6 * noise(x * 6, y * 9));
      for (let channel = 0; channel < 3; channel++) {
        const stone = fastLinear(data[i * 4 + channel] / 255);
        const lit = mix(stone, SKY_AWAY.light(0.5, channel) * 0.55, clamp(mist));
        out[channel] = mix(out[channel], lit, opacity);
      }
    }
    i++;
  });
}

/** Windows are too small for the grid: each of its points holds the share that it covers. */
function addWindows(scene: SceneLight, windows: readonly CastleWindow[]): void {
  for (const { x, y, width, height } of windows) {
    const area = width * height * SIDE * SIDE;
    for (const part of [0.25, 0.75]) scene.addPoint(x + width / 2, y + height * part, WINDOW_LIGHT, area / 2);
  }
}

const lightFrom = (side: number): BackgroundLight => ({
  ambient: { tint: tintOf(lightOf([1, 0.74, 0.78])), strength: 0.28 },
  exposure: 0.88,
  eitherSide: true,
  rims: [
    { colour: lightOf([1, 0.66, 0.36]), side: 0.88 * side, strength: 0.9, reach: 0.012 },
    { colour: lightOf([0.55, 0.42, 0.9]), side: -0.9 * side, strength: 0.35, reach: 0.011 },
  ],
});

/** The same picture seen in a mirror, in place. */
function mirror(scene: SceneLight): void {
  for (const { data, width } of scene.planes)
    for (let row = 0; row < data.length; row += width) data.subarray(row, row + width).reverse();
}

/**
 * A castle on a hill at dusk, a little out of focus: lit windows, mist, ridges in the last sun. The seed sets towers,
 * clouds and ridges, and the side of the sun.
 */
export async function castleDusk(sizePx: number, seed: number): Promise<Backdrop> {
  const random = seededRandom(seed);
  const noise = valueNoise(seed);
  const side = random() < 0.5 ? -1 : 1;
  const castle = drawCastle(SIDE, CASTLE, random);
  const picture = await rasteriseSvg(castle.svg);
  const scene = new SceneLight(SIDE);
  const paintRidges = ridgePainter(noise, SIDE);
  scene.paint((x, y, out) => {
    if (y < 0.68) duskSky(x, y, noise, out);
    if (y > 0.4) paintRidges(x, y, out);
  });
  addCastle(scene, picture, noise);
  addWindows(scene, castle.windows);
  const paintGround = groundPainter(noise, SIDE);
  scene.paint((x, y, out) => {
    if (y > 0.6) paintGround(x, y, out);
  });
  if (side < 0) mirror(scene);
  return { image: photographed(scene.planes, sizePx, CAMERA), light: lightFrom(side) };
}
