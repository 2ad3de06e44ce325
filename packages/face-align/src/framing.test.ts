import { applyTransform } from '@avatar/image';
import { describe, expect, test } from 'vitest';
import type { Frame } from './frame-cost.js';
import { frameTransform, solveFraming } from './framing.js';
import type { Subject } from './subject.js';

const WANTED = {
  headHeight: 0.54,
  eyeLine: 0.415,
  minHeadroom: 0.045,
  circularCrop: false,
  width: 1,
  height: 1,
};
const IN_CIRCLE = { ...WANTED, circularCrop: true };

/** A head as an ellipse in head heights: half its width, crown and chin. */
function ellipse(halfWidth: number, crown: number, chin: number): Float32Array {
  const points = Array.from({ length: 32 }, (_, i) => {
    const angle = (i * Math.PI) / 16;
    return [halfWidth * Math.cos(angle), (crown + chin) / 2 + ((chin - crown) / 2) * Math.sin(angle)];
  });
  return Float32Array.from(points.flat());
}

const subject = (changes: Partial<Subject> = {}): Subject => ({
  eyes: [300, 200],
  headHeightPx: 200,
  rollRad: 0,
  crown: -0.52,
  chin: 0.48,
  crownIsCut: false,
  chinIsCut: false,
  cuts: new Float32Array(),
  cutSpacing: 0.02,
  outline: ellipse(0.36, -0.52, 0.48),
  middle: 0,
  coverHead: 0.4,
  ...changes,
});

/** Points along a horizontal or vertical line in head heights. */
function line(from: readonly [number, number], to: readonly [number, number]): number[] {
  const count = Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / 0.02);
  return Array.from({ length: count + 1 }, (_, i) => {
    const t = i / count;
    return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])];
  }).flat();
}
const cutBy = (...lines: number[][]) => ({ cuts: Float32Array.from(lines.flat()) });

/** Largest depth of a cut in the square, as a fraction of its side. */
function visibleCut(
  cuts: Float32Array,
  { headHeight, eyeLine, shift }: ReturnType<typeof solveFraming>['frame'],
) {
  let depth = 0;
  for (let i = 0; i < cuts.length; i += 2) {
    const x = 0.5 + shift + headHeight * cuts[i];
    const y = eyeLine + headHeight * cuts[i + 1];
    depth = Math.max(depth, Math.min(x, 1 - x, y, 1 - y));
  }
  return depth;
}

describe('solveFraming', () => {
  test('gives the wanted frame when nothing is cut', () => {
    const { frame, violation } = solveFraming(WANTED, subject());
    expect(frame.headHeight).toBeCloseTo(0.54, 3);
    expect(frame.eyeLine).toBeCloseTo(0.415, 3);
    expect(frame.shift).toBeCloseTo(0, 3);
    expect(violation).toBe(0);
  });

  test('lowers the eyes or comes closer when the photo ends below the shoulders', () => {
    const cut = cutBy(line([-1, 0.9], [1, 0.9]));
    const { frame, violation } = solveFraming(WANTED, subject(cut));
    expect(violation).toBe(0);
    expect(visibleCut(cut.cuts, frame)).toBeLessThan(0.002);
    expect(frame.headHeight).toBeLessThan(0.75);
  });

  test('moves aside or comes closer when a side cuts a shoulder', () => {
    const cut = cutBy(line([-0.8, 0.6], [-0.8, 1.5]));
    const { frame } = solveFraming(WANTED, subject(cut));
    expect(visibleCut(cut.cuts, frame)).toBeLessThan(0.002);
    expect(frame.shift).toBeLessThan(0.02);
  });

  test('keeps room above tall hair by lowering the eyes or stepping back', () => {
    const { frame } = solveFraming(WANTED, subject({ crown: -0.85 }));
    expect(frame.eyeLine - 0.85 * frame.headHeight).toBeGreaterThan(0.02);
  });

  test('does not ask for room above a crown that the photo cuts', () => {
    const cut = cutBy(line([-0.5, -0.45], [0.5, -0.45]));
    const { frame, violation } = solveFraming(WANTED, subject({ ...cut, crownIsCut: true }));
    expect(violation).toBe(0);
    expect(frame.eyeLine - 0.45 * frame.headHeight).toBeLessThan(0.002);
  });

  test('a tight square crop of a face stays legal: it is taken as it is', () => {
    const side = 1.1;
    const cut = cutBy(
      line([-side / 2, -0.5], [side / 2, -0.5]),
      line([-side / 2, 0.6], [side / 2, 0.6]),
      line([-side / 2, -0.5], [-side / 2, 0.6]),
      line([side / 2, -0.5], [side / 2, 0.6]),
    );
    const { frame, violation } = solveFraming(
      WANTED,
      subject({ ...cut, crownIsCut: true, coverHead: 1 / side }),
    );
    expect(violation).toBeLessThan(1e-3);
    expect(frame.headHeight).toBeGreaterThan(0.88);
    expect(frame.headHeight).toBeLessThan(1);
  });

  test('when no frame is legal it takes one that shows little and keeps the face inside', () => {
    const cut = cutBy(line([-0.9, -0.2], [-0.2, -0.9]), line([0.2, 0.9], [0.9, 0.2]));
    const { frame, violation } = solveFraming(WANTED, subject({ ...cut, crownIsCut: true, coverHead: 1 }));
    expect(violation).toBeGreaterThan(0);
    expect(violation).toBeLessThan(0.1);
    expect(0.5 + Math.abs(frame.shift) + 0.36 * frame.headHeight).toBeLessThan(1);
    expect(frame.eyeLine + 0.48 * frame.headHeight).toBeLessThan(1);
  });

  test('keeps whole hair that the photo has, even if its border is near', () => {
    const tall = { crown: -0.85, outline: ellipse(0.5, -0.85, 0.48) };
    const cut = cutBy(line([-0.9, -0.86], [-0.9, 0.8]), line([-0.9, 0.8], [0.9, 0.8]));
    const { frame, violation } = solveFraming(WANTED, subject({ ...tall, ...cut }));
    expect(violation).toBeLessThan(0.002);
    expect(frame.eyeLine - 0.85 * frame.headHeight).toBeGreaterThan(-0.005);
  });

  test('brings head and hair near the middle when hair falls to one side', () => {
    const { frame } = solveFraming(WANTED, subject({ middle: 0.25 }));
    const aside = frame.shift + 0.25 * frame.headHeight;
    expect(Math.abs(aside)).toBeLessThan(0.08);
    expect(frame.shift).toBeLessThan(-0.05);
  });

  test('puts the border that cuts a forehead onto the edge of the square, however high the eyes get', () => {
    const cut = cutBy(line([-0.5, -0.3], [0.5, -0.3]));
    const head = { crown: -0.3, crownIsCut: true, outline: ellipse(0.36, -0.3, 0.48) };
    const { frame, violation } = solveFraming(WANTED, subject({ ...cut, ...head }));
    expect(violation).toBeLessThan(1e-3);
    expect(frame.headHeight).toBeLessThan(0.8);
  });

  test('puts the border that cuts a face above the chin onto the lower edge, instead of a small head far above it', () => {
    const cut = cutBy(line([-0.4, 0.3], [0.4, 0.3]));
    const { frame, violation } = solveFraming(WANTED, subject({ ...cut, chinIsCut: true, coverHead: 1 }));
    expect(violation).toBeLessThan(1e-3);
    expect(frame.headHeight).toBeGreaterThan(0.54);
  });

  test('is deterministic', () => {
    const cut = cutBy(line([-1, 0.8], [1, 0.95]));
    expect(solveFraming(WANTED, subject(cut))).toEqual(solveFraming(WANTED, subject(cut)));
  });
});

describe('a frame that will be seen as a circle', () => {
  /** Hair with a flat top: its corners are the farthest. */
  const TALL_AND_WIDE = {
    crown: -0.75,
    outline: Float32Array.of(-0.55, -0.75, 0.55, -0.75, -0.55, 0.1, 0.55, 0.1, 0, 0.48),
  };

  /** The farthest point of the head from the middle of the square, as a fraction of its side. */
  function farthest({ headHeight, eyeLine, shift }: Frame, { outline }: Subject): number {
    let distance = 0;
    for (let i = 0; i < outline.length; i += 2)
      distance = Math.max(
        distance,
        Math.hypot(shift + headHeight * outline[i], eyeLine - 0.5 + headHeight * outline[i + 1]),
      );
    return distance;
  }

  test('is the same for a head that fits anyway', () => {
    expect(solveFraming(IN_CIRCLE, subject()).frame).toEqual(solveFraming(WANTED, subject()).frame);
  });

  test('keeps tall and wide hair inside the circle, which the square frame does not', () => {
    const person = subject(TALL_AND_WIDE);
    expect(farthest(solveFraming(WANTED, person).frame, person)).toBeGreaterThan(0.5);
    expect(farthest(solveFraming(IN_CIRCLE, person).frame, person)).toBeLessThan(0.49);
  });

  test('keeps a head inside that a cut shoulder pushes aside', () => {
    const person = subject(cutBy(line([-0.62, 0.6], [-0.62, 1.6])));
    const { frame, violation } = solveFraming(IN_CIRCLE, person);
    expect(violation).toBe(0);
    expect(farthest(frame, person)).toBeLessThan(0.5);
  });

  test('still shows no cut rather than the whole of the hair', () => {
    const sides = 0.7;
    const cut = cutBy(line([-sides, -0.9], [-sides, 1.2]), line([sides, -0.9], [sides, 1.2]));
    const { violation } = solveFraming(IN_CIRCLE, subject({ ...TALL_AND_WIDE, ...cut, coverHead: 0.7 }));
    expect(violation).toBeLessThan(1e-3);
  });
});

describe('frameTransform', () => {
  test('puts the eyes on their line and turns the whole roll back', () => {
    const rolled = subject({ rollRad: 2.1 });
    const frame = { headHeight: 0.5, eyeLine: 0.4, shift: 0.1 };
    const transform = frameTransform(frame, rolled, { widthPx: 800, heightPx: 800 });
    expect(applyTransform(transform, 300, 200)).toEqual([expect.closeTo(480, 6), expect.closeTo(320, 6)]);
    const chin = applyTransform(transform, 300 - 100 * Math.sin(2.1), 200 + 100 * Math.cos(2.1));
    expect(chin).toEqual([expect.closeTo(480, 6), expect.closeTo(520, 6)]);
  });
});
