import type { Finish } from '../parameters/finish.js';
import type { FinishingSteps } from './recipe.js';

/** The steps that a style which paints the picture itself asks for. */
export const paintedFinishing = ({ retouch, grade }: Finish): FinishingSteps => ({
  ...(retouch && { retouch }),
  ...(grade && { grade }),
});
