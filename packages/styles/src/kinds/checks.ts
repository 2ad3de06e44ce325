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
  // Of 48 characters each, the detectors of photographed faces see 45 in toon3d, 40 in anime and 41 in flat: hats and
  // laughing eyes hide the others. What was explicit to a network reached 0.04.
  facePresence: {
    applies: false,
    reason: 'The face was drawn; networks that find photographed faces overlook some drawn ones.',
  },
  // Own against other people's photos, toon3d, 47 people: AUC 0.58, which is hardly better than chance.
  likeness: {
    applies: false,
    reason: 'Networks that compare photos cannot tell whose drawn character it is.',
  },
  maxExplicit: 0.3,
};
