import { INNER_LIPS, OUTER_LIPS } from '@avatar/face';
import type { Lab } from '@avatar/image';
import { sampleColour } from '../crop/colour-sample.js';
import type { HeadCrop } from '../crop/head-crop.js';
import { outlineOf, pixelsIn } from '../crop/outline.js';

/** The colour of the lips. @returns undefined where they are hardly seen */
export function measureLips(close: HeadCrop): Lab | undefined {
  const mouth = new Set(pixelsIn(outlineOf(close, INNER_LIPS, 1.05)));
  const lips = pixelsIn(outlineOf(close, OUTER_LIPS, 0.92)).filter((pixel) => !mouth.has(pixel));
  return sampleColour(close, lips, 30)?.lab;
}
