import type { PictureSize, PlanarImage } from '@avatar/stage';
import { createPlanar, enlarge, mapPlanes, mix, seededRandom, smoothstep } from '@avatar/image';
import type { BackdropColours, Rgb } from '../colour/backdrop-colours.js';
import { colourRamp, rampAt } from './colour-ramp.js';
import { chromaOf, oklabOf, rgbOfOklab } from '../colour/oklab.js';

/** Gradients are smooth: they are computed on this many points a side and enlarged. */
const GRID = 200;

const enlarged = (image: PlanarImage, { widthPx, heightPx }: PictureSize): PlanarImage =>
  mapPlanes(image, (plane) => enlarge(plane, widthPx, heightPx));

/** Share of an S-curve in the way from corner to corner, so that both colours have room. */
const EASE = 0.5;

/**
 * From `centre` in the top left corner to `edge` in the bottom right, mixed in Oklab with the colourfulness of the
 * ends kept. Floats, so it has no bands. Equal colours give exactly that colour.
 */
export function diagonalGradient(size: PictureSize, { centre, edge }: BackdropColours): PlanarImage {
  if (centre.every((value, channel) => value === edge[channel])) return flatColour(size, centre);
  const ramp = colourRamp(centre, edge);
  const image = createPlanar(GRID, GRID);
  for (let y = 0, i = 0; y < GRID; y++)
    for (let x = 0; x < GRID; x++, i++) {
      const along = (x + y) / (2 * (GRID - 1));
      const position = mix(along, smoothstep(0, 1, along), EASE);
      for (let channel = 0; channel < 3; channel++)
        image.planes[channel][i] = rampAt(ramp[channel], position);
    }
  return enlarged(image, size);
}

/** Lightness and largest colourfulness of a pastel in Oklab. */
const PASTEL = { darkest: 0.8, lightest: 0.92, chroma: 0.1 };

/** The same hue, pale and bright; pale colours hardly change. */
export function pastelOf(colour: Rgb): Rgb {
  const lab = oklabOf(colour);
  const chroma = chromaOf(lab);
  const kept = chroma === 0 ? 0 : Math.tanh(chroma / PASTEL.chroma) / (chroma / PASTEL.chroma);
  return rgbOfOklab([mix(PASTEL.darkest, PASTEL.lightest, lab[0]), lab[1] * kept, lab[2] * kept]);
}

/** The third tone: a pale glow of the first, in the upper half. Fractions of the side. */
const GLOW = { lightness: 0.975, chroma: 0.35, strength: 0.6, reach: 0.36, y: 0.2, xMin: 0.55, xRange: 0.3 };
/** The border between the two colours swings this far and this wide. */
const WAVE = { height: 0.1, length: 1.4 };

/**
 * Pastel versions of `centre`, top left, and `edge`, bottom right, that flow into each other along a soft wave, and a
 * paler glow in the upper right; wave and glow move a little with the seed. Mixed in Oklab.
 */
export function pastelGradient(
  size: PictureSize,
  { centre, edge }: BackdropColours,
  seed: number,
): PlanarImage {
  const random = seededRandom(seed);
  const glowX = GLOW.xMin + GLOW.xRange * random();
  const phase = 2 * Math.PI * random();
  const first = pastelOf(centre);
  const ramp = colourRamp(first, pastelOf(edge));
  const [, a, b] = oklabOf(first);
  const pale = rgbOfOklab([GLOW.lightness, a * GLOW.chroma, b * GLOW.chroma]);
  const image = createPlanar(GRID, GRID);
  for (let row = 0, i = 0; row < GRID; row++) {
    const y = (row + 0.5) / GRID;
    for (let column = 0; column < GRID; column++, i++) {
      const x = (column + 0.5) / GRID;
      const wave = WAVE.height * Math.sin((2 * Math.PI * (x - y)) / WAVE.length + phase);
      const position = smoothstep(0.02, 0.98, 0.38 * x + 0.62 * y + wave * (1 - Math.abs(x + y - 1)));
      const distance = ((x - glowX) ** 2 + (y - GLOW.y) ** 2) / (GLOW.reach * GLOW.reach);
      const glow = GLOW.strength * Math.exp(-distance);
      for (let channel = 0; channel < 3; channel++)
        image.planes[channel][i] = mix(rampAt(ramp[channel], position), pale[channel], glow);
    }
  }
  return enlarged(image, size);
}

/** Exactly one colour. */
export function flatColour({ widthPx, heightPx }: PictureSize, colour: Rgb): PlanarImage {
  const image = createPlanar(widthPx, heightPx);
  for (let channel = 0; channel < 3; channel++) image.planes[channel].fill(colour[channel]);
  return image;
}
