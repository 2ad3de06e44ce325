import { shortSidePx, type BackgroundLight, type PictureSize } from '@avatar/stage';
import {
  createPlanar,
  createPlane,
  enlarge,
  fastSrgb,
  gaussianBlur,
  lightOf,
  mix,
  seededRandom,
  smoothstep,
} from '@avatar/image';
import type { BackdropColours } from '../colour/backdrop-colours.js';
import type { Backdrop } from '../backdrop.js';

/** The pattern is soft: it is drawn this many times smaller. */
const REDUCED = 2;
/** Light through the blinds on the wall. Lengths are fractions of the side, angles radians. */
const STRIPES = { period: 0.088, tilt: 0.3, widening: 0.35, lit: 0.52, penumbra: 0.2, softness: 0.004 };
/** Where the window's light falls, and how far it reaches. */
const WINDOW = { x: 0.86, y: 0.3, across: 0.42, down: 0.5 };
/** Cords of the blinds, from the window's middle, and the part of the light that they take. */
const CORDS = { offsets: [-0.17, 0.15], width: 0.007, shade: 0.55 };
/** Brightness of the stripes, and of the rest of the wall in the light that the room throws back; that of the dark wall. */
const LIGHT = { stripes: 0.75, room: 0.16, dark: 0.5 };

/** The street's light on the outline that faces the window, away from the stripes, and what the lit wall throws back. */
const streetLight = ({ centre }: BackdropColours): BackgroundLight => {
  const [red, green, blue] = lightOf(centre);
  const brightest = Math.max(red, green, blue, 1e-3);
  const colour = [red / brightest, green / brightest, blue / brightest] as const;
  return {
    eitherSide: true,
    rims: [
      { colour, side: -0.85, strength: 0.42, reach: 0.01 },
      { colour, side: 0.9, strength: 0.28, reach: 0.009 },
    ],
  };
};

/** Share of a slat's period that lets light through at `position`, in periods. */
function slat(position: number): number {
  const within = position - Math.floor(position);
  const half = STRIPES.lit / 2;
  return smoothstep(half + STRIPES.penumbra / 2, half - STRIPES.penumbra / 2, Math.abs(within - 0.5));
}

/**
 * A dark wall with the light of a street through Venetian blinds. The palette's `centre` is the colour of the light on the
 * wall, its `edge` that of the wall in the dark; the blinds hang a little differently with each seed.
 */
export function blinds(size: PictureSize, palette: BackdropColours, seed: number): Backdrop {
  const { widthPx, heightPx } = size;
  const random = seededRandom(seed);
  const phase = random();
  const tilt = STRIPES.tilt * (0.85 + 0.3 * random());
  const side = Math.ceil(shortSidePx(size) / REDUCED);
  const light = createPlane(Math.ceil(widthPx / REDUCED), Math.ceil(heightPx / REDUCED));
  // The wall goes on to both sides, above and below; the window's light keeps its place in the picture.
  const windowX = (WINDOW.x * light.width) / side;
  const windowY = (WINDOW.y * light.height) / side;
  const reachX = (WINDOW.across * light.width) / side;
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  for (let row = 0, i = 0; row < light.height; row++)
    for (let column = 0; column < light.width; column++, i++) {
      const x = (column + 0.5) / side;
      const y = (row + 0.5) / side;
      const across = (x - windowX) / reachX;
      const down = (y - windowY) / ((WINDOW.down * light.height) / side);
      const reach = Math.exp(-across * across - down * down);
      const period = STRIPES.period * (1 + STRIPES.widening * Math.max(-1, windowX - x));
      let lit = slat((y * cos + x * sin) / period + phase);
      for (const offset of CORDS.offsets) {
        const off = Math.abs(x * cos - y * sin - (windowX * cos - windowY * sin) - offset);
        lit *= 1 - CORDS.shade * smoothstep(CORDS.width, CORDS.width / 3, off);
      }
      light.data[i] = LIGHT.stripes * lit * reach + LIGHT.room * (0.35 + 0.65 * reach);
    }
  const soft = enlarge(gaussianBlur(light, STRIPES.softness * side), widthPx, heightPx, REDUCED).data;
  const wall = lightOf(palette.centre);
  const night = lightOf(palette.edge);
  const image = createPlanar(widthPx, heightPx);
  for (let channel = 0; channel < 3; channel++) {
    const bright = wall[channel];
    const dark = LIGHT.dark * night[channel];
    const target = image.planes[channel];
    for (let i = 0; i < target.length; i++) target[i] = fastSrgb(mix(dark, bright, soft[i]));
  }
  return { image, light: streetLight(palette) };
}
