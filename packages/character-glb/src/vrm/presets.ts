import { EXPRESSION_WEIGHTS } from '../expressions/moods.js';
import { VISEMES } from '../expressions/visemes.js';
import type { FaceWeights } from '../expressions/arkit.js';

/** The 18 expressions that VRM 1.0 names, as weights of the targets. */
export const VRM_PRESETS: Readonly<Record<string, FaceWeights>> = {
  neutral: {},
  happy: EXPRESSION_WEIGHTS.smile,
  angry: {
    browDownLeft: 1,
    browDownRight: 1,
    eyeSquintLeft: 0.35,
    eyeSquintRight: 0.35,
    noseSneerLeft: 0.4,
    noseSneerRight: 0.4,
    mouthFrownLeft: 0.6,
    mouthFrownRight: 0.6,
    mouthPressLeft: 0.5,
    mouthPressRight: 0.5,
  },
  sad: EXPRESSION_WEIGHTS.sad,
  relaxed: { ...EXPRESSION_WEIGHTS.slight_smile, eyeLookDownLeft: 0.2, eyeLookDownRight: 0.2 },
  surprised: EXPRESSION_WEIGHTS.surprised,
  aa: VISEMES.viseme_aa,
  ih: VISEMES.viseme_I,
  ou: VISEMES.viseme_U,
  ee: VISEMES.viseme_E,
  oh: VISEMES.viseme_O,
  blink: { eyeBlinkLeft: 1, eyeBlinkRight: 1 },
  blinkLeft: { eyeBlinkLeft: 1 },
  blinkRight: { eyeBlinkRight: 1 },
  lookUp: { eyeLookUpLeft: 1, eyeLookUpRight: 1 },
  lookDown: { eyeLookDownLeft: 1, eyeLookDownRight: 1 },
  lookLeft: { eyeLookOutLeft: 1, eyeLookInRight: 1 },
  lookRight: { eyeLookInLeft: 1, eyeLookOutRight: 1 },
};
