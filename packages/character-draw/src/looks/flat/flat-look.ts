import type { VectorLook } from '../vector/vector-look.js';

/** Editorial illustration: shapes without contours. */
export const FLAT_LOOK: VectorLook = {
  name: 'flat',
  ink: 0,
  neckShare: [1, 1],
  proportions: {
    yawShare: 0.82,
    bodyLift: -0.06,
    chin: -0.01,
    jaw: -0.02,
    length: -0.05,
    cheek: 0,
    relief: 0.8,
    eyeSize: 1.122,
    eyeY: 0.12,
    eyeAspect: 0.95,
    irisSize: 1.25,
    noseSize: 0.9,
    noseY: 0.58,
    mouthSize: 0.95,
    mouthY: 0.935,
    browY: -0.3,
    variety: 1.45,
    masculine: { jaw: 0.035, chin: 0.035, length: 0.03, eyeSize: -0.07, browY: 0.025 },
  },
};
