import type { Point } from '@avatar/image';
import type { Box } from '@avatar/stage';
import { areaOf, convexHull, holds } from './hull.js';
import { count, INSET, joinedTo, maskOf, spread, without } from './masks.js';
import type { SmallPicture } from './small-picture.js';

/** Photos are convex: of what a convex hull adds, as shares of the ground that was taken away, and of the hull itself. */
const HOLLOW = { ofGround: 0.12, ofShape: 0.045 };
/** The ground has to be at least this share of the area. */
const LEAST_GROUND = 0.03;
/** Share of its columns that end exactly where the hull does. */
const LEAST_EXACT = 0.72;
/**
 * On the way to a picture, such as a laptop's case around its screen, shapes may be this much more hollow; the ground
 * is large then.
 */
const ROUGH = { ofGround: 0.4, ofShape: 0.25, ground: 0.1 };
const FAR_TOO_HOLLOW = 0.3;
/**
 * A rectangle one of whose corners has run into the page: least share of each of its sides that is seen, and of all
 * four together.
 */
const RECTANGLE = { side: 0.35, sides: 2.9, area: 0.75 };

/** The part of a picture that the face is in. */
export interface InnerShape {
  /** Convex, clockwise as seen, in pixels of the copy. */
  readonly border: readonly Point[];
  /** 1 inside. */
  readonly area: Uint8Array;
  /** It has the shape of a picture: convex, where people's outlines are not. Else it may hold one. */
  readonly isPicture: boolean;
}

/**
 * What is left around the face when a ground is taken away, if it is a picture or may hold one.
 *
 * @param area 1 where the picture is looked at
 * @param ground 1 on what is taken away
 * @param face points of the face; all of them have to be inside
 */
export function innerShape(
  picture: SmallPicture,
  area: Uint8Array,
  ground: Uint8Array,
  face: readonly Point[],
): InnerShape | undefined {
  const { width, height } = picture;
  const whole = count(area);
  if (count(ground) < LEAST_GROUND * whole) return undefined;
  const free = without(area, ground);
  // A rim that is left between two grounds joins nothing.
  const solid = spread(free, 0, width, height);
  const start = face
    .map(([x, y]) => Math.floor(y) * width + Math.floor(x))
    .find((place) => solid[place] === 1);
  if (start === undefined) return undefined;
  const joined = joinedTo(solid, width, height, start);
  if (isHollow(joined, picture)) return undefined;
  const shape = without(spread(joined, 1, width, height), spread(ground, 1, width, height), area);
  const rows = rowsOf(shape, width, height);
  const hull = hullOf(rows);
  const size = rows.reduce((sum, row) => sum + row.count, 0);
  const shapeWith = (border: readonly Point[], isPicture: boolean): InnerShape | undefined =>
    whole - areaOf(border) >= LEAST_GROUND * whole && face.every((point) => holds(border, point))
      ? {
          border,
          area: isPicture ? maskOf(border, picture) : shape,
          isPicture,
        }
      : undefined;
  const hollow = areaOf(hull) - size;
  const fits = ({ ofGround, ofShape }: typeof HOLLOW) =>
    hollow <= ofGround * (whole - areaOf(hull)) && hollow <= ofShape * areaOf(hull);
  if (fits(HOLLOW) && exactBelow(shape, maskOf(hull, picture), width) >= LEAST_EXACT)
    return shapeWith(hull, true);
  const rectangle = boundsOf(rows);
  if (isRectangle(rows, rectangle, size)) return shapeWith(cornersOf(rectangle), true);
  return fits(ROUGH) && count(ground) > ROUGH.ground * whole ? shapeWith(hull, false) : undefined;
}

/** People's outlines go away here, before the work is done. */
function isHollow(shape: Uint8Array, { width, height }: SmallPicture): boolean {
  const rows = rowsOf(shape, width, height);
  const hull = areaOf(hullOf(rows));
  return hull - rows.reduce((sum, row) => sum + row.count, 0) > FAR_TOO_HOLLOW * hull;
}

interface Row {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

function rowsOf(mask: Uint8Array, width: number, height: number): Row[] {
  const rows: Row[] = [];
  for (let y = 0; y < height; y++) {
    const row = mask.subarray(y * width, (y + 1) * width);
    const left = row.indexOf(1);
    if (left >= 0) rows.push({ y, left, right: row.lastIndexOf(1), count: count(row) });
  }
  return rows;
}

/** Share of a shape's columns that end where those of its hull do: where clothes meet a ground, they do not. */
function exactBelow(shape: Uint8Array, hull: Uint8Array, width: number): number {
  const [ends, hullEnds] = [lowestRows(shape, width), lowestRows(hull, width)];
  const columns = hullEnds.flatMap((end, x) => (end < 0 ? [] : [end - ends[x]]));
  return columns.filter((gap) => gap <= INSET).length / columns.length;
}

/** The last row of each column that has something; -1 where there is nothing. */
function lowestRows(mask: Uint8Array, width: number): number[] {
  const lowest = new Array<number>(width).fill(-1);
  for (let place = 0; place < mask.length; place++)
    if (mask[place] === 1) lowest[place % width] = Math.floor(place / width);
  return lowest;
}

const hullOf = (rows: readonly Row[]): Point[] =>
  convexHull(
    rows.flatMap(({ y, left, right }): Point[] => [
      [left, y],
      [left, y + 1],
      [right + 1, y],
      [right + 1, y + 1],
    ]),
  );

function boundsOf(rows: readonly Row[]): Box {
  const left = Math.min(...rows.map((row) => row.left));
  const right = Math.max(...rows.map((row) => row.right)) + 1;
  return { x: left, y: rows[0].y, width: right - left, height: rows.length };
}

const cornersOf = ({ x, y, width, height }: Box): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

function isRectangle(rows: readonly Row[], { x, width, height }: Box, size: number): boolean {
  const near = INSET / 2;
  const sides = [
    rows.filter(({ left }) => left <= x + near).length / height,
    rows.filter(({ right }) => right >= x + width - 1 - near).length / height,
    Math.max(...rows.slice(0, 2).map((row) => row.count)) / width,
    Math.max(...rows.slice(-2).map((row) => row.count)) / width,
  ];
  const all = sides.reduce((sum, side) => sum + side, 0);
  return (
    Math.min(...sides) >= RECTANGLE.side && all >= RECTANGLE.sides && size >= RECTANGLE.area * width * height
  );
}
