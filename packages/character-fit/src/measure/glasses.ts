import { median, quantile, type Lab, mean } from '@avatar/image';
import { distance, sampleColour } from '../crop/colour-sample.js';
import { CROP_PX, likelihood, pointOf, type HeadCrop } from '../crop/head-crop.js';

export interface GlassesMeasure {
  /** 90th percentile of how likely the places around each eye show something worn; mean of both eyes. */
  readonly rim: number;
  /** Mean of the same: high where lenses are covered too. */
  readonly cover: number;
  /** How far the worn thing reaches straight down, in widths of an eye: little without a lower rim. */
  readonly down: number;
  readonly rimColour: Lab | undefined;
}

interface EyePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function measureGlasses(close: HeadCrop, skin: Lab | undefined): GlassesMeasure {
  const eyes = [eyeAt(close, 33, 133), eyeAt(close, 263, 362)];
  const shares = eyes.map((eye) => sharesAround(close, eye));
  return {
    rim: mean(shares.map((values) => quantile(values, 0.9))),
    cover: mean(shares.map(mean)),
    down: mean(eyes.map((eye) => reachDown(close, eye))),
    rimColour: rimColour(close, eyes, skin),
  };
}

function eyeAt(close: HeadCrop, outer: number, inner: number): EyePlace {
  const [x0, y0] = pointOf(close, outer);
  const [x1, y1] = pointOf(close, inner);
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, width: Math.hypot(x1 - x0, y1 - y0) };
}

function sharesAround(close: HeadCrop, { x, y, width }: EyePlace): number[] {
  const shares: number[] = [];
  for (let py = y - 0.7 * width; py < y + 0.8 * width; py += 4)
    for (let px = x - 0.95 * width; px < x + 0.95 * width; px += 4)
      shares.push(likelihood(close, 'other', px, py));
  return shares;
}

/** Farthest place with something worn straight below the eye, in its widths. */
function reachDown(close: HeadCrop, { x, y, width }: EyePlace): number {
  const reach = (dx: number) => {
    let far = 0;
    for (let r = 0.2; r < 1.15; r += 0.03)
      if (likelihood(close, 'other', x + dx * r * width, y + r * width) > 0.35) far = r;
    return far;
  };
  return median([-0.17, 0, 0.17].map(reach));
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
