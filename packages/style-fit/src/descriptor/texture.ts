import { clamp } from '@avatar/image';
import type { ExampleView } from './view.js';

/** Side of a patch in pixels. */
export const PATCH = 64;
const CANDIDATES = 40;
const KEPT = 3;
/** A patch is measured at every fourth pixel. */
const STEP = 4;
/** Scales against which grain and form are told apart: 5.6 and 11.2 px. */
const GRAIN_OVER = 3;
const FORM = 4;
const LARGEST = 14;

/** Grain of a part of the example that shows no form. */
export interface TexturePatch {
  /** `PATCH` x `PATCH` differences in L. */
  readonly grain: Float32Array;
  /** Mean of their absolute values. */
  readonly energy: number;
  /** How much the form under it changes, in L. */
  readonly form: number;
}

/** The calmest of many random places. @param random numbers in [0, 1) */
export function texturePatches({ lab, blurred }: ExampleView, random: () => number): TexturePatch[] {
  const { width, height, L } = lab;
  if (width <= PATCH || height <= PATCH) return [];
  const fine = blurred[GRAIN_OVER].data;
  const form = blurred[FORM].data;
  const places = Array.from({ length: CANDIDATES }, () => {
    const start = Math.floor(random() * (height - PATCH)) * width + Math.floor(random() * (width - PATCH));
    let [low, high, energy, count] = [Infinity, -Infinity, 0, 0];
    for (let y = 0; y < PATCH; y += STEP)
      for (let x = 0; x < PATCH; x += STEP, count++) {
        const i = start + y * width + x;
        low = Math.min(low, form[i]);
        high = Math.max(high, form[i]);
        energy += Math.abs(L[i] - fine[i]);
      }
    return { start, form: high - low, energy: energy / count };
  });
  return places
    .sort((one, other) => one.form - other.form || one.start - other.start)
    .slice(0, KEPT)
    .map(({ start, ...measured }) => {
      const grain = new Float32Array(PATCH * PATCH);
      for (let y = 0; y < PATCH; y++)
        for (let x = 0; x < PATCH; x++) {
          const i = start + y * width + x;
          grain[y * PATCH + x] = clamp(L[i] - fine[i], -LARGEST, LARGEST);
        }
      return { grain, ...measured };
    });
}
