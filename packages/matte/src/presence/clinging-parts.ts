import type { Plane } from '@avatar/stage';
import { boxBlur, createPlane, fillPolygon, type Point } from '@avatar/image';
import { pointOfHead, type HeadPlacement } from '../model/head-region.js';
import { meanOver, regionsOf, type Region } from './regions.js';
import type { Presence } from './presence-model.js';

/** The fine matte is sure of a place from here on. */
const SOLID = 0.7;
const LEAST_PX = 6;

/**
 * Background, whatever the fine matte says: denied nearly everywhere. What a person holds in front of themself is
 * doubted, not denied.
 */
const DENIED = { below: 0.35, mean: 0.25, open: 0.1, hair: 0.5 };

/**
 * Small things below the chin of which the fine matte is sure: microphones, cups, books. Size in squares of the
 * head's height.
 */
const HELD = { solid: 0.97, largest: 0.25 };
const LAP: readonly Point[] = [
  [-1.2, 0.7],
  [1.2, 0.7],
  [1.2, 2],
  [-1.2, 2],
];

/**
 * Beside and above the head nothing is held: what is doubted there grows out of the background. In head heights from
 * the eyes.
 */
const BESIDE: readonly Point[] = [
  [-0.4, -0.95],
  [0.4, -0.95],
  [0.6, -0.3],
  [0.6, 0.35],
  [-0.6, 0.35],
  [-0.6, -0.3],
];
/**
 * Such parts are small, in squares of the head's height (arms, animals and other people are larger), and not hair:
 * curls are doubted too, and three quarters of what is seen in them is hair.
 */
const DOUBTED = { below: 0.85, mean: 0.8, largest: 0.012, hair: 0.72 };
/** Share of a small window that belongs to a part. */
const THICK = 0.7;

/**
 * Marks with 1 what `fine` holds for the person and is not. All planes on the coarse grid, which is `scale` times
 * that of `heads`.
 */
export function clingingParts(
  fine: Plane,
  presence: Presence,
  scale: readonly [number, number],
  heads: readonly HeadPlacement[] | undefined,
): Plane {
  const marked = createPlane(fine.width, fine.height);
  const mark = ({ pixels }: Region): void => {
    for (const index of pixels) marked.data[index] = 1;
  };
  deniedParts(fine, presence, scale, heads).forEach(mark);
  for (const head of heads ?? []) doubtedBeside(fine, presence, scale, head).forEach(mark);
  return marked;
}

function deniedParts(
  fine: Plane,
  { person, hair }: Presence,
  scale: readonly [number, number],
  heads: readonly HeadPlacement[] = [],
): Region[] {
  const labels = thickParts(fine, person, DENIED.below);
  const lap = polygonPlane(fine, LAP, scale, heads);
  const largest = HELD.largest * squareOf(scale, heads);
  return regionsOf(person, labels, LEAST_PX, (i) => fine.data[i] <= SOLID).filter(({ pixels, openness }) => {
    const mean = meanOver(person, pixels);
    if (mean > DENIED.mean || openness < DENIED.open) return false;
    if (meanOver(hair, pixels) > DENIED.hair * mean) return false;
    const isHeld =
      pixels.length < largest && meanOver(lap, pixels) > 0.5 && meanOver(fine, pixels) > HELD.solid;
    return !isHeld;
  });
}

function doubtedBeside(
  fine: Plane,
  { person, hair }: Presence,
  scale: readonly [number, number],
  head: HeadPlacement,
): Region[] {
  const beside = polygonPlane(person, BESIDE, scale, [head]);
  const labels = thickParts(fine, person, DOUBTED.below);
  const largest = DOUBTED.largest * squareOf(scale, [head]);
  return regionsOf(person, labels, 2, () => false).filter(({ pixels }) => {
    if (pixels.length > largest || meanOver(beside, pixels) < 0.5) return false;
    const mean = meanOver(person, pixels);
    const hairy = meanOver(hair, pixels) > DOUBTED.hair * mean;
    return mean < DOUBTED.mean && !hairy;
  });
}

/**
 * Labels with 1 where `fine` is sure and `person` is below a bound, in more than seams and thin things such as
 * ear-rings.
 */
function thickParts(fine: Plane, person: Plane, below: number): Uint8Array {
  const parts = createPlane(person.width, person.height);
  for (let i = 0; i < parts.data.length; i++)
    if (fine.data[i] > SOLID && person.data[i] < below) parts.data[i] = 1;
  const thick = boxBlur(parts, 1);
  for (let i = 0; i < thick.data.length; i++) thick.data[i] = thick.data[i] > THICK ? 1 : 0;
  const around = boxBlur(thick, 1);
  const labels = new Uint8Array(parts.data.length);
  for (let i = 0; i < labels.length; i++) labels[i] = around.data[i] > 0 && parts.data[i] > 0 ? 1 : 0;
  return labels;
}

/** 1 inside an outline in head heights, around each head. */
function polygonPlane(
  { width, height }: Plane,
  outline: readonly Point[],
  [across, down]: readonly [number, number],
  heads: readonly HeadPlacement[],
): Plane {
  const plane = createPlane(width, height);
  for (const head of heads)
    fillPolygon(
      plane,
      outline.map(([u, v]) => pointOfHead(head, u, v)).map(([x, y]) => [x * across, y * down] as const),
    );
  return plane;
}

/** Pixels in the square of the largest head's height. */
const squareOf = ([across, down]: readonly [number, number], heads: readonly HeadPlacement[]): number =>
  Math.max(0, ...heads.map(({ heightPx }) => heightPx ** 2 * across * down));
