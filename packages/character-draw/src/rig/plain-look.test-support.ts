import type { LookProportions } from './proportions.js';

/** Proportions that change nothing, for tests. */
export const PLAIN_LOOK: LookProportions = {
  yawShare: 1,
  bodyLift: 0,
  chin: 0,
  jaw: 0,
  length: 0,
  cheek: 0,
  relief: 1,
  eyeSize: 1,
  eyeY: 0.12,
  eyeAspect: 1,
  irisSize: 1,
  noseSize: 1,
  noseY: 0.6,
  mouthSize: 1,
  mouthY: 0.94,
  browY: -0.3,
  variety: 1,
  masculine: { jaw: 0.06, eyeSize: -0.2 },
};
