import {
  verdictFrom,
  type CutoutReport,
  type Decision,
  type Finding,
  type Verdict,
  type Warning,
} from '@avatar/stage';
import type { ContentOpinion } from './content-safety.js';
import type { StyleChecks } from '@avatar/styles';

/** At or above this likeness an avatar may be delivered without asking. */
const AUTO_ACCEPT_LIKENESS = 0.9;

/** A background may be any picture, whatever the style: the bound of photos. */
export const MAX_EXPLICIT_BACKGROUND = 0.6;

/** What was measured on one attempt. */
export interface Measurements {
  /** Confidence in [0, 1] that a face is where it should be. */
  readonly facePresence: number;
  /** Undefined when there is nothing to compare with. */
  readonly likenessScore: number | undefined;
  readonly likenessCosine: number | undefined;
  readonly avatarContent: ContentOpinion;
  /** Absent when nobody was cut out of a photo. */
  readonly cutout?: CutoutReport | undefined;
  /** `inputReport.doubts`; absent when there is no photo. */
  readonly doubts?: readonly Warning[] | undefined;
  /** Absent when there is no background. */
  readonly backgroundContent?: ContentOpinion | undefined;
}

export interface Thresholds extends StyleChecks {
  readonly minLikeness: number;
}

/**
 * The verdict on one attempt. `discard`: avatar or background may be explicit. `review`: another check failed, or
 * likeness cannot be judged in this style. `accept` and, from a likeness of 0.90 on, `auto_accept`: every check that
 * applies passed.
 */
export function decide(measured: Measurements, thresholds: Thresholds): Verdict {
  const face = faceFinding(measured.facePresence, thresholds);
  const findings = [
    face,
    likenessFinding(measured.likenessScore, thresholds),
    safetyFinding(AVATAR_SAFETY, measured.avatarContent, thresholds.maxExplicit),
    safetyFinding(BACKGROUND_SAFETY, measured.backgroundContent, MAX_EXPLICIT_BACKGROUND),
    ...(measured.cutout ? [cutoutFinding(measured.cutout)] : []),
    ...(measured.doubts ? [photoFinding(measured.doubts)] : []),
  ];
  const { likenessScore, likenessCosine } = measured;
  return verdictFrom(findings, {
    decision: decisionOn(findings, likenessScore),
    likenessScore,
    likenessCosine,
    faceDetected: face.status === 'passed',
  });
}

function decisionOn(findings: readonly Finding[], likenessScore: number | undefined): Decision {
  const statusOf = (check: string) => findings.find((finding) => finding.check === check)?.status;
  if (statusOf('content-safe') === 'failed' || statusOf('background-safe') === 'failed') return 'discard';
  if (findings.some(({ status }) => status === 'failed')) return 'review';
  // Nobody is in a character's picture by mistake; in a photo's somebody may be.
  if (likenessScore === undefined) return 'accept';
  if (statusOf('likeness') !== 'passed') return 'review';
  return likenessScore >= AUTO_ACCEPT_LIKENESS ? 'auto_accept' : 'accept';
}

interface Texts {
  readonly check: string;
  readonly passed: string;
  readonly failed: string;
}

const FACE: Texts = {
  check: 'face-present',
  passed: 'The avatar shows a face.',
  failed: 'No face can be found in the avatar any more.',
};
const LIKENESS: Texts = {
  check: 'likeness',
  passed: 'The avatar looks like the person in the photo.',
  failed: 'The avatar may not look enough like the person in the photo. A sharper, well-lit photo helps.',
};
const CUTOUT: Texts = {
  check: 'cutout-whole',
  passed: 'The person is whole.',
  failed:
    'A part of the person could not be told from the background. Look at the picture before you use it.',
};
const AVATAR_SAFETY: Texts = {
  check: 'content-safe',
  passed: 'The avatar is safe to show.',
  failed: 'The avatar may show explicit content.',
};
const BACKGROUND_SAFETY: Texts = {
  check: 'background-safe',
  passed: 'The background is safe to show.',
  failed: 'The background may show explicit content. Choose another one.',
};

/** The finding of a measurement that should reach the threshold; 1 is perfect. */
function atLeast(texts: Texts, measured: number, threshold: number): Finding {
  const { check } = texts;
  if (measured >= threshold) return { check, status: 'passed', measured, threshold, message: texts.passed };
  const shortfall = (threshold - measured) / (1 - measured);
  return { check, status: 'failed', measured, threshold, message: texts.failed, shortfall };
}

function notApplicable({ check }: Texts, measured: number, threshold: number, message: string): Finding {
  return { check, status: 'not-applicable', measured, threshold, message };
}

function faceFinding(measured: number, { facePresence }: Thresholds): Finding {
  return facePresence.applies
    ? atLeast(FACE, measured, facePresence.threshold)
    : notApplicable(FACE, measured, 0, facePresence.reason);
}

function likenessFinding(measured: number | undefined, { likeness, minLikeness }: Thresholds): Finding {
  if (!likeness.applies) return notApplicable(LIKENESS, measured ?? 0, minLikeness, likeness.reason);
  return measured === undefined
    ? notApplicable(LIKENESS, 0, minLikeness, 'There is no photo to compare with.')
    : atLeast(LIKENESS, measured, minLikeness);
}

/** No intensity brings back what the cut-out lost. */
function cutoutFinding({ wholeness: measured, threshold, parts: details }: CutoutReport): Finding {
  const { check, passed, failed } = CUTOUT;
  return measured >= threshold
    ? { check, status: 'passed', measured, threshold, message: passed, details }
    : { check, status: 'failed', measured, threshold, message: failed, details, dependsOnIntensity: false };
}

/** No intensity shows what the photo does not. */
function photoFinding([doubt, ...others]: readonly Warning[]): Finding {
  const check = 'photo-clear';
  const threshold = 1;
  if (doubt === undefined)
    return { check, status: 'passed', measured: 0, threshold, message: 'The photo shows the face clearly.' };
  const { message } = doubt;
  const measured = 1 + others.length;
  const details = Object.fromEntries(
    [doubt, ...others].map(({ code, measured: amount = 1 }) => [code, amount]),
  );
  return { check, status: 'failed', measured, threshold, message, details, dependsOnIntensity: false };
}

function safetyFinding(texts: Texts, content: ContentOpinion | undefined, threshold: number): Finding {
  const { check } = texts;
  if (content === undefined) return notApplicable(texts, 0, threshold, 'There is no background to judge.');
  const { explicit: measured, classes: details } = content;
  if (measured < threshold)
    return { check, status: 'passed', measured, threshold, message: texts.passed, details };
  const missed = { status: 'failed', measured, threshold, message: texts.failed, details } as const;
  // A lower intensity shows more of the photo; it does not change what stands behind the person.
  return texts === BACKGROUND_SAFETY
    ? { check, ...missed, dependsOnIntensity: false }
    : { check, ...missed, shortfall: (measured - threshold) / measured };
}
