import { createPlane, fillPolygon } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { expect, test } from 'vitest';
import type { HeadPlacement } from '../model/head-region.js';
import { undecidedAround } from './undecided.js';

const SIDE = 256;
const head: HeadPlacement = { eyes: [128, 110], heightPx: 100, rollRad: 0 };
type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A plane with boxes of a value. */
function plane(background: number, ...boxes: readonly (readonly [Box, number])[]): Plane {
  const made = createPlane(SIDE, SIDE, background);
  for (const [[left, top, right, bottom], value] of boxes)
    fillPolygon(
      made,
      [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ],
      value,
    );
  return made;
}

const PERSON: Box = [80, 50, 176, 256];
/** Beside the head, touching it: an eighth of a head's square. */
const BESIDE: Box = [176, 90, 206, 132];
const nothing = plane(0);
const fine = plane(0, [PERSON, 1]);

const sees = (value: number, hair = 0, other = 0) => ({
  person: plane(0.05, [PERSON, 0.98], [BESIDE, value]),
  hair: plane(0, [BESIDE, hair]),
  face: nothing,
  other: plane(0, [BESIDE, other]),
});

test('nothing is undecided where both models agree', () => {
  expect(undecidedAround(fine, fine, sees(0.05), head)).toBe(0);
});

test('a doubt of both counts with its area near the person', () => {
  const doubted = plane(0, [PERSON, 1], [BESIDE, 0.6]);
  expect(undecidedAround(doubted, doubted, sees(0.5), head)).toBeCloseTo(0.126, 1);
});

test('a doubt of one does not count where the other is sure', () => {
  expect(undecidedAround(fine, fine, sees(0.5), head)).toBe(0);
  const kept = plane(0, [PERSON, 1], [BESIDE, 1]);
  expect(undecidedAround(kept, kept, sees(0.5), head)).toBe(0);
});

test('a doubted hat counts although the fine model sees none', () => {
  expect(undecidedAround(fine, fine, sees(0.5, 0, 0.45), head)).toBeGreaterThan(0.02);
});

test('hair is doubted at every edge and does not count', () => {
  const soft = plane(0, [PERSON, 1], [BESIDE, 0.6]);
  expect(undecidedAround(soft, soft, sees(0.5, 0.4), head)).toBe(0);
});

test('what was given on a weak word counts, on a strong one it does not', () => {
  const given = plane(0, [PERSON, 1], [BESIDE, 1]);
  expect(undecidedAround(given, fine, sees(0.93), head)).toBeGreaterThan(0.05);
  expect(undecidedAround(given, fine, sees(0.98), head)).toBe(0);
});

test('somebody who was taken away right beside the person counts', () => {
  const both = plane(0, [PERSON, 1], [BESIDE, 1]);
  expect(undecidedAround(fine, both, sees(0.97), head)).toBeGreaterThan(0.02);
});

test('nothing far from the head counts', () => {
  const low: HeadPlacement = { ...head, eyes: [128, -150] };
  const doubted = plane(0, [PERSON, 1], [BESIDE, 0.6]);
  expect(undecidedAround(doubted, doubted, sees(0.5), low)).toBe(0);
});

test('a shoulder that was taken away counts half', () => {
  const both = plane(0, [PERSON, 1], [BESIDE, 1]);
  const beside = undecidedAround(fine, both, sees(0.97), head);
  const lower: HeadPlacement = { ...head, eyes: [128, 60], heightPx: 100 };
  expect(undecidedAround(fine, both, sees(0.97), lower)).toBeLessThan(0.75 * beside);
});

test('hair that is rather nobody counts, as of somebody behind the ear', () => {
  const kept = plane(0, [PERSON, 1], [BESIDE, 1]);
  expect(undecidedAround(kept, kept, sees(0.4, 0.35), head)).toBeCloseTo(0.126, 1);
  expect(undecidedAround(kept, kept, sees(0.6, 0.5), head)).toBe(0);
});
