import type { Finding, Verdict } from '@avatar/stage';

/** At or above this likeness an avatar may be delivered without asking. */
const AUTO_ACCEPT_LIKENESS = 0.9;

/** What was measured on one attempt. */
export interface Measurements {
  /** Confidence in [0, 1] that a face is where it should be. */
  readonly facePresence: number;
  readonly likenessScore: number;
  readonly likenessCosine: number;
  /** Agreed confidence in [0, 1] that the picture is explicit. */
  readonly explicitContent: number;
}

/** What the measurements are held against. */
export interface Thresholds {
  readonly minFacePresence: number;
  readonly minLikeness: number;
  readonly maxExplicit: number;
}

/** The verdict on one attempt: `review` if a check failed, else `accept`, from 0.90 likeness on `auto_accept`. */
export function decide(measured: Measurements, thresholds: Thresholds): Verdict {
  const findings = [
    faceFinding(measured.facePresence, thresholds.minFacePresence),
    likenessFinding(measured.likenessScore, thresholds.minLikeness),
    safetyFinding(measured.explicitContent, thresholds.maxExplicit),
  ];
  const accepted = findings.every(({ status }) => status !== 'failed');
  const { likenessScore, likenessCosine } = measured;
  const safeToDeliver = likenessScore >= AUTO_ACCEPT_LIKENESS;
  return {
    accepted,
    decision: !accepted ? 'review' : safeToDeliver ? 'auto_accept' : 'accept',
    likenessScore,
    likenessCosine,
    faceDetected: measured.facePresence >= thresholds.minFacePresence,
    findings,
  };
}

const status = (passed: boolean): Finding['status'] => (passed ? 'passed' : 'failed');

function faceFinding(measured: number, threshold: number): Finding {
  const passed = measured >= threshold;
  const message = passed ? 'The avatar shows a face.' : 'No face can be found in the avatar any more.';
  return { check: 'face-present', status: status(passed), measured, threshold, message };
}

function likenessFinding(measured: number, threshold: number): Finding {
  const passed = measured >= threshold;
  const message = passed
    ? 'The avatar looks like the person in the photo.'
    : 'The avatar may not look enough like the person in the photo. A sharper, well-lit photo helps.';
  return { check: 'likeness', status: status(passed), measured, threshold, message };
}

function safetyFinding(measured: number, threshold: number): Finding {
  const passed = measured < threshold;
  const message = passed ? 'The avatar is safe to show.' : 'The avatar may show explicit content.';
  return { check: 'content-safe', status: status(passed), measured, threshold, message };
}
