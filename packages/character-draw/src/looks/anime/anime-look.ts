import type { VectorLook } from '../vector/vector-look.js';

/** Inked contours, cel shading, large eyes. */
export const ANIME_LOOK: VectorLook = {
  name: 'anime',
  ink: 2.5,
  neckShare: [0.84, 0.98],
  proportions: {
    yawShare: 0.82,
    bodyLift: -0.15,
    chin: -0.05,
    jaw: -0.04,
    length: -0.1,
    cheek: 0.01,
    relief: 1,
    eyeSize: 1.316,
    eyeY: 0.185,
    eyeAspect: 1.04,
    irisSize: 1.16,
    noseSize: 0.74,
    noseY: 0.615,
    mouthSize: 0.8,
    mouthY: 0.95,
    browY: -0.34,
    variety: 1.45,
    masculine: {
      jaw: 0.062,
      chin: 0.07,
      length: 0.11,
      eyeSize: -0.26,
      eyeY: -0.06,
      browY: 0.05,
      noseSize: 0.16,
      mouthSize: 0.1,
      mouthY: 0.02,
    },
  },
};
