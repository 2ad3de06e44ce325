import { transformAbout } from '@avatar/image';
import { shortSidePx, type PictureSize, type SimilarityTransform } from '@avatar/stage';
import { ownCost, violationOf, VIOLATION_PRICE, type Frame, type WantedFrame } from './frame-cost.js';
import type { Subject } from './subject.js';

export interface Framing {
  readonly frame: Frame;
  /** See `violationOf`. */
  readonly violation: number;
  /** Price of the violation and of everything else that keeps the frame from being the wanted one. */
  readonly cost: number;
}

const SMALLER_BY = 0.1;
/** Hair that fills the square may need this to fit into its circle. */
const SMALLER_IN_CIRCLE_BY = 0.2;
const BIGGER_BY = 0.2;
/** The largest head height that is ever tried: crown and chin leave the square. */
const LARGEST_HEAD = 1.25;
const EYE_LINE_RISE = 0.14;
/** Where the photo cuts crown or chin, its border lies on the square's, and the eyes are as near to both as they are. */
const EYE_LINE_RISE_WITHOUT_CROWN = 0.21;
const LOWEST_EYE_LINE = 0.6;
const LOWEST_EYE_LINE_WITHOUT_CHIN = 0.8;
/** Share of what a picture is higher than a square that the eyes may go down by. */
const LOWER_WHEN_HIGH = 0.4;
const LARGEST_SHIFT = 0.18;
const COARSE_STEP = 0.03;
const FINE_STEPS = [0.01, 0.0033];

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

/** Ground all around makes a head small enough. */
function smallerBy({ width, height, circularCrop }: WantedFrame): number {
  if (width !== height) return 0;
  return circularCrop ? SMALLER_IN_CIRCLE_BY : SMALLER_BY;
}

class FrameSearch {
  best: Framing;

  constructor(
    readonly wanted: WantedFrame,
    readonly subject: Subject,
  ) {
    const frame = { headHeight: wanted.headHeight, eyeLine: wanted.eyeLine, shift: 0 };
    const violation = violationOf(frame, subject, wanted, Infinity);
    this.best = { frame, violation, cost: ownCost(frame, wanted, subject) + VIOLATION_PRICE * violation };
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
    const own = ownCost(frame, this.wanted, this.subject);
    if (own >= this.best.cost) return;
    const limit = (this.best.cost - own) / VIOLATION_PRICE;
    const violation = violationOf(frame, this.subject, this.wanted, limit);
    const cost = own + VIOLATION_PRICE * violation;
    if (cost >= this.best.cost) return;
    this.best = { frame, violation, cost };
  }
}

/** More of a visible cut cannot be framed away in a picture that is no square: the photo shows hardly more than the face. */
const HOPELESS = 0.08;
/** Then the head fills the picture, and fades out where the photo ends. The eyes as a share of the height. */
const CLOSE_UP = { headHeight: 0.9, eyeLine: 0.46 };

/**
 * The frame nearest to the wanted one that shows no place where the photo cuts the person, or as little of it as can be.
 * The head is always upright in it. Grid search, then two finer grids around the best.
 */
export function solveFraming(wanted: WantedFrame, subject: Subject): Framing {
  const search = new FrameSearch(wanted, subject);
  const coverHead = Math.min(LARGEST_HEAD, subject.coverHead * 1.1);
  const higher = wanted.height - 1;
  search.scan(
    {
      from: wanted.headHeight - smallerBy(wanted),
      to: Math.max(wanted.headHeight + BIGGER_BY, coverHead),
      step: COARSE_STEP,
    },
    {
      from: wanted.eyeLine - (subject.crownIsCut ? EYE_LINE_RISE_WITHOUT_CROWN : EYE_LINE_RISE),
      to: (subject.chinIsCut ? LOWEST_EYE_LINE_WITHOUT_CHIN : LOWEST_EYE_LINE) + LOWER_WHEN_HIGH * higher,
      step: COARSE_STEP,
    },
    { from: -LARGEST_SHIFT, to: LARGEST_SHIFT, step: COARSE_STEP },
  );
  for (const step of FINE_STEPS) {
    const { headHeight, eyeLine, shift } = search.best.frame;
    search.scan(around(headHeight, step, 3), around(eyeLine, step, 3), around(shift, step, 3));
  }
  const isHopeless = wanted.width !== wanted.height && search.best.violation > HOPELESS;
  return isHopeless ? closeUp(wanted, subject) : search.best;
}

function closeUp(wanted: WantedFrame, subject: Subject): Framing {
  const { headHeight, eyeLine } = CLOSE_UP;
  const frame = { headHeight, eyeLine: eyeLine * wanted.height, shift: -headHeight * subject.middle };
  const violation = violationOf(frame, subject, wanted, Infinity);
  return { frame, violation, cost: ownCost(frame, wanted, subject) + VIOLATION_PRICE * violation };
}

/** Photo to picture: the eyes level, at their place, the head at its height. */
export function frameTransform(frame: Frame, subject: Subject, size: PictureSize): SimilarityTransform {
  const side = shortSidePx(size);
  return transformAbout(
    subject.eyes,
    [size.widthPx / 2 + frame.shift * side, frame.eyeLine * side],
    (frame.headHeight * side) / subject.headHeightPx,
    -subject.rollRad,
  );
}
