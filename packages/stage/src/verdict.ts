/** How one check of the quality gate went. `not-applicable`: the check cannot be trusted for this style. */
export interface Finding {
  /** Stable, kebab-case: `face-present`, `likeness`, `content-safe`. */
  readonly check: string;
  readonly status: 'passed' | 'failed' | 'not-applicable';
  readonly measured: number;
  readonly threshold: number;
  readonly message: string;
}

/** `auto_accept`: deliver without asking. `accept`: passed every check. `review`: a person should look first. */
export type Decision = 'auto_accept' | 'accept' | 'review';

export interface Verdict {
  /** No check failed. */
  readonly accepted: boolean;
  readonly decision: Decision;
  /** Calibrated likeness in [0, 1]. */
  readonly likenessScore: number;
  /** Raw cosine similarity in [-1, 1]. */
  readonly likenessCosine: number;
  readonly faceDetected: boolean;
  readonly findings: readonly Finding[];
}

export interface AttemptReport {
  /** 0 for the first attempt. */
  readonly index: number;
  /** Intensity that the attempt ran at, in (0, 1]. */
  readonly intensity: number;
  readonly verdict: Verdict;
}
