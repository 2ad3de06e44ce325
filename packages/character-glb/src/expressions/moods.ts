import type { Expression } from '@avatar/character';
import type { FaceWeights } from './arkit.js';

/** The expressions of a character as weights of the targets: what a file shows until somebody moves its face. */
export const EXPRESSION_WEIGHTS: Readonly<Record<Expression, FaceWeights>> = {
  neutral: {},
  slight_smile: { mouthSmileLeft: 0.4, mouthSmileRight: 0.4, cheekSquintLeft: 0.3, cheekSquintRight: 0.3 },
  smile: {
    jawOpen: 0.22,
    mouthSmileLeft: 0.8,
    mouthSmileRight: 0.8,
    mouthUpperUpLeft: 0.25,
    mouthUpperUpRight: 0.25,
    cheekSquintLeft: 0.6,
    cheekSquintRight: 0.6,
    eyeSquintLeft: 0.2,
    eyeSquintRight: 0.2,
  },
  laugh: {
    jawOpen: 0.75,
    mouthSmileLeft: 1,
    mouthSmileRight: 1,
    mouthUpperUpLeft: 0.3,
    mouthUpperUpRight: 0.3,
    cheekSquintLeft: 1,
    cheekSquintRight: 1,
    eyeBlinkLeft: 0.95,
    eyeBlinkRight: 0.95,
    browInnerUp: 0.3,
  },
  serious: { browDownLeft: 0.6, browDownRight: 0.6, eyeSquintLeft: 0.25, eyeSquintRight: 0.25 },
  surprised: {
    jawOpen: 0.6,
    mouthFunnel: 0.45,
    eyeWideLeft: 0.9,
    eyeWideRight: 0.9,
    browInnerUp: 0.9,
    browOuterUpLeft: 0.9,
    browOuterUpRight: 0.9,
  },
  smug: {
    mouthSmileLeft: 0.75,
    mouthSmileRight: 0.15,
    eyeSquintLeft: 0.4,
    eyeSquintRight: 0.4,
    browOuterUpLeft: 0.6,
  },
  sad: {
    mouthFrownLeft: 0.9,
    mouthFrownRight: 0.9,
    browInnerUp: 0.85,
    eyeLookDownLeft: 0.25,
    eyeLookDownRight: 0.25,
  },
};
