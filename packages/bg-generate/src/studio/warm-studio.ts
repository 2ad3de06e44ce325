import type { BackgroundLight, PictureSize } from '@avatar/stage';
import { createPlanar, enlarge, lightOf, mapPlanes, seededRandom, smoothstep, tintOf } from '@avatar/image';
import type { BackdropColours } from '../colour/backdrop-colours.js';
import type { Backdrop } from '../backdrop.js';
import { curvedRamp } from './curved-ramp.js';

/** Gradients are smooth: they are computed on this many points a side and enlarged. */
const GRID = 200;
/** Where the wall is brightest: off the middle to the seed's side, above the shoulders. Fractions of the side. */
const GLOW = { offX: 0.17, offRange: 0.08, y: 0.42, yRange: 0.12, reach: 0.42, fall: 1.2 };
/** The hue between is as light as both ends together. */
const BETWEEN_LIGHTNESS = 1;
/** A floor begins below the picture: the wall darkens towards it. */
const FLOOR = { from: 0.6, strength: 0.16 };

/** A warm lamp on the side of the glow and the cool sky of a window on the other. */
function studioLamps({ centre }: BackdropColours, side: number): BackgroundLight {
  return {
    ambient: { tint: tintOf(lightOf(centre)), strength: 0.1 },
    eitherSide: true,
    rims: [
      { colour: lightOf([1, 0.84, 0.6]), side: 0.85 * side, strength: 0.55, reach: 0.012 },
      { colour: lightOf([0.66, 0.78, 1]), side: -0.9 * side, strength: 0.25, reach: 0.012 },
    ],
  };
}

/**
 * A coloured wall with a glow beside the head, as animated films light their figures: `centre` in the glow, `edge`
 * far from it, the hue between both on the way. The seed sets the place of the glow.
 */
export function warmStudio(
  { widthPx, heightPx }: PictureSize,
  palette: BackdropColours,
  seed: number,
): Backdrop {
  const ramp = curvedRamp(palette, BETWEEN_LIGHTNESS);
  const random = seededRandom(seed);
  const side = random() < 0.5 ? -1 : 1;
  const glowX = 0.5 + side * (GLOW.offX + GLOW.offRange * random());
  const glowY = GLOW.y + GLOW.yRange * random();
  const image = createPlanar(GRID, GRID);
  for (let row = 0, i = 0; row < GRID; row++) {
    const y = (row + 0.5) / GRID;
    const floor = FLOOR.strength * smoothstep(FLOOR.from, 1, y);
    for (let column = 0; column < GRID; column++, i++) {
      const x = (column + 0.5) / GRID;
      const square = (x - glowX) ** 2 + (y - glowY) ** 2;
      const colour = ramp((GLOW.fall * square) / (square + GLOW.reach * GLOW.reach) + floor);
      for (let channel = 0; channel < 3; channel++) image.planes[channel][i] = colour[channel];
    }
  }
  return {
    image: mapPlanes(image, (plane) => enlarge(plane, widthPx, heightPx)),
    light: studioLamps(palette, side),
  };
}
