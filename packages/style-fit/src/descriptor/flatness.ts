import { boxBlur, createPlane } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { lightnessPlane, type ExampleView } from './view.js';

/** Half the side of the window. */
const RADIUS = 4;
/** Less spread than this, in L, is a flat tone. */
const FLAT = 2.2;

/** Standard deviation of the lightness around every pixel. */
export function localSpread({ lab }: ExampleView): Plane {
  const lightness = lightnessPlane(lab);
  const squared = createPlane(lab.width, lab.height);
  for (let i = 0; i < lab.L.length; i++) squared.data[i] = lab.L[i] * lab.L[i];
  const mean = boxBlur(lightness, RADIUS);
  const spread = boxBlur(squared, RADIUS);
  for (let i = 0; i < spread.data.length; i++)
    spread.data[i] = Math.sqrt(Math.max(0, spread.data[i] - mean.data[i] * mean.data[i]));
  return spread;
}

/** Share of the picture in flat tones. */
export function flatShare({ data }: Plane): number {
  let flat = 0;
  for (const value of data) if (value < FLAT) flat++;
  return flat / data.length;
}
