import type { FaceEmbedder } from '@avatar/face';
import type { ModelHub } from '@avatar/models';
import { choiceOption, knownOptions, numberOption, type Origin } from '@avatar/stage';
import {
  checksOf,
  resolveStyle,
  type KnownOrOwn,
  type Style,
  type StyleChecks,
  type StyleToken,
} from '@avatar/styles';

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

export const DEFAULT_MIN_COVERAGE = 0.15;
/** Even with a warning, a smaller face has too few pixels to carry a likeness. */
const LEAST_COVERAGE = 0.03;

/** @throws AvatarError `invalid-options` */
export function inputGateSettings(options: InputGateOptions): InputPolicy {
  knownOptions('inputGate', options, ['minCoverage', 'coveragePolicy', 'multiFace']);
  const minCoverage = numberOption('minCoverage', options.minCoverage ?? DEFAULT_MIN_COVERAGE, 0, 1);
  const coverage = choiceOption('coveragePolicy', options.coveragePolicy ?? 'warn', ['warn', 'reject']);
  return {
    minCoverage,
    leastCoverage: coverage === 'reject' ? minCoverage : Math.min(minCoverage, LEAST_COVERAGE),
    multiFace: choiceOption('multiFace', options.multiFace ?? 'largest', ['largest', 'reject']),
  };
}

/** What an avatar was made from, as far as the gate has to know. */
export type GateOrigin = Origin | 'measured';

export interface QualityGateOptions {
  readonly models: ModelHub;
  /** Token of a style of `@avatar/styles`, or a style of your own. It sets the default of `minLikeness`. */
  readonly style: KnownOrOwn<StyleToken> | Style;
  /** Least calibrated likeness, from 0 to 1. Default: the style's own for the context it is made for. */
  readonly minLikeness?: number | undefined;
  /**
   * What the avatar was made from. A `character` is compared with no photo: its likeness is not judged, and the face
   * is looked for anew where the avatar brings no mesh. `measured`: a character from a photo, about which there may be
   * doubts. Default: `photo`.
   */
  readonly origin?: GateOrigin | undefined;
  /** Compares the avatar with the photo; the one that `embedding` comes from. Default: `sfaceEmbedder(models)`. */
  readonly embedder?: FaceEmbedder | undefined;
}

export interface GateSettings {
  readonly origin: GateOrigin;
  readonly models: ModelHub;
  readonly embedder?: FaceEmbedder | undefined;
  readonly minLikeness: number;
  readonly checks: StyleChecks;
}

/** @throws AvatarError `invalid-options` */
export function qualityGateSettings(options: QualityGateOptions): GateSettings {
  knownOptions('qualityGate', options, ['models', 'style', 'minLikeness', 'origin', 'embedder']);
  const { models, minLikeness, origin, embedder } = options;
  const style = resolveStyle(options.style);
  return {
    models,
    embedder,
    origin: choiceOption('origin', origin ?? 'photo', ['photo', 'character', 'measured']),
    minLikeness: numberOption('minLikeness', minLikeness ?? style.minLikeness[style.context], 0, 1),
    checks: checksOf(style),
  };
}
