import type { FaceWeights } from './arkit.js';

/** The 15 visemes of the Oculus lip-sync, as weights of the targets in the file. */
export const VISEMES: Readonly<Record<string, FaceWeights>> = {
  viseme_sil: {},
  viseme_PP: { mouthPressLeft: 0.6, mouthPressRight: 0.6, mouthRollLower: 0.35, mouthRollUpper: 0.3 },
  viseme_FF: { mouthRollLower: 0.75, mouthUpperUpLeft: 0.35, mouthUpperUpRight: 0.35, jawOpen: 0.08 },
  viseme_TH: { jawOpen: 0.2, tongueOut: 0.35, mouthUpperUpLeft: 0.2, mouthUpperUpRight: 0.2 },
  viseme_DD: {
    jawOpen: 0.18,
    mouthUpperUpLeft: 0.25,
    mouthUpperUpRight: 0.25,
    mouthLowerDownLeft: 0.2,
    mouthLowerDownRight: 0.2,
  },
  viseme_kk: {
    jawOpen: 0.25,
    mouthStretchLeft: 0.2,
    mouthStretchRight: 0.2,
    mouthUpperUpLeft: 0.2,
    mouthUpperUpRight: 0.2,
  },
  viseme_CH: { jawOpen: 0.12, mouthFunnel: 0.55, mouthUpperUpLeft: 0.2, mouthUpperUpRight: 0.2 },
  viseme_SS: {
    jawOpen: 0.06,
    mouthStretchLeft: 0.4,
    mouthStretchRight: 0.4,
    mouthLowerDownLeft: 0.35,
    mouthLowerDownRight: 0.35,
    mouthUpperUpLeft: 0.25,
    mouthUpperUpRight: 0.25,
  },
  viseme_nn: {
    jawOpen: 0.16,
    mouthLowerDownLeft: 0.2,
    mouthLowerDownRight: 0.2,
    mouthUpperUpLeft: 0.15,
    mouthUpperUpRight: 0.15,
  },
  viseme_RR: { jawOpen: 0.16, mouthFunnel: 0.35, mouthPucker: 0.15 },
  viseme_aa: { jawOpen: 0.75, mouthLowerDownLeft: 0.2, mouthLowerDownRight: 0.2 },
  viseme_E: {
    jawOpen: 0.35,
    mouthSmileLeft: 0.3,
    mouthSmileRight: 0.3,
    mouthStretchLeft: 0.3,
    mouthStretchRight: 0.3,
  },
  viseme_I: {
    jawOpen: 0.22,
    mouthSmileLeft: 0.45,
    mouthSmileRight: 0.45,
    mouthUpperUpLeft: 0.2,
    mouthUpperUpRight: 0.2,
  },
  viseme_O: { jawOpen: 0.5, mouthFunnel: 0.6, mouthPucker: 0.2 },
  viseme_U: { jawOpen: 0.2, mouthPucker: 0.75, mouthFunnel: 0.3 },
};
