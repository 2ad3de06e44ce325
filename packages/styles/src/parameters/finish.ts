import type { GradeParameters } from './grade.js';
import type { RetouchParameters } from './retouch.js';

/** What can be done to a picture that a network or a function of the style has made. */
export interface Finish {
  /** Share of the photo's own colours that stays over the new lightness, 0 (none, the default) to 1. */
  readonly keepColour?: number;
  /** Default: none. */
  readonly retouch?: RetouchParameters;
  /** Laid over the finished picture, backdrop and all. Default: none. */
  readonly grade?: GradeParameters;
}
