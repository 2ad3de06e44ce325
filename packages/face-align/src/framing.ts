import { transformAbout } from '@avatar/image';
import type { SimilarityTransform } from '@avatar/stage';
import type { FramingOptions } from './options.js';
import type { Subject } from './subject.js';

/** Where the head goes in the square. Fractions of the square's side. */
export interface Frame {
  readonly headHeight: number;
  readonly eyeLine: number;
  /** How far the eyes' midpoint is right of the middle. */
  readonly shift: number;
}

export interface Framing {
  readonly frame: Frame;
  /**
   * How much of the person's cut edge the frame shows: the integral of its depth in the square along its length. 0 when
   * the frame is legal: no place where the photo's border cuts the person is inside the square.
   */
  readonly violation: number;
}

/** Price of a difference of 1 between a frame and what the style wants. */
const PRICE = {
  violation: 120,
  bigger: 6,
  /** Of the square of what the head height exceeds `LARGE_HEAD` by. */
  muchBigger: 30,
  smaller: 9,
  eyeLine: 10,
  shift: 8,
  headroom: 40,
  chin: 40,
  ears: 40,
};
const LARGE_HEAD = 0.8;
/** A cut is ugly even where it is shallow. */
const CUT_DEPTH = 0.02;
/** The chin stays above this. */
const LOWEST_CHIN = 0.97;
/** From the eyes' midpoint to an ear, in head heights, and how near to the border an ear may come. */
const EAR_ASIDE = 0.36;
const EAR_MARGIN = 0.02;
const SMALLER_BY = 0.1;
const BIGGER_BY = 0.2;
/** The largest head height that is ever tried: crown and chin leave the square. */
const LARGEST_HEAD = 1.12;
const EYE_LINE_RISE = 0.09;
const LOWEST_EYE_LINE = 0.6;
const LARGEST_SHIFT = 0.18;
const COARSE_STEP = 0.03;
const FINE_STEPS = [0.01, 0.0033];

/** The cost of a frame that comes from its own numbers, before anything is looked up in the photo. */
function cheapCost(frame: Frame, wanted: FramingOptions, subject: Subject): number {
  const bigger = frame.headHeight - wanted.headHeight;
  const crown = frame.eyeLine + frame.headHeight * subject.crown;
  const chin = frame.eyeLine + frame.headHeight * subject.chin;
  const ear = 0.5 + Math.abs(frame.shift) + frame.headHeight * EAR_ASIDE;
  return (
    (bigger > 0 ? PRICE.bigger * bigger : -PRICE.smaller * bigger) +
    PRICE.eyeLine * Math.abs(frame.eyeLine - wanted.eyeLine) +
    PRICE.shift * Math.abs(frame.shift) +
    (subject.crownIsCut ? 0 : PRICE.headroom * Math.max(0, wanted.minHeadroom - crown)) +
    PRICE.muchBigger * Math.max(0, frame.headHeight - LARGE_HEAD) ** 2 +
    PRICE.chin * Math.max(0, chin - LOWEST_CHIN) +
    PRICE.ears * Math.max(0, ear - (1 - EAR_MARGIN))
  );
}

/** See `Framing.violation`. Stops counting above `limit`. */
function violationOf(
  { headHeight, eyeLine, shift }: Frame,
  { cuts, cutSpacing }: Subject,
  limit: number,
): number {
  const length = cutSpacing * headHeight;
  let violation = 0;
  for (let i = 0; i < cuts.length; i += 2) {
    const x = 0.5 + shift + headHeight * cuts[i];
    const y = eyeLine + headHeight * cuts[i + 1];
    const depth = Math.min(x, 1 - x, y, 1 - y);
    if (depth <= 0) continue;
    violation += (CUT_DEPTH + depth) * length;
    if (violation > limit) return violation;
  }
  return violation;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

const around = (value: number, step: number, steps: number): Range => ({
  from: value - steps * step,
  to: value + steps * step,
  step,
});

class FrameSearch {
  best: Framing;
  #bestCost: number;

  constructor(
    readonly wanted: FramingOptions,
    readonly subject: Subject,
  ) {
    const frame = { headHeight: wanted.headHeight, eyeLine: wanted.eyeLine, shift: 0 };
    this.best = { frame, violation: violationOf(frame, subject, Infinity) };
    this.#bestCost = cheapCost(frame, wanted, subject) + PRICE.violation * this.best.violation;
  }

  /** Tries every frame of a grid. */
  scan(headHeights: Range, eyeLines: Range, shifts: Range): void {
    const slack = 1e-6;
    for (let h = headHeights.from; h <= headHeights.to + slack; h += headHeights.step)
      for (let e = eyeLines.from; e <= eyeLines.to + slack; e += eyeLines.step)
        for (let s = shifts.from; s <= shifts.to + slack; s += shifts.step)
          this.#try({ headHeight: h, eyeLine: e, shift: s });
  }

  #try(frame: Frame): void {
    const cheap = cheapCost(frame, this.wanted, this.subject);
    if (cheap >= this.#bestCost) return;
    const limit = (this.#bestCost - cheap) / PRICE.violation;
    const violation = violationOf(frame, this.subject, limit);
    const cost = cheap + PRICE.violation * violation;
    if (cost >= this.#bestCost) return;
    this.#bestCost = cost;
    this.best = { frame, violation };
  }
}

/**
 * The frame nearest to the wanted one that shows no place where the photo cuts the person, or as little of it as can be.
 * The head is always upright in it. Grid search, then two finer grids around the best.
 */
export function solveFraming(wanted: FramingOptions, subject: Subject): Framing {
  const search = new FrameSearch(wanted, subject);
  const coverHead = Math.min(LARGEST_HEAD, subject.coverHead * 1.1);
  search.scan(
    {
      from: wanted.headHeight - SMALLER_BY,
      to: Math.max(wanted.headHeight + BIGGER_BY, coverHead),
      step: COARSE_STEP,
    },
    { from: wanted.eyeLine - EYE_LINE_RISE, to: LOWEST_EYE_LINE, step: COARSE_STEP },
    { from: -LARGEST_SHIFT, to: LARGEST_SHIFT, step: COARSE_STEP },
  );
  for (const step of FINE_STEPS) {
    const { headHeight, eyeLine, shift } = search.best.frame;
    search.scan(around(headHeight, step, 3), around(eyeLine, step, 3), around(shift, step, 3));
  }
  return search.best;
}

/** Photo to square: the eyes level, at their place, the head at its height. */
export function frameTransform(frame: Frame, subject: Subject, outputSizePx: number): SimilarityTransform {
  return transformAbout(
    subject.eyes,
    [(0.5 + frame.shift) * outputSizePx, frame.eyeLine * outputSizePx],
    (frame.headHeight * outputSizePx) / subject.headHeightPx,
    -subject.rollRad,
  );
}
