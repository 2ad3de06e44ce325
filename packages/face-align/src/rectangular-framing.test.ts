import { expect, test } from 'vitest';
import { violationOf } from './frame-cost.js';
import { frameTransform, solveFraming } from './framing.js';
import type { Subject } from './subject.js';
import { wantedFrame } from './wanted-frame.js';

const FRAMING = { headHeight: 0.54, eyeLine: 0.415, minHeadroom: 0.045 };
const WIDE = { widthPx: 1344, heightPx: 768 };
const HIGH = { widthPx: 768, heightPx: 1344 };

/** Head and hair as an ellipse, shoulders that the photo cuts at its sides and its bottom. Head heights from the eyes. */
function person(room: { readonly beside: number; readonly below: number }): Subject {
  const outline: number[] = [];
  for (let i = 0; i < 40; i++) {
    const angle = (i / 40) * 2 * Math.PI;
    outline.push(0.4 * Math.cos(angle), -0.05 + 0.52 * Math.sin(angle));
  }
  const cuts: number[] = [];
  for (let v = 0.95; v < room.below; v += 0.02) cuts.push(-room.beside, v, room.beside, v);
  for (let u = -room.beside; u <= room.beside; u += 0.02) cuts.push(u, room.below);
  return {
    eyes: [500, 500],
    headHeightPx: 400,
    rollRad: 0,
    crown: -0.57,
    chin: 0.43,
    crownIsCut: false,
    chinIsCut: false,
    cuts: Float32Array.from(cuts),
    cutSpacing: 0.02,
    outline: Float32Array.from(outline),
    middle: 0,
    coverHead: 0.4,
  };
}

test.each([
  ['wide', WIDE],
  ['high', HIGH],
])(
  'a person with room around stands in a %s picture as in a square, the eyes in its upper part',
  (_, size) => {
    const wanted = wantedFrame(FRAMING, false, size);
    const { frame, violation } = solveFraming(wanted, person({ beside: 4, below: 4 }));
    expect(violation).toBe(0);
    expect(frame.headHeight).toBeCloseTo(0.54, 1);
    expect(Math.abs(frame.shift)).toBeLessThan(0.02);
    expect(frame.eyeLine / wanted.height).toBeGreaterThan(0.3);
    expect(frame.eyeLine / wanted.height).toBeLessThan(0.45);
  },
);

test('where the photo cuts the shoulders, the frame of a wide picture is tighter until no cut shows', () => {
  const wanted = wantedFrame(FRAMING, false, WIDE);
  const { frame, violation } = solveFraming(wanted, person({ beside: 0.9, below: 1.4 }));
  expect(violation).toBeLessThan(0.002);
  expect(frame.headHeight).toBeGreaterThan(0.55);
  expect(frame.headHeight).toBeLessThan(0.9);
});

test('where the photo ends at the chest, the frame of a high picture ends there too', () => {
  const wanted = wantedFrame(FRAMING, false, HIGH);
  const { frame, violation } = solveFraming(wanted, person({ beside: 1.2, below: 1.4 }));
  expect(violation).toBeLessThan(0.002);
  // The bottom of the picture is at or above the photo's.
  expect((wanted.height - frame.eyeLine) / frame.headHeight).toBeLessThan(1.42);
});

test('a photo of hardly more than a face fills the picture, its middle in the middle', () => {
  const wanted = wantedFrame(FRAMING, false, HIGH);
  const subject = { ...person({ beside: 0.42, below: 0.5 }), middle: 0.1 };
  const { frame, violation } = solveFraming(wanted, subject);
  expect(violation).toBeGreaterThan(0.05);
  expect(frame.headHeight).toBe(0.9);
  expect(frame.shift).toBeCloseTo(-0.09, 6);
});

test('cuts on the sides of the picture are none, and those inside are measured by the nearest side', () => {
  const at = (x: number, y: number) => ({ ...person({ beside: 4, below: 4 }), cuts: Float32Array.of(x, y) });
  const wanted = wantedFrame(FRAMING, false, WIDE);
  const frame = { headHeight: 0.5, eyeLine: 0.4, shift: 0 };
  expect(violationOf(frame, at(1.75, 0), wanted, Infinity)).toBe(0);
  expect(violationOf(frame, at(1.5, 0), wanted, Infinity)).toBeCloseTo((0.02 + 0.125) * 0.01, 6);
  expect(violationOf(frame, at(0, 1), wanted, Infinity)).toBeCloseTo((0.02 + 0.1) * 0.01, 6);
});

test('the eyes come to their place in pixels of the picture', () => {
  const subject = person({ beside: 4, below: 4 });
  const { a, tx, ty } = frameTransform({ headHeight: 0.5, eyeLine: 0.4, shift: 0.1 }, subject, WIDE);
  expect(a).toBeCloseTo((0.5 * 768) / 400, 6);
  expect(a * 500 + tx).toBeCloseTo(672 + 76.8, 4);
  expect(a * 500 + ty).toBeCloseTo(0.4 * 768, 4);
});
