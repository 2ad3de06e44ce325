import { quantile, type Lab } from '@avatar/image';
import { CROP_PX, isInPhoto, likelihood, type HeadCrop } from '../crop/head-crop.js';
import { mixed, sampleColour } from '../crop/colour-sample.js';
import { ramp } from './ramp.js';

export interface HairColour {
  /** As people name it: they look at what is lit. */
  readonly lab: Lab;
  readonly lightest: Lab;
  readonly chroma: number;
  /** How many pixels were sure to be hair. */
  readonly count: number;
}

/** People name a colour lighter than its median; but black hair that shines is black. */
const LIT_SHARE = 0.4;
const BLACK = { from: 12, to: 30 };

/** Pixels that are surely hair, every second one of every second row. */
export function hairPixels(wide: HeadCrop): number[] {
  const pixels: number[] = [];
  for (let y = 0; y < CROP_PX; y += 2)
    for (let x = 0; x < CROP_PX; x += 2)
      if (likelihood(wide, 'hair', x, y) > 0.8 && isInPhoto(wide, x, y)) pixels.push(y * CROP_PX + x);
  return pixels;
}

/** @returns undefined where there is hardly any hair */
export function measureHairColour(wide: HeadCrop, pixels: readonly number[]): HairColour | undefined {
  const L = pixels.map((pixel) => wide.lab.L[pixel]);
  const within = (from: number, to: number) => {
    const [low, high] = [quantile(L, from), quantile(L, to)];
    return pixels.filter((_, i) => L[i] >= low && L[i] <= high);
  };
  const middle = sampleColour(wide, within(0.2, 0.8), 60);
  if (middle === undefined) return undefined;
  const lit = sampleColour(wide, within(0.85, 0.95), 5) ?? middle;
  return {
    lab: mixed(middle.lab, lit.lab, LIT_SHARE * ramp(BLACK.from, BLACK.to, middle.lab[0])),
    lightest: lit.lab,
    chroma: middle.chroma,
    count: pixels.length,
  };
}
