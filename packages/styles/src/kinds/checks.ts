import type { CheckRule, StyleChecks } from './recipe.js';

/** The mesh's own middle: every avatar that was measured lies above 0.99, every face that was blurred away below 0.04. */
const FACE_PRESENCE: CheckRule = { applies: true, threshold: 0.5 };

/** Up to 0.50 for photos of clothed people, and up to 0.05 for avatars made of them. */
export const PHOTO_CHECKS: StyleChecks = {
  facePresence: FACE_PRESENCE,
  likeness: { applies: true },
  maxExplicit: 0.6,
};

/**
 * Up to 0.01 for drawn avatars, which leaves room for a stricter bound. Renderings of unknown nature are judged by it
 * too.
 */
export const DRAWING_CHECKS: StyleChecks = {
  facePresence: FACE_PRESENCE,
  likeness: { applies: true },
  maxExplicit: 0.3,
};

/** What holds of a character that was measured from a photo and drawn anew. */
export const CHARACTER_CHECKS: StyleChecks = {
  facePresence: FACE_PRESENCE,
  likeness: {
    applies: false,
    reason: 'Networks that compare photos cannot tell whose drawn character it is.',
  },
  maxExplicit: 0.3,
};
