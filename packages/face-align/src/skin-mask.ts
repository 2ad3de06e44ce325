import { createPlane, smoothstep, type LabImage } from '@avatar/image';
import { landmarkPoint, NOSE_BASE } from '@avatar/face';
import { noseShadow } from './nose-shadow.js';
import type { FaceLandmarks, Plane } from '@avatar/stage';
import type { SkinColour } from './skin-samples.js';

/** Smallest tolerances in CIELAB, and how many deviations of the samples they otherwise are. */
const TOLERANCE = {
  L: { least: 14, deviations: 2, weight: 0.6 },
  a: { least: 3.5, deviations: 1.3 },
  b: { least: 4, deviations: 1.3 },
};
/** Shine above the nose base is skin, however light: differences count this much less. */
const SHINE = { from: 3, to: 14, forgiven: 0.62 };
/** Beard: darker than the skin, inside the oval, below the nose. It is not skin. */
const BEARD = { least: 9, deviations: 1.3, weight: 1.2 };
/** Half the height, in head heights, of the change from above to below the nose base. */
const NOSE_BASE_SOFTNESS = 0.02;

export interface SkinEvidence {
  readonly lab: LabImage;
  readonly colour: SkinColour;
  /** Soft masks of the face oval and of what is not skin in it. */
  readonly oval: Plane;
  readonly features: Plane;
  /** Where skin can be. */
  readonly prior: Plane;
  readonly alpha: Plane;
  readonly landmarks: FaceLandmarks;
  readonly headHeightPx: number;
}

/** How likely each pixel is skin of this person, in [0, 1]: its colour against the face's own, where skin can be. */
export function skinLikelihood(evidence: SkinEvidence): Plane {
  const { lab, colour, prior, alpha, landmarks, headHeightPx } = evidence;
  const { width, height } = lab;
  const toleranceL = Math.max(TOLERANCE.L.least, TOLERANCE.L.deviations * colour.L.deviation);
  const toleranceA = Math.max(TOLERANCE.a.least, TOLERANCE.a.deviations * colour.a.deviation);
  const toleranceB = Math.max(TOLERANCE.b.least, TOLERANCE.b.deviations * colour.b.deviation);
  const toleranceBeard = Math.max(BEARD.least, BEARD.deviations * colour.L.deviation);
  const noseBase = landmarkPoint(landmarks, NOSE_BASE)[1];
  const softness = NOSE_BASE_SOFTNESS * headHeightPx;
  const oval = evidence.oval.data;
  const features = evidence.features.data;
  const shadow = noseShadow(lab, landmarks, colour.L.median, headHeightPx)?.data;
  const likelihood = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const below = smoothstep(noseBase - softness, noseBase + softness, y + 0.5);
    for (let x = 0; x < width; x++, i++) {
      const place = prior.data[i] * (1 - features[i]) * alpha.data[i];
      if (place <= 0) continue;
      const lighter = lab.L[i] - colour.L.median;
      const shine = (1 - below) * oval[i] * SHINE.forgiven * smoothstep(SHINE.from, SHINE.to, lighter);
      const l = (lighter / toleranceL) * (1 - shine);
      const a = ((lab.a[i] - colour.a.median) / toleranceA) * (1 - shine);
      const b = ((lab.b[i] - colour.b.median) / toleranceB) * (1 - shine);
      const dark = lighter < 0 ? -lighter / toleranceBeard : 0;
      const distance =
        a * a + b * b + TOLERANCE.L.weight * l * l + BEARD.weight * below * oval[i] * dark * dark;
      const seen = Math.exp(-0.5 * distance);
      likelihood.data[i] = place * (shadow !== undefined && shadow[i] > seen ? shadow[i] : seen);
    }
  }
  return likelihood;
}
