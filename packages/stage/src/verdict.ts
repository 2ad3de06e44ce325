/** How one check of the quality gate went. `not-applicable`: the check cannot be trusted for this style. */
export interface Finding {
  /** Stable, kebab-case: `face-present`, `likeness`, `cutout-whole`, `photo-clear`, `content-safe`, `background-safe`. */
  readonly check: string;
  readonly status: 'passed' | 'failed' | 'not-applicable';
  readonly measured: number;
  readonly threshold: number;
  readonly message: string;
  /**
   * How far a failed check missed, in [0, 1]: what is missing to the threshold over what is missing to a perfect result.
   * Absent when the gate cannot say.
   */
  readonly shortfall?: number;
  /** False when a lower intensity cannot help, as with an unsafe background. Default: true. */
  readonly dependsOnIntensity?: boolean;
  /** The numbers behind `measured`, such as the class probabilities of each model, by `model/class`. */
  readonly details?: Readonly<Record<string, number>>;
}

/**
 * `auto_accept`: deliver without asking. `accept`: passed every check. `review`: a person should look first. `discard`: do
 * not show it: it may be explicit, or the caller asked for nothing below the checks.
 */
export type Decision = 'auto_accept' | 'accept' | 'review' | 'discard';

/** What a gate says; `verdictFrom` makes it of findings. */
export interface Verdict {
  /** No check failed. */
  readonly accepted: boolean;
  readonly decision: Decision;
  /** Calibrated likeness in [0, 1]; undefined when there is no photo to compare with, or the gate compares none. */
  readonly likenessScore?: number | undefined;
  /** Raw cosine similarity in [-1, 1]; undefined with `likenessScore`. */
  readonly likenessCosine?: number | undefined;
  /** Whether the avatar shows a face; undefined when the gate does not look. */
  readonly faceDetected?: boolean | undefined;
  readonly findings: readonly Finding[];
}

export interface AttemptReport {
  /** 0 for the first attempt. */
  readonly index: number;
  /** Intensity that the attempt ran at, in (0, 1]. */
  readonly intensity: number;
  readonly verdict: Verdict;
  /** Whether this is the attempt that the run went on with. One is, unless the run ended without. */
  readonly kept: boolean;
}
