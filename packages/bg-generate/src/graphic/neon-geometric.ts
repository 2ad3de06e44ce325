import type { BackgroundLight, PlanarImage } from '@avatar/stage';
import {
  createPlane,
  enlarge,
  fastLinear,
  fastSrgb,
  lightOf,
  mapPlane,
  mapPlanes3,
  mix,
  type Planes3,
  rasteriseSvg,
  seededRandom,
  shrink,
  smoothstep,
  tintOf,
} from '@avatar/image';
import type { BackdropColours, Rgb } from '../colour/backdrop-colours.js';
import type { Backdrop } from '../backdrop.js';
import { hueBetween, curvedRamp, type CurvedRamp } from '../studio/curved-ramp.js';
import { DISC, neonShapes } from './neon-shapes.js';
import { exposed, paintTubes, scattered, tubeLight } from './neon-tubes.js';

/** The colour between both is darker than they are: violet between pink and cyan, not their pale average. */
const BETWEEN_LIGHTNESS = 0.7;
/** Ground, disc and glow are smooth: they are computed on about this many points a side and enlarged. */
const GRID = 200;
/** The ground has the hue between both colours: lightness in the middle and in the corners, colourfulness, in Oklab. */
const GROUND = { middle: 0.27, corner: 0.15, chroma: 0.13 };
/** Light of the disc, linear, how much brighter its rim is, and the glow that it throws on the ground. */
const DISC_LIGHT = { light: 1.15, rim: 0.5, glow: 0.16, glowWidth: 0.12 };

const linear = (colour: Rgb): Rgb => [fastLinear(colour[0]), fastLinear(colour[1]), fastLinear(colour[2])];

/** The ground with the glow that the disc throws on it, linear. */
function ground(side: number, palette: BackdropColours, ramp: CurvedRamp): Planes3 {
  const middle = linear(hueBetween(palette, GROUND.middle, GROUND.chroma));
  const corner = linear(hueBetween(palette, GROUND.corner, GROUND.chroma));
  const planes: Planes3 = [createPlane(side, side), createPlane(side, side), createPlane(side, side)];
  for (let row = 0, i = 0; row < side; row++) {
    const y = (row + 0.5) / side;
    for (let column = 0; column < side; column++, i++) {
      const x = (column + 0.5) / side;
      const distance = Math.hypot(x - DISC.x, y - DISC.y);
      const out = Math.max(0, distance - DISC.radius) / DISC_LIGHT.glowWidth;
      const glow = DISC_LIGHT.glow * Math.exp(-out);
      const colour = ramp(0.45 + 0.5 * (x - 0.5) + 0.5 * (y - DISC.y));
      const dark = smoothstep(0.2, 0.8, distance);
      for (let channel = 0; channel < 3; channel++)
        planes[channel].data[i] =
          mix(middle[channel], corner[channel], dark) + glow * fastLinear(colour[channel]);
    }
  }
  return planes;
}

/** The light of the disc, as if it filled the square, linear. */
function discLight(side: number, ramp: CurvedRamp): Planes3 {
  const planes: Planes3 = [createPlane(side, side), createPlane(side, side), createPlane(side, side)];
  for (let row = 0, i = 0; row < side; row++) {
    const y = (row + 0.5) / side - DISC.y;
    const colour = linear(ramp(smoothstep(-1.05, 1.05, y / DISC.radius)));
    for (let column = 0; column < side; column++, i++) {
      const distance = Math.hypot((column + 0.5) / side - DISC.x, y) / DISC.radius;
      const light = DISC_LIGHT.light * (1 + DISC_LIGHT.rim * Math.min(1, distance) ** 5);
      for (let channel = 0; channel < 3; channel++) planes[channel].data[i] = colour[channel] * light;
    }
  }
  return planes;
}

/** Light and glow through the camera, sRGB-encoded, at full size. */
const shown = (light: Planes3, glow: Planes3, sizePx: number, factor: number): Planes3 =>
  mapPlanes3(light, (plane, channel) => {
    const added = glow[channel].data;
    const encoded = mapPlane(plane, (value, i) => fastSrgb(exposed(value + added[i])));
    return enlarge(encoded, sizePx, sizePx, factor);
  });

/** Puts the disc over the picture, in place. */
function paintDisc(picture: Planes3, disc: Planes3, sizePx: number): void {
  const radius = DISC.radius * sizePx;
  for (let y = 0; y < sizePx; y++) {
    const dy = y + 0.5 - DISC.y * sizePx;
    if (Math.abs(dy) > radius + 1) continue;
    const half = Math.sqrt(Math.max(0, (radius + 1) ** 2 - dy * dy));
    const first = Math.max(0, Math.floor(DISC.x * sizePx - half));
    const last = Math.min(sizePx - 1, Math.ceil(DISC.x * sizePx + half));
    for (let x = first; x <= last; x++) {
      const cover = Math.min(1, radius + 0.5 - Math.hypot(x + 0.5 - DISC.x * sizePx, dy));
      if (cover <= 0) continue;
      const i = y * sizePx + x;
      for (let channel = 0; channel < 3; channel++) {
        const { data } = picture[channel];
        data[i] += (disc[channel].data[i] - data[i]) * cover;
      }
    }
  }
}

/** What the neon throws on the person: one colour from each side, and a little of the hue between from everywhere. */
function neonLight({ centre, edge }: BackdropColours, ramp: CurvedRamp): BackgroundLight {
  return {
    ambient: { tint: tintOf(lightOf(ramp(0.5))), strength: 0.14 },
    exposure: 0.94,
    rims: [
      { colour: lightOf(centre), side: -0.93, strength: 0.85, reach: 0.012 },
      { colour: lightOf(edge), side: 0.93, strength: 0.7, reach: 0.012 },
    ],
  };
}

/**
 * A gaming backdrop: a glowing disc behind the head, neon rings around it, triangles, lines and sparks on a dark
 * ground. `centre` is the colour at the left and at the top of the disc, `edge` the one at the right and at the
 * bottom. The seed sets the shapes.
 */
export async function neonGeometric(
  sizePx: number,
  palette: BackdropColours,
  seed: number,
): Promise<Backdrop> {
  const ramp = curvedRamp(palette, BETWEEN_LIGHTNESS);
  const tubes = tubeLight(await rasteriseSvg(neonShapes(sizePx, ramp, seededRandom(seed))));
  const factor = Math.max(1, Math.round(sizePx / GRID));
  const glow = mapPlanes3(tubes, (plane) => scattered(shrink(plane, factor)));
  const side = glow[0].width;
  const picture = shown(ground(side, palette, ramp), glow, sizePx, factor);
  paintDisc(picture, shown(discLight(side, ramp), glow, sizePx, factor), sizePx);
  paintTubes(picture, tubes);
  const [red, green, blue] = picture;
  const image: PlanarImage = { planes: [red.data, green.data, blue.data], width: sizePx, height: sizePx };
  return { image, light: neonLight(palette, ramp) };
}
