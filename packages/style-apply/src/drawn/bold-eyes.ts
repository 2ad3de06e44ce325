import { clamp } from '@avatar/image';
import { lay, type Canvas } from './canvas.js';
import type { DrawnSubject } from './subject.js';

/** Contrast around a middle lightness, what is added to it, and colourfulness. */
const BOLD = { middle: 35, contrast: 1.5, lightness: 38, chroma: 1.2 };

/** The photo's own eyes with more contrast and colour, laid over the drawing. */
export function boldEyes(canvas: Canvas, { lab, eyes }: DrawnSubject): void {
  for (let i = 0; i < eyes.data.length; i++) {
    if (eyes.data[i] <= 0.02) continue;
    const L = clamp((lab.L[i] - BOLD.middle) * BOLD.contrast + BOLD.lightness, 4, 96);
    lay(canvas, i, L, lab.a[i] * BOLD.chroma, lab.b[i] * BOLD.chroma, eyes.data[i]);
  }
}
