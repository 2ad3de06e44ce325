import type { LookProportions } from '../../../rig/index.js';

/** Of an animated feature: large eyes, small nose and mouth, a clear jaw. */
export const TOON_PROPORTIONS: LookProportions = {
  yawShare: 0.95,
  bodyLift: -0.16,
  chin: -0.03,
  jaw: -0.045,
  length: -0.06,
  cheek: 0.015,
  relief: 0.8,
  eyeSize: 1.36,
  eyeY: 0.1,
  eyeAspect: 1.1,
  irisSize: 1,
  noseSize: 0.85,
  noseY: 0.55,
  mouthSize: 0.98,
  mouthY: 0.91,
  browY: -0.4,
  variety: 1.3,
  masculine: {
    chin: 0.055,
    jaw: 0.075,
    length: 0.06,
    eyeSize: -0.2,
    noseSize: 0.14,
    browY: 0.07,
    mouthSize: 0.08,
  },
};
