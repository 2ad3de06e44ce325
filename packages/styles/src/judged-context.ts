import { MIN_LIKENESS, type Context } from './contexts.js';
import type { Platform } from './platforms.js';
import type { Style } from './style.js';

/** Of two contexts the one that asks for less likeness. */
const milder = (one: Context, other: Context): Context =>
  MIN_LIKENESS[one] <= MIN_LIKENESS[other] ? one : other;

/**
 * The context that an avatar is judged in: the milder of style and platform. A drawing that somebody wants on a
 * professional platform is judged as a drawing; thinned until it passes as a photo, it would look like neither.
 * @param platform the one that was asked for; without one the style's own context counts
 */
export const judgedContext = (style: Pick<Style, 'context'>, platform: Platform | undefined): Context =>
  platform === undefined ? style.context : milder(style.context, platform.context);

/**
 * Whether the style is freer with the likeness than people expect on the platform. `custom` is none: nobody expects
 * anything there.
 */
export const isUnusualFor = (style: Pick<Style, 'context'>, platform: Platform): boolean =>
  platform.token !== 'custom' && MIN_LIKENESS[style.context] < MIN_LIKENESS[platform.context];
