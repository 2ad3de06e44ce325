import { shortSidePx, type PictureSize, type PlanarImage } from '@avatar/stage';
import { clamp, createPlanar, linearToSrgb, seededRandom, srgbToLinear } from '@avatar/image';
import type { BackdropColours, Rgb } from '../colour/backdrop-colours.js';

/** Where the rays come from, behind the head. Fractions of the side. */
const SOURCE = { x: 0.5, y: 0.44 };
/** Pairs of a light and a dark ray. */
const RAYS = 11;
/** Distance between dots and the angle of their grid; a printer's screen for one colour stands at 45 degrees. */
const DOTS = { pitch: 0.0185, turn: Math.PI / 4 };
/** Radius of the dots in pitches: none within `from` of the source, largest from `to` on. Fractions of the side. */
const GROWTH = { from: 0.26, to: 0.78, largest: 0.47 };
/** The dots' ink lets this share of the light through. */
const INK = 0.62;

const inked = (colour: Rgb): Rgb => [
  linearToSrgb(srgbToLinear(colour[0]) * INK),
  linearToSrgb(srgbToLinear(colour[1]) * INK),
  linearToSrgb(srgbToLinear(colour[2]) * INK),
];

/** Tells how much of a pixel a dot covers, from its place relative to the source. */
function dotScreen(sizePx: number): (dx: number, dy: number, distance: number) => number {
  const pitch = DOTS.pitch * sizePx;
  const cos = Math.cos(DOTS.turn) / pitch;
  const sin = Math.sin(DOTS.turn) / pitch;
  const growth = GROWTH.largest / (GROWTH.to - GROWTH.from) / sizePx;
  return (dx, dy, distance) => {
    const radius = Math.min(GROWTH.largest, growth * (distance - GROWTH.from * sizePx)) * pitch;
    if (radius <= 0) return 0;
    const u = dx * cos + dy * sin;
    const v = dy * cos - dx * sin;
    const du = u - Math.round(u);
    const dv = v - Math.round(v);
    return clamp(radius - Math.sqrt(du * du + dv * dv) * pitch + 0.5);
  };
}

/**
 * A comic's backdrop: flat rays in both colours of the palette that spread from behind the head, and a printer's dots
 * that grow towards the corners. The seed turns the rays.
 */
export function comicRays(size: PictureSize, { centre, edge }: BackdropColours, seed: number): PlanarImage {
  const { widthPx, heightPx } = size;
  const turn = 2 * Math.PI * seededRandom(seed)();
  const inks = [inked(centre), inked(edge)];
  const dotAt = dotScreen(shortSidePx(size));
  const image = createPlanar(widthPx, heightPx);
  for (let y = 0, i = 0; y < heightPx; y++) {
    const dy = y + 0.5 - SOURCE.y * heightPx;
    for (let x = 0; x < widthPx; x++, i++) {
      const dx = x + 0.5 - SOURCE.x * widthPx;
      const distance = Math.sqrt(dx * dx + dy * dy);
      const wave = Math.sin(RAYS * Math.atan2(dy, dx) + turn);
      // Near its zero the wave is the distance to the border of the rays, in units of `distance / RAYS`.
      const dark = clamp(0.5 + (wave * distance) / RAYS);
      const dot = dotAt(dx, dy, distance);
      for (let channel = 0; channel < 3; channel++) {
        const light = centre[channel] + (inks[0][channel] - centre[channel]) * dot;
        const shade = edge[channel] + (inks[1][channel] - edge[channel]) * dot;
        image.planes[channel][i] = light + (shade - light) * dark;
      }
    }
  }
  return image;
}
