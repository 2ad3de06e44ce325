import { DRAWING_CHECKS } from '../checks.js';
import type { StyleChecks } from '../recipe.js';
import type { FitRecord } from './fitted-rendering.js';

/** The checks of drawings; faces are looked for only in styles whose faces were seen when the style was made. */
export function fittedChecks({ checks }: FitRecord): StyleChecks {
  const { facePresence } = DRAWING_CHECKS;
  if (checks === undefined || !facePresence.applies || checks.presenceLeast >= facePresence.threshold)
    return DRAWING_CHECKS;
  const reason = `Networks that find faces overlooked some in this style, which was tried on ${checks.people} people.`;
  return { ...DRAWING_CHECKS, facePresence: { applies: false, reason } };
}
