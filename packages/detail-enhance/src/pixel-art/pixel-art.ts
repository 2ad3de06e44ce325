import {
  createPlanar,
  createPlane,
  fromLab,
  gaussianBlur,
  planesOf,
  shrink,
  toLab,
  type LabImage,
} from '@avatar/image';
import type { PlanarImage, Plane } from '@avatar/stage';
import type { PixelParameters } from '@avatar/styles';
import { clusterColours, nearestCentre } from './colour-clusters.js';

/** B. Bayer, "An optimum method for two-level rendition of continuous-tone pictures", 1973. */
const BAYER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5];
/** A cell belongs to the person from this opacity on. */
const PERSON = 0.5;
/** Small pictures need more contrast at small features. */
const SHARPENING = { amount: 0.7, sigma: 1.2 };
/** Lightness of the person's outermost cells, as a factor. */
const OUTLINE = 0.35;
/** A palette beyond this is not seen as one. */
const MAX_COLOURS = 128;

export interface PixelArtInput {
  readonly image: PlanarImage;
  /** Opacity of the person. */
  readonly alpha: Plane;
  readonly pixels: PixelParameters;
  /** In (0, 1]. */
  readonly intensity: number;
}

export interface PixelArt {
  readonly image: PlanarImage;
  /** 1 in the cells of the person, 0 elsewhere. */
  readonly person: Plane;
}

function product(one: Plane, other: Plane, complement: boolean): Plane {
  const plane = createPlane(one.width, one.height);
  for (let i = 0; i < plane.data.length; i++)
    plane.data[i] = one.data[i] * (complement ? 1 - other.data[i] : other.data[i]);
  return plane;
}

/** Mean colours of the cells: over the person where the cell is the person's, else over what is behind. */
function cellsOf(image: PlanarImage, alpha: Plane, share: Plane, cellPx: number): PlanarImage {
  const cells = createPlanar(share.width, share.height);
  planesOf(image).forEach((plane, channel) => {
    const person = shrink(product(plane, alpha, false), cellPx).data;
    const behind = shrink(product(plane, alpha, true), cellPx).data;
    const target = cells.planes[channel];
    for (let i = 0; i < target.length; i++)
      target[i] = share.data[i] >= PERSON ? person[i] / share.data[i] : behind[i] / (1 - share.data[i]);
  });
  return cells;
}

function sharpenPerson({ L, width, height }: LabImage, share: Plane): void {
  const soft = gaussianBlur({ data: L, width, height }, SHARPENING.sigma).data;
  for (let i = 0; i < L.length; i++)
    if (share.data[i] >= PERSON) L[i] += SHARPENING.amount * (L[i] - soft[i]);
}

const touchesBackground = (share: Plane, i: number, x: number): boolean =>
  (x > 0 && share.data[i - 1] < PERSON) ||
  (x < share.width - 1 && share.data[i + 1] < PERSON) ||
  (i >= share.width && share.data[i - share.width] < PERSON) ||
  (i + share.width < share.data.length && share.data[i + share.width] < PERSON);

/** Reduces the person's cells to a palette, with ordered dither and a dark outline, in place. */
function reduceColours(lab: LabImage, share: Plane, colours: number, dither: number): void {
  const { L, a, b, width } = lab;
  const person: number[] = [];
  for (let i = 0; i < L.length; i++) if (share.data[i] >= PERSON) person.push(i);
  if (person.length === 0) return;
  const points = new Float32Array(person.length * 3);
  person.forEach((i, k) => points.set([L[i], a[i], b[i]], k * 3));
  const palette = clusterColours(points, colours);
  for (const i of person) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const threshold = (BAYER[(y & 3) * 4 + (x & 3)] + 0.5) / 16 - 0.5;
    const at = nearestCentre(palette, L[i] + 2 * dither * threshold, a[i], b[i]) * 3;
    L[i] = palette[at] * (touchesBackground(share, i, x) ? OUTLINE : 1);
    a[i] = palette[at + 1];
    b[i] = palette[at + 2];
  }
}

/** Each cell as a square of `cellPx` pixels. */
function enlargeCells(cells: Plane, width: number, height: number, cellPx: number): Plane {
  const plane = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / cellPx) * cells.width;
    for (let x = 0; x < width; x++, i++) plane.data[i] = cells.data[row + Math.floor(x / cellPx)];
  }
  return plane;
}

/**
 * Turns the finished picture into pixel art: square cells, a small palette found in the person, ordered dither, a
 * dark outline. A lower intensity has smaller cells and more colours. Undefined where cells would be single pixels.
 */
export function pixelArt({ image, alpha, pixels, intensity }: PixelArtInput): PixelArt | undefined {
  const { width, height } = image;
  const cellPx = Math.round((Math.min(width, height) / pixels.cells) * intensity);
  if (cellPx < 2) return undefined;
  const share = shrink(alpha, cellPx);
  const lab = toLab(cellsOf(image, alpha, share, cellPx));
  sharpenPerson(lab, share);
  reduceColours(lab, share, Math.min(MAX_COLOURS, Math.round(pixels.colours / intensity)), pixels.dither);
  const [red, green, blue] = planesOf(fromLab(lab)).map(
    (plane) => enlargeCells(plane, width, height, cellPx).data,
  );
  const person = { ...share, data: share.data.map((value) => (value >= PERSON ? 1 : 0)) };
  return {
    image: { planes: [red, green, blue], width, height },
    person: enlargeCells(person, width, height, cellPx),
  };
}
