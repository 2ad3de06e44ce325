import { median, quantile, type Lab } from '@avatar/image';
import { distance, sampleColour } from '../crop/colour-sample.js';
import { CROP_PX, likelihood, pointOf, type HeadCrop } from '../crop/head-crop.js';

export interface GlassesMeasure {
  /** 90th percentile of how likely the places around each eye show something worn; mean of both eyes. */
  readonly rim: number;
  /** Mean of the same: high where lenses are covered too. */
  readonly cover: number;
  /** How far the worn thing reaches straight down, in widths of an eye: little without a lower rim. */
  readonly down: number;
  /** Share of the box's corners below that are worn, against its middle: low where rims are round. */
  readonly corner: number;
  readonly rimColour: Lab | undefined;
  /** Lightness of the lens over that of the cheek. */
  readonly lens: number;
}

interface EyePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** -1 where the outer corner lies to the left. */
  readonly outward: -1 | 1;
}

export function measureGlasses(close: HeadCrop, skin: Lab | undefined): GlassesMeasure {
  const eyes = [eyeAt(close, 33, 133, -1), eyeAt(close, 263, 362, 1)];
  const shares = eyes.map((eye) => sharesAround(close, eye));
  const reaches = eyes.map((eye) => reachOf(close, eye));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    rim: mean(shares.map((values) => quantile(values, 0.9))),
    cover: mean(shares.map(mean)),
    down: mean(reaches.map(({ down }) => down)),
    corner: mean(reaches.map(({ corner }) => corner)),
    rimColour: rimColour(close, eyes, skin),
    lens: mean(eyes.map((eye) => lensLightness(close, eye))) / Math.max(20, skin?.[0] ?? 60),
  };
}

function eyeAt(close: HeadCrop, outer: number, inner: number, outward: -1 | 1): EyePlace {
  const [x0, y0] = pointOf(close, outer);
  const [x1, y1] = pointOf(close, inner);
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, width: Math.hypot(x1 - x0, y1 - y0), outward };
}

function sharesAround(close: HeadCrop, { x, y, width }: EyePlace): number[] {
  const shares: number[] = [];
  for (let py = y - 0.7 * width; py < y + 0.8 * width; py += 4)
    for (let px = x - 0.95 * width; px < x + 0.95 * width; px += 4)
      shares.push(likelihood(close, 'other', px, py));
  return shares;
}

const DEGREE = Math.PI / 180;

function reachOf(close: HeadCrop, { x, y, width, outward }: EyePlace) {
  /** Farthest place with something worn, at an angle from the eye that opens downwards from its outer side. */
  const reach = (degrees: number) => {
    const angle = degrees * DEGREE;
    let far = 0;
    for (let r = 0.2; r < 1.15; r += 0.03) {
      const px = x + outward * Math.cos(angle) * r * width;
      if (likelihood(close, 'other', px, y + Math.sin(angle) * r * width) > 0.35) far = r;
    }
    return far;
  };
  const at = (middle: number) => median([middle - 8, middle, middle + 8].map(reach));
  const [side, down, diagonal] = [at(0), at(90), at(45)];
  const ellipse = Math.SQRT2 / Math.sqrt(1 / (side * side + 1e-6) + 1 / (down * down + 1e-6));
  return { down, corner: diagonal / Math.max(0.1, ellipse) };
}

/** Of what is worn, the two fifths that differ most from the skin; the lens is left out. */
function rimColour(close: HeadCrop, eyes: readonly EyePlace[], skin: Lab | undefined): Lab | undefined {
  const pixels: number[] = [];
  for (const { x, y, width } of eyes)
    for (let py = Math.round(y - 0.8 * width); py < y + 0.9 * width; py += 2)
      for (let px = Math.round(x - 1.05 * width); px < x + 1.05 * width; px += 2) {
        const isLens = Math.abs(px - x) < 0.3 * width && Math.abs(py - y) < 0.3 * width;
        if (px < 0 || py < 0 || px >= CROP_PX || py >= CROP_PX || isLens) continue;
        if (likelihood(close, 'other', px, py) > 0.4) pixels.push(py * CROP_PX + px);
      }
  if (pixels.length < 20) return undefined;
  const { L, a, b } = close.lab;
  const away = pixels.map((i) => distance(skin ?? [60, 15, 20], [L[i], a[i], b[i]]));
  const least = quantile(away, 0.6);
  return sampleColour(
    close,
    pixels.filter((_, i) => away[i] >= least),
  )?.lab;
}

function lensLightness(close: HeadCrop, { x, y, width }: EyePlace): number {
  const values: number[] = [];
  for (let py = y + 0.15 * width; py < y + 0.4 * width; py += 2)
    for (let px = x - 0.4 * width; px < x + 0.4 * width; px += 2)
      values.push(close.lab.L[Math.floor(py) * CROP_PX + Math.floor(px)] ?? 0);
  return median(values);
}
