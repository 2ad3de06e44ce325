import { invalidOption, type Finding, type Verdict } from '@avatar/stage';

const MAX_ATTEMPTS = 3;
const DEFAULT_LADDER = [1, 0.7, 0.45];

/** The step down is never smaller than this, so that the next attempt differs, nor larger, so that a style is left. */
const LARGEST_FACTOR = 0.85;
const SMALLEST_FACTOR = 0.4;
/** Aims a little below the intensity that would just pass. */
const MARGIN = 0.05;

const failedFindings = ({ findings }: Verdict): Finding[] =>
  findings.filter(({ status }) => status === 'failed');

/** Whether a lower intensity can help at all: it cannot when every failed check is about something else. */
export function canRetry(verdict: Verdict): boolean {
  const failed = failedFindings(verdict);
  return failed.length === 0 || failed.some(({ dependsOnIntensity = true }) => dependsOnIntensity);
}

/**
 * Factor on the intensity for the next attempt, in [0.4, 0.85]: the further the worst check missed, the smaller.
 *
 * At intensity 0 the avatar is the photo, which passes in full. Were the measurement linear in between, a check whose
 * shortfall is `s` would just pass at `1 - s` of the intensity (the secant through those two points); the factor is a
 * little less. Undefined when a failed check does not say how far it missed.
 */
function factorFor(verdict: Verdict): number | undefined {
  const failed = failedFindings(verdict);
  if (failed.length === 0) return undefined;
  let worst = 0;
  for (const { shortfall, dependsOnIntensity = true } of failed) {
    if (!dependsOnIntensity) continue;
    if (shortfall === undefined || !(shortfall >= 0 && shortfall <= 1)) return undefined;
    worst = Math.max(worst, shortfall);
  }
  return Math.min(LARGEST_FACTOR, Math.max(SMALLEST_FACTOR, 1 - worst - MARGIN));
}

export interface IntensityPlan {
  /** One factor an attempt, relative to the intensity of the run. */
  readonly ladder: readonly number[];
  /** Keep to the ladder, whatever the verdicts say. */
  readonly fixed: boolean;
}

/** @throws AvatarError `invalid-options` */
export function intensityPlan(asked: readonly number[] | undefined): IntensityPlan {
  if (asked === undefined) return { ladder: DEFAULT_LADDER, fixed: false };
  checkIntensities(asked);
  return { ladder: [...asked], fixed: true };
}

/** Factor for the attempt after number `index`, which ran at `factor` and was rejected with `verdict`. */
export function nextFactor(
  { ladder, fixed }: IntensityPlan,
  index: number,
  factor: number,
  verdict: Verdict,
): number {
  if (fixed) return ladder[index + 1];
  return multiplied(factor, factorFor(verdict) ?? ladder[index + 1] / ladder[index]);
}

/** Twelve digits: 0.8 x 0.7 reads 0.56 in reports, not 0.5599999999999999. */
export const multiplied = (first: number, second: number): number => Number((first * second).toPrecision(12));

function checkIntensities(intensities: readonly number[]): void {
  const given: unknown = intensities;
  if (!Array.isArray(given) || intensities.length < 1 || intensities.length > MAX_ATTEMPTS)
    throw invalidOption(`1 to ${MAX_ATTEMPTS} numbers`, 'intensities', intensities);
  for (const [index, value] of intensities.entries()) {
    const name = `intensities[${index}]`;
    if (typeof value !== 'number' || !(value > 0 && value <= 1))
      throw invalidOption('a number above 0 and at most 1', name, value);
    if (index > 0 && value >= intensities[index - 1])
      throw invalidOption(`a number below ${intensities[index - 1]}, the one before,`, name, value);
  }
}
