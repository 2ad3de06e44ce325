import {
  shortSidePx,
  type BackgroundLight,
  type PictureSize,
  type PlanarImage,
  type Plane,
} from '@avatar/stage';
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
import { DISC, neonShapes, shapesView, type ShapesView } from './neon-shapes.js';
import { exposed, paintTubes, scattered, tubeLight } from './neon-tubes.js';

/** The colour between both is darker than they are: violet between pink and cyan, not their pale average. */
const BETWEEN_LIGHTNESS = 0.7;
/** Ground, disc and glow are smooth: they are computed on about this many points a side and enlarged. */
const GRID = 200;
/** The ground has the hue between both colours: lightness in the middle and in the corners, colourfulness, in Oklab. */
const GROUND = { middle: 0.27, corner: 0.15, chroma: 0.13 };
/** Light of the disc, linear, how much brighter its rim is, and the glow that it throws on the ground. */
const DISC_LIGHT = { light: 1.15, rim: 0.5, glow: 0.16, glowWidth: 0.12 };

/** Points of what is computed small. */
type Grid = Pick<Plane, 'width' | 'height'>;

const planesOn = ({ width, height }: Grid): Planes3 => [
  createPlane(width, height),
  createPlane(width, height),
  createPlane(width, height),
];

const linear = (colour: Rgb): Rgb => [fastLinear(colour[0]), fastLinear(colour[1]), fastLinear(colour[2])];

/** The ground with the glow that the disc throws on it, linear. */
function ground(view: ShapesView, grid: Grid, palette: BackdropColours, ramp: CurvedRamp): Planes3 {
  const middle = linear(hueBetween(palette, GROUND.middle, GROUND.chroma));
  const corner = linear(hueBetween(palette, GROUND.corner, GROUND.chroma));
  const planes = planesOn(grid);
  for (let row = 0, i = 0; row < grid.height; row++) {
    const y = view.top + ((row + 0.5) / grid.height) * view.height;
    for (let column = 0; column < grid.width; column++, i++) {
      const x = view.left + ((column + 0.5) / grid.width) * view.width;
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
function discLight(view: ShapesView, grid: Grid, ramp: CurvedRamp): Planes3 {
  const planes = planesOn(grid);
  for (let row = 0, i = 0; row < grid.height; row++) {
    const y = view.top + ((row + 0.5) / grid.height) * view.height - DISC.y;
    const colour = linear(ramp(smoothstep(-1.05, 1.05, y / DISC.radius)));
    for (let column = 0; column < grid.width; column++, i++) {
      const x = view.left + ((column + 0.5) / grid.width) * view.width - DISC.x;
      const distance = Math.hypot(x, y) / DISC.radius;
      const light = DISC_LIGHT.light * (1 + DISC_LIGHT.rim * Math.min(1, distance) ** 5);
      for (let channel = 0; channel < 3; channel++) planes[channel].data[i] = colour[channel] * light;
    }
  }
  return planes;
}

/** Light and glow through the camera, sRGB-encoded, at full size. */
const shown = (light: Planes3, glow: Planes3, { widthPx, heightPx }: PictureSize, factor: number): Planes3 =>
  mapPlanes3(light, (plane, channel) => {
    const added = glow[channel].data;
    const encoded = mapPlane(plane, (value, i) => fastSrgb(exposed(value + added[i])));
    return enlarge(encoded, widthPx, heightPx, factor);
  });

/** Puts the disc over the picture, in place. */
function paintDisc(picture: Planes3, disc: Planes3, { left, top, width }: ShapesView): void {
  const unit = picture[0].width / width;
  const radius = DISC.radius * unit;
  const [centreX, centreY] = [(DISC.x - left) * unit, (DISC.y - top) * unit];
  const { width: widthPx, height: heightPx } = picture[0];
  for (let y = 0; y < heightPx; y++) {
    const dy = y + 0.5 - centreY;
    if (Math.abs(dy) > radius + 1) continue;
    const half = Math.sqrt(Math.max(0, (radius + 1) ** 2 - dy * dy));
    const first = Math.max(0, Math.floor(centreX - half));
    const last = Math.min(widthPx - 1, Math.ceil(centreX + half));
    for (let x = first; x <= last; x++) {
      const cover = Math.min(1, radius + 0.5 - Math.hypot(x + 0.5 - centreX, dy));
      if (cover <= 0) continue;
      const i = y * widthPx + x;
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
  size: PictureSize,
  palette: BackdropColours,
  seed: number,
): Promise<Backdrop> {
  const ramp = curvedRamp(palette, BETWEEN_LIGHTNESS);
  const tubes = tubeLight(await rasteriseSvg(neonShapes(size, ramp, seededRandom(seed))));
  const factor = Math.max(1, Math.round(shortSidePx(size) / GRID));
  const glow = mapPlanes3(tubes, (plane) => scattered(shrink(plane, factor)));
  const [grid] = glow;
  const view = shapesView(size);
  const picture = shown(ground(view, grid, palette, ramp), glow, size, factor);
  paintDisc(picture, shown(discLight(view, grid, ramp), glow, size, factor), view);
  paintTubes(picture, tubes);
  const [red, green, blue] = picture;
  const { widthPx: width, heightPx: height } = size;
  const image: PlanarImage = { planes: [red.data, green.data, blue.data], width, height };
  return { image, light: neonLight(palette, ramp) };
}
