import { choiceOption, invalidOption, knownOptions, numberOption } from '@avatar/stage';

/** What happens to a photo whose face is smaller than `minCoverage`. */
export type CoveragePolicy = 'warn' | 'reject';

/** What happens to a photo of several people. */
export type MultiFacePolicy = 'largest' | 'reject';

export interface InputGateOptions {
  /** Least share of the photo that the dominant head should cover, from 0 to 1. Default: 0.15. */
  readonly minCoverage?: number | undefined;
  /**
   * `warn`: a smaller face gives a warning, and is refused only below 0.03; `reject`: it is refused.
   * Default: `warn`.
   */
  readonly coveragePolicy?: CoveragePolicy | undefined;
  /** `largest`: the dominant face is used, with a warning; `reject`: the photo is refused. Default: `largest`. */
  readonly multiFace?: MultiFacePolicy | undefined;
}

export interface InputPolicy {
  readonly minCoverage: number;
  /** Below this the photo is refused. */
  readonly leastCoverage: number;
  readonly multiFace: MultiFacePolicy;
}

const DEFAULT_MIN_COVERAGE = 0.15;
/** Even with a warning, a smaller face has too few pixels to carry a likeness. */
const LEAST_COVERAGE = 0.03;

/** @throws AvatarError `invalid-options` */
export function inputPolicy(options: InputGateOptions): InputPolicy {
  knownOptions('inputGate', options, ['minCoverage', 'coveragePolicy', 'multiFace']);
  const minCoverage = numberOption('minCoverage', options.minCoverage ?? DEFAULT_MIN_COVERAGE, 0, 1);
  const coverage = choiceOption('coveragePolicy', options.coveragePolicy ?? 'warn', ['warn', 'reject']);
  return {
    minCoverage,
    leastCoverage: coverage === 'reject' ? minCoverage : Math.min(minCoverage, LEAST_COVERAGE),
    multiFace: choiceOption('multiFace', options.multiFace ?? 'largest', ['largest', 'reject']),
  };
}

/** @throws AvatarError `invalid-options` unless `value` is a likeness */
export function likenessOption(name: string, value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1))
    throw invalidOption('a number from 0 to 1', name, value);
  return value;
}
