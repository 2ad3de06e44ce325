import { LEFT_TEMPLE, RIGHT_TEMPLE } from '@avatar/face';
import { median } from '@avatar/image';
import { CELL, steps, type HeadGrid } from '../crop/head-grid.js';
import { likelihood, pointOf, type HeadCrop } from '../crop/head-crop.js';
import { pixelsIn, placeOf } from '../crop/outline.js';

/** Where the hair is, in head heights: 0 between the eyes, the chin at 0.5. Sides are the picture's. */
export interface HairShape {
  /** Highest hair of the middle, negative; 0 without hair. */
  readonly top: number;
  /** Highest part of the person in the middle, hats too. */
  readonly personTop: number;
  readonly isTopCut: boolean;
  /** Shares of the top of the head, in [0, 1]. */
  readonly crown: Readonly<Record<'hair' | 'skin' | 'other' | 'clothes' | 'seen', number>>;
  /** Share of the mesh's forehead under hair: of all, and of its left, middle and right third. */
  readonly forehead: number;
  readonly foreheadThirds: readonly [left: number, middle: number, right: number];
  /** How far the hair stands out beyond the temples. */
  readonly sides: readonly [left: number, right: number];
  /** Lowest hair that hangs from the head. */
  readonly falls: readonly [Fall, Fall];
  /** Hair beside the neck, in squares of head heights. */
  readonly below: number;
  /** A knot on the head: its height and width. */
  readonly knot: { readonly high: number; readonly wide: number };
  /** All hair, in squares of head heights. */
  readonly area: number;
}

interface Fall {
  readonly v: number;
  /** The photo ends before the hair does. */
  readonly isCut: boolean;
}

/** The mesh's forehead, as a polygon. */
const FOREHEAD_AREA = [54, 103, 67, 109, 10, 338, 297, 332, 284, 298, 333, 299, 337, 9, 108, 69, 104, 68];

export function measureHairShape(grid: HeadGrid, wide: HeadCrop, close: HeadCrop): HairShape {
  const top = highest((v) => steps(-0.3, 0.3).filter((u) => grid.isHair(u, v)).length);
  const personTop = highest((v) => steps(-0.3, 0.3).filter((u) => isPerson(grid, u, v)).length);
  const { all, thirds } = foreheadCover(close);
  return {
    top,
    personTop,
    isTopCut: !grid.isSeen(0, personTop - 0.03),
    crown: sharesOf(grid, -0.18, 0.18, personTop + 0.02, Math.min(-0.3, personTop + 0.18)),
    forehead: all,
    foreheadThirds: thirds,
    sides: [sideVolume(grid, wide, -1), sideVolume(grid, wide, 1)],
    falls: [fallOf(grid, -1), fallOf(grid, 1)],
    below: hairArea(grid, 0.28, 0.9),
    knot: knotOf(grid, top),
    area: areaOf(grid),
  };
}

const isPerson = (grid: HeadGrid, u: number, v: number): boolean =>
  grid.at('hair', u, v) + grid.at('other', u, v) + grid.at('clothes', u, v) + grid.at('skin', u, v) > 0.5;

/** The highest row in which at least three cells count. */
function highest(count: (v: number) => number): number {
  return steps(-1.1, 0).find((v) => count(v) >= 3) ?? 0;
}

function sharesOf(grid: HeadGrid, left: number, right: number, top: number, bottom: number) {
  const sums = { hair: 0, skin: 0, other: 0, clothes: 0 };
  let seen = 0;
  let all = 0;
  for (const v of steps(top, bottom))
    for (const u of steps(left, right)) {
      all++;
      if (!grid.isSeen(u, v)) continue;
      seen++;
      for (const part of ['hair', 'skin', 'other', 'clothes'] as const) sums[part] += grid.at(part, u, v);
    }
  const of = (sum: number) => sum / (seen || 1);
  return {
    hair: of(sums.hair),
    skin: of(sums.skin),
    other: of(sums.other),
    clothes: of(sums.clothes),
    seen: seen / (all || 1),
  };
}

function foreheadCover(close: HeadCrop) {
  const sums = [0, 0, 0];
  const counts = [0, 0, 0];
  for (const pixel of pixelsIn(
    FOREHEAD_AREA.map((index) => pointOf(close, index)),
    3,
  )) {
    const [x, y] = placeOf(pixel);
    const u = (x - close.eyes[0]) / close.headPx;
    const third = u < -0.07 ? 0 : u > 0.07 ? 2 : 1;
    sums[third] += likelihood(close, 'hair', x, y);
    counts[third]++;
  }
  const total = (values: readonly number[]) => values[0] + values[1] + values[2];
  const thirds = sums.map((sum, i) => sum / (counts[i] || 1)) as [number, number, number];
  return { all: total(sums) / (total(counts) || 1), thirds };
}

/** Median of the outermost hair at the level of brows and eyes, beyond the mesh's temple. */
function sideVolume(grid: HeadGrid, wide: HeadCrop, side: -1 | 1): number {
  const temple = pointOf(wide, side < 0 ? RIGHT_TEMPLE : LEFT_TEMPLE)[0];
  const reaches = steps(-0.25, 0.05).map((v) => outermost(grid, side, v));
  return median(reaches) - Math.abs(temple - wide.eyes[0]) / wide.headPx;
}

const outermost = (grid: HeadGrid, side: -1 | 1, v: number): number =>
  steps(0.15, 0.9).findLast((u) => grid.isHair(side * u, v)) ?? 0;

/** Follows the hair of one side down from the ear, or from where a hat lets it out; gaps of five rows are bridged. */
function fallOf(grid: HeadGrid, side: -1 | 1): Fall {
  const columns = steps(0.08, 0.9);
  let lowest = -0.2;
  let missed = 0;
  for (const v of steps(-0.2, 1.38)) {
    if (columns.filter((u) => grid.isSeen(side * u, v)).length < 6) return { v: lowest, isCut: missed < 4 };
    const hairs = columns.filter((u) => grid.isHair(side * u, v)).length;
    if (hairs >= 2) {
      lowest = v;
      missed = 0;
    } else if (++missed > 5 && (lowest > -0.2 || v > NECK)) break;
  }
  return { v: lowest, isCut: false };
}

/** Below this no hair comes out from under a hat. */
const NECK = 0.55;

function hairArea(grid: HeadGrid, top: number, bottom: number): number {
  let cells = 0;
  for (const v of steps(top, bottom))
    for (const u of steps(0.1, 0.9)) cells += (grid.isHair(u, v) ? 1 : 0) + (grid.isHair(-u, v) ? 1 : 0);
  return cells * CELL * CELL;
}

/** Narrow hair above the skull: where the rows jump to the width of a head, the knot ends. */
function knotOf(grid: HeadGrid, top: number): HairShape['knot'] {
  const widths = steps(top, -0.3).map((v) => steps(-0.5, 0.5).filter((u) => grid.isHair(u, v)).length * CELL);
  const skull = widths.findIndex((width, row) => row >= 3 && width > 0.38);
  return skull < 1 ? { high: 0, wide: 0 } : { high: skull * CELL, wide: Math.max(...widths.slice(0, skull)) };
}

function areaOf(grid: HeadGrid): number {
  let cells = 0;
  for (const v of steps(-1.1, 1.38)) for (const u of steps(-1, 1)) if (grid.isHair(u, v)) cells++;
  return cells * CELL * CELL;
}
