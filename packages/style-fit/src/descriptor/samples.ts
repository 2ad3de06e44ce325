import type { Lab } from '@avatar/image';
import type { ExampleView } from './view.js';

/** Colours from anywhere, and from where the subject of a portrait is: left, right, top and bottom as shares. */
const ANYWHERE = { count: 600, left: 0, right: 1, top: 0, bottom: 1 };
const SUBJECT = { count: 400, left: 0.2, right: 0.8, top: 0.2, bottom: 0.97 };

export interface ColourSamples {
  readonly anywhere: readonly Lab[];
  readonly subject: readonly Lab[];
}

/** @param random numbers in [0, 1) */
export function colourSamples({ lab }: ExampleView, random: () => number): ColourSamples {
  const { width, height, L, a, b } = lab;
  const drawn = ({ count, left, right, top, bottom }: typeof ANYWHERE): Lab[] =>
    Array.from({ length: count }, () => {
      const x = Math.floor((left + (right - left) * random()) * width);
      const y = Math.floor((top + (bottom - top) * random()) * height);
      const i = y * width + x;
      return [L[i], a[i], b[i]];
    });
  return { anywhere: drawn(ANYWHERE), subject: drawn(SUBJECT) };
}
