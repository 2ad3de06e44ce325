import { CHIN } from '@avatar/face';
import { median, type Lab } from '@avatar/image';
import { distance, sampleColour, type ColourSample } from '../crop/colour-sample.js';
import {
  CROP_PX,
  indexAt,
  isInPhoto,
  likelihood,
  pixelAt,
  pointOf,
  type HeadCrop,
} from '../crop/head-crop.js';

interface ClothColour {
  readonly lab: Lab;
  /** Share of the clothes, in [0, 1]. */
  readonly share: number;
}

export interface ClothingMeasure {
  /** How many pixels (every third of every third row) show clothes. */
  readonly count: number;
  readonly main: ClothColour;
  readonly second: ClothColour | undefined;
  /** From the chin down to the first clothes, in head heights; undefined where none are seen. */
  readonly neckMiddle: number | undefined;
  readonly neckSides: number | undefined;
  readonly neckFar: number | undefined;
  readonly inner: ColourSample | undefined;
  readonly outer: readonly (ColourSample | undefined)[];
}

const LEAST_PIXELS = 60;
/** Lightness counts less than hue when clothes are told apart: folds change it. */
const LIGHTNESS_WEIGHT = 0.7;
const CLUSTERS = 3;
const ROUNDS = 12;
/** Nearer colours are one. */
const SAME_COLOUR = 18;

/** @returns undefined where hardly any clothes are seen */
export function measureClothing(wide: HeadCrop): ClothingMeasure | undefined {
  const chin = (pointOf(wide, CHIN)[1] - wide.eyes[1]) / wide.headPx;
  const pixels = clothPixels(wide);
  if (pixels.length < LEAST_PIXELS) return undefined;
  const [main, ...others] = mergedColours(clusters(wide, pixels));
  const down = (us: readonly number[]) => {
    const found = us.map((u) => clothesBelow(wide, u, chin)).filter((v) => v !== undefined);
    return found.length > 0 ? median(found) : undefined;
  };
  const v = chin + 0.22;
  return {
    count: pixels.length,
    main,
    second: others.find(({ share }) => share > 0.06),
    neckMiddle: down([0]),
    neckSides: down([-0.18, 0.18]),
    neckFar: down([-0.26, 0.26]),
    inner: stripOf(wide, -0.14, 0.14, v, v + 0.22),
    outer: [stripOf(wide, -0.6, -0.34, v, v + 0.4), stripOf(wide, 0.34, 0.6, v, v + 0.4)],
  };
}

function clothPixels(wide: HeadCrop): number[] {
  const pixels: number[] = [];
  for (let y = Math.max(0, Math.round(pointOf(wide, CHIN)[1])); y < CROP_PX; y += 3)
    for (let x = 0; x < CROP_PX; x += 3)
      if (isInPhoto(wide, x, y) && likelihood(wide, 'clothes', x, y) > 0.6) pixels.push(y * CROP_PX + x);
  return pixels;
}

/** k-means (S. Lloyd, 1982), begun at the 10th, 50th and 90th percentile of the lightness. */
function clusters({ lab }: HeadCrop, pixels: readonly number[]): ClothColour[] {
  const features = pixels.map((i): Lab => [LIGHTNESS_WEIGHT * lab.L[i], lab.a[i], lab.b[i]]);
  const byLightness = [...features].sort((one, other) => one[0] - other[0]);
  let centres = [0.1, 0.5, 0.9].map((share) => byLightness[Math.floor(share * (byLightness.length - 1))]);
  let counts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sums = Array.from({ length: CLUSTERS }, () => [0, 0, 0, 0]);
    for (const feature of features) {
      const sum = sums[nearest(centres, feature)];
      feature.forEach((value, axis) => (sum[axis] += value));
      sum[3]++;
    }
    counts = sums.map((sum) => sum[3]);
    centres = sums.map(([L, a, b, n], k): Lab => (n > 0 ? [L / n, a / n, b / n] : centres[k]));
  }
  return centres
    .map(([L, a, b], k): ClothColour => ({
      lab: [L / LIGHTNESS_WEIGHT, a, b],
      share: counts[k] / pixels.length,
    }))
    .sort((one, other) => other.share - one.share);
}

function nearest(centres: readonly Lab[], feature: Lab): number {
  let best = 0;
  for (let k = 1; k < centres.length; k++)
    if (distance(centres[k], feature) < distance(centres[best], feature)) best = k;
  return best;
}

/** Shades of the main colour count for it; the others follow by their share. */
function mergedColours([main, ...rest]: readonly ClothColour[]): ClothColour[] {
  const isShade = ({ lab }: ClothColour) =>
    distance([0.8 * lab[0], lab[1], lab[2]], [0.8 * main.lab[0], main.lab[1], main.lab[2]]) < SAME_COLOUR;
  const shades = rest.filter(isShade);
  const share = shades.reduce((sum, shade) => sum + shade.share, main.share);
  return [{ ...main, share }, ...rest.filter((other) => !isShade(other))];
}

/** Distance from the chin to the first clothes of a column. */
function clothesBelow(wide: HeadCrop, u: number, chin: number): number | undefined {
  for (let v = chin + 0.02; v < 1.35; v += 0.02) {
    const [x, y] = pixelAt(wide, u, v);
    if (!isInPhoto(wide, x, y)) return undefined;
    if (likelihood(wide, 'clothes', x, y) > 0.5) return v - chin;
  }
  return undefined;
}

function stripOf(wide: HeadCrop, left: number, right: number, top: number, bottom: number) {
  const pixels: number[] = [];
  for (let v = top; v < bottom; v += 0.02)
    for (let u = left; u < right; u += 0.02) {
      const [x, y] = pixelAt(wide, u, v);
      if (isInPhoto(wide, x, y) && likelihood(wide, 'clothes', x, y) > 0.5) pixels.push(indexAt(x, y));
    }
  return sampleColour(wide, pixels, 9);
}
