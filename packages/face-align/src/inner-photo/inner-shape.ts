import { fillPolygon, type Point } from '@avatar/image';
import type { Box } from '@avatar/stage';
import { areaOf, convexHull, holds } from './hull.js';
import type { SmallPicture } from './small-picture.js';

/**
 * What is left of an area has its border so far inside, in pixels of the copy: no ringing of JPEG, no line around a
 * picture.
 */
const INSET = 2;
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

/** What is in `mask`, and in `area`, and not in `taken`. */
function without(mask: Uint8Array, taken: Uint8Array, area = mask): Uint8Array {
  const left = new Uint8Array(mask.length);
  for (let place = 0; place < mask.length; place++)
    if (taken[place] === 0 && area[place] === 1) left[place] = mask[place];
  return left;
}

function count(mask: Uint8Array): number {
  let sum = 0;
  for (let place = 0; place < mask.length; place++) sum += mask[place];
  return sum;
}

/** 1 inside a polygon. */
export function maskOf(border: readonly Point[], { width, height }: SmallPicture): Uint8Array {
  const plane = { data: new Float32Array(width * height), width, height };
  fillPolygon(plane, border);
  return new Uint8Array(plane.data);
}

/** Sets all places that are near to a place with `value` to it. */
function spread(mask: Uint8Array, value: number, width: number, height: number): Uint8Array {
  const wider = mask.slice();
  for (let y = 0, place = 0; y < height; y++)
    for (let x = 0; x < width; x++, place++) {
      if (mask[place] !== value) continue;
      const isWithin =
        (x === 0 || mask[place - 1] === value) &&
        (x === width - 1 || mask[place + 1] === value) &&
        (y === 0 || mask[place - width] === value) &&
        (y === height - 1 || mask[place + width] === value);
      if (isWithin) continue;
      for (let v = Math.max(0, y - INSET); v <= Math.min(height - 1, y + INSET); v++)
        wider.fill(value, v * width + Math.max(0, x - INSET), v * width + Math.min(width, x + INSET + 1));
    }
  return wider;
}

interface Row {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

/** 1 on what is joined to a place. */
function joinedTo(solid: Uint8Array, width: number, height: number, start: number): Uint8Array {
  const joined = new Uint8Array(solid.length);
  const open = new Int32Array(solid.length);
  let found = 0;
  const visit = (place: number) => {
    if (solid[place] === 0 || joined[place] === 1) return;
    joined[place] = 1;
    open[found++] = place;
  };
  visit(start);
  for (let next = 0; next < found; next++) {
    const place = open[next];
    const x = place % width;
    if (x > 0) visit(place - 1);
    if (x < width - 1) visit(place + 1);
    if (place >= width) visit(place - width);
    if (place < width * (height - 1)) visit(place + width);
  }
  return joined;
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
