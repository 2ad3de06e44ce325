import { clamp, createPlane, mix, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { Relief } from './relief.js';

/** Parallel lines that are bent by a relief, as a tool is led over a form. */
export interface LineFamily {
  /** Of the lines to the horizontal, in radians. */
  readonly angle: number;
  /** How much the relief bends them: lines for each pixel of height, times the pitch. */
  readonly bend: number;
  /** Distance of the lines in pixels where the form is flat. */
  readonly pitchPx: number;
  readonly phase: number;
}

/** Half the width of the soft edge of a line, in lines. */
const EDGE = 0.62;
/** Lines that a steep form crowds get thinner: they keep their darkness. */
const CROWDING = { full: 1.25, loss: 0.38, least: 0.25 };
/**
 * Lines for each pixel up to which a form may crowd them, and between which they become an even tone. Closer ones are rings
 * that nobody drew: pixels show no more than half a line each.
 */
const CLOSEST = 0.34;
const TOO_CLOSE = { from: 0.36, to: 0.46 };
/** A trembling hand, in lines. */
const TREMOR = 0.05;
const LEAST_WIDTH = 0.015;

/** Which line each pixel lies on: whole numbers are the middles of lines. */
export function linePhase(
  { angle, bend, pitchPx, phase }: LineFamily,
  { height: relief, steepness }: Relief,
): Plane {
  const { width, height } = relief;
  const u = createPlane(width, height);
  const [along, across] = [Math.sin(angle) / pitchPx, Math.cos(angle) / pitchPx];
  const room = Math.max(0, CLOSEST - 1 / pitchPx);
  const lift = Math.min(bend / pitchPx, steepness > 0 ? room / steepness : Infinity);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) u.data[i] = across * y + along * x + lift * relief.data[i] + phase;
  return u;
}

/**
 * How much of pixel `x`, `y` ink covers, in [0, 1].
 * @param line width of the lines in [0, 1]: 1 leaves no paper
 * @param tremor of the hand at the pixel, root mean square 1
 */
export function coverage(
  { data, width, height }: Plane,
  x: number,
  y: number,
  line: number,
  pitchPx: number,
  tremor: number,
): number {
  if (line <= LEAST_WIDTH) return 0;
  const i = y * width + x;
  const j = clamp(y, 1, height - 2) * width + clamp(x, 1, width - 2);
  const dx = (data[j + 1] - data[j - 1]) / 2;
  const dy = (data[j + width] - data[j - width]) / 2;
  const slope = Math.max(0.05, Math.sqrt(dx * dx + dy * dy));
  const place = data[i] + TREMOR * tremor;
  const away = Math.abs(place - Math.round(place));
  const crowded = clamp(CROWDING.full - CROWDING.loss * slope * pitchPx, CROWDING.least, 1);
  const drawn = clamp(((line / 2) * crowded - away) / (EDGE * slope) + 0.5);
  return mix(drawn, line * crowded, smoothstep(TOO_CLOSE.from, TOO_CLOSE.to, slope)) * clamp(9 * line);
}
