import { shortSidePx, type PictureSize } from '@avatar/stage';
import type { WantedFrame } from './frame-cost.js';
import type { FramingOptions } from './options.js';

/** Share of what a high picture has more than a square that goes above the eyes: they come to its upper third. */
const ABOVE = 0.2;

/** What is wanted of a picture of any shape, when a style says what it wants of a square. */
export function wantedFrame(framing: FramingOptions, circularCrop: boolean, size: PictureSize): WantedFrame {
  const side = shortSidePx(size);
  const [width, height] = [size.widthPx / side, size.heightPx / side];
  return { ...framing, circularCrop, width, height, eyeLine: framing.eyeLine + ABOVE * (height - 1) };
}
