import { clamp, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { bandEnergies, type DetailLevels } from './bands.js';

/** How much each band is raised, and the amplitude under which fine detail is taken for noise. */
export interface SharpeningPlan {
  readonly fine: number;
  readonly medium: number;
  readonly coarse: number;
  readonly core: number;
  /** 1 when the photo has all the fine detail of a sharp portrait, towards 0 when it is soft. */
  readonly sharpness: number;
}

/** Energy of the bands of sharp portraits at 800 px over the face, relative to the coarse band. */
const SHARP = { fine: 0.68, medium: 0.78 };
/** What a sharp photo gets, the most that a soft one gets, and the gain for each missing factor of 2.7, for strength 1. */
const GAIN = {
  fine: { least: 0.1, usual: 0.6, most: 2.2, slope: 1.1 },
  medium: { least: 0.1, usual: 0.4, most: 1.6, slope: 2.4 },
  coarse: { least: 0, usual: 0.1, most: 0.5, slope: 1 },
};
/** A face with more detail of the size of lashes and wrinkles than this has contrast enough: it gets that much less. */
const RICH = 0.016;
/** Detail under this many standard deviations of the noise is left alone. */
const CORE_SIGMAS = 1.2;

/** Compares the face's detail with that of a sharp portrait and decides what is missing. */
export function planSharpening(
  levels: DetailLevels,
  face: Plane,
  noise: number,
  strength: number,
): SharpeningPlan {
  const energy = bandEnergies(levels, face);
  const coarse = Math.max(energy.coarse, 1e-4);
  const withoutNoise = (value: number, share: number) =>
    Math.sqrt(Math.max(value * value - (share * noise) ** 2, 1e-8));
  const fine = withoutNoise(energy.fine, 0.9) / coarse;
  const medium = withoutNoise(energy.medium, 0.3) / coarse;
  const restraint = Math.min(1, RICH / Math.max(energy.medium, 1e-4));
  const gain = (band: (typeof GAIN)['fine'], measured: number, sharp: number) =>
    strength *
    restraint *
    clamp(band.usual + band.slope * Math.log(sharp / Math.max(measured, 0.02)), band.least, band.most);
  return {
    fine: gain(GAIN.fine, fine, SHARP.fine),
    medium: gain(GAIN.medium, medium, SHARP.medium),
    coarse: gain(GAIN.coarse, medium, SHARP.medium),
    core: CORE_SIGMAS * noise,
    sharpness: smoothstep(0.3 * SHARP.fine, 0.8 * SHARP.fine, fine),
  };
}

/** Amplitude that sharpening adds at most: strong edges have contrast enough and would get halos. */
const LIMIT = 0.04;

/** Detail that is added to a pixel, from its values in the bands. */
export function addedDetail(plan: SharpeningPlan, fine: number, medium: number, coarse: number): number {
  const size = Math.abs(fine);
  const cored = size <= plan.core ? 0 : fine * (1 - plan.core / size);
  const raw = plan.fine * cored + plan.medium * medium + plan.coarse * coarse;
  return raw / (1 + Math.abs(raw) / LIMIT);
}
