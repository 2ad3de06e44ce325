import { lostHair, SLANT_PRICE, type WantedFrame } from './frame-cost.js';
import { solveFraming, type Framing } from './framing.js';
import { nearestQuarter } from './upright-turn.js';
import type { Subject } from './subject.js';

/** Shares of the head's slant that may be left, when turning all of it back leaves a faulty frame. */
const LEFT_SLANTS = [0.25, 0.5, 0.75, 1];
const FINER = 0.125;
/** More of a visible cut, or of lost hair as a fraction of the side, is a fault. */
const FAULT = { violation: 0.002, hair: 0.004 };

export interface FramedSubject extends Framing {
  readonly subject: Subject;
}

const isFaulty = ({ frame, violation, subject }: FramedSubject, wanted: WantedFrame): boolean =>
  violation > FAULT.violation || lostHair(frame, subject.outline, wanted) > FAULT.hair;

/**
 * The best frame of an upright head. Where that one shows a cut of the photo or loses hair, as tight photos of
 * slanted heads make it do, less of the slant is turned back, if that costs less: turned by a right angle or not at
 * all, the photo's border is the square's.
 *
 * @param rollRad how far the head is turned in the photo
 * @param describe the person in axes turned by an angle in radians
 * @param borderRad how far the photo's border is turned
 */
export function frameSubject(
  wanted: WantedFrame,
  rollRad: number,
  describe: (rollRad: number) => Subject,
  borderRad = 0,
): FramedSubject {
  const fromBorder = rollRad - borderRad;
  const slantRad = fromBorder - nearestQuarter(fromBorder);
  const framed = (left: number): FramedSubject => {
    const subject = describe(rollRad - left * slantRad);
    const framing = solveFraming(wanted, subject);
    return { ...framing, cost: framing.cost + SLANT_PRICE * Math.abs(left * slantRad), subject };
  };
  let best = framed(0);
  if (!isFaulty(best, wanted)) return best;
  let bestLeft = 0;
  const attempt = (left: number): void => {
    const found = framed(left);
    if (found.cost < best.cost) [best, bestLeft] = [found, left];
  };
  LEFT_SLANTS.forEach(attempt);
  if (bestLeft < 1) [bestLeft - FINER, bestLeft + FINER].filter((left) => left > 0).forEach(attempt);
  return best;
}
