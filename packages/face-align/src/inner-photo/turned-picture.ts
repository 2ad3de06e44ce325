import { borderPixels, floodFill, OPEN_LABEL, type Point } from '@avatar/image';
import { areaOf, convexHull, cutBySide, holds } from './hull.js';
import type { SmallPicture } from './small-picture.js';

/** Canvases are black or white, with the ringing of JPEG beside the picture: levels of each channel. */
const CANVASES: readonly (readonly [from: number, to: number])[] = [
  [0, 22],
  [235, 255],
];
/** Of all pixels, the canvas is at least this share. */
const LEAST_CANVAS = 0.012;
/** Edges of the hull that are at least this share of the photo's longer side may be sides of the picture. */
const LEAST_EDGE = 0.12;
/** A side of the picture is looked at this far within and beyond it, in pixels of the copy. */
const BESIDE_PX = 3;
/**
 * A side is there when it lies so far within the photo, in pixels of the copy, and this share of it is seen, of a
 * length that is at least this share of the photo's; dark clothes swallow a side.
 */
const SIDE = { depthPx: 2, seen: 0.7, length: 0.1 };
/** So many sides make a picture: one alone may be a wall's or a window's. */
const LEAST_SIDES = 2;
/** Pictures have no ringing of JPEG at their border, in pixels of the copy. */
const INSET_PX = 1.5;

/** Label of what hangs together with the photo's border. */
const REACHED = 2;

interface Side {
  /** Unit vector out of the picture, and how far the side lies in its direction. */
  readonly outwards: Point;
  readonly distance: number;
}

/**
 * The picture that somebody turned on a black or white canvas, as straightening tools and scanners leave it: wedges
 * in the corners, bars at the sides. Found by the right-angled sides that the canvas ends at; convex, clockwise as
 * seen, in pixels of the copy.
 *
 * @param face points of the face; all of them have to be inside
 */
export function turnedPicture(picture: SmallPicture, face: readonly Point[]): Point[] | undefined {
  for (const levels of CANVASES) {
    const canvas = canvasAround(picture, levels);
    const found = canvas && pictureOn(canvas, picture, face);
    if (found) return found;
  }
  return undefined;
}

/** 1 on what has these levels and hangs together with the photo's border; undefined where that is next to nothing. */
function canvasAround(
  { width, height, colours }: SmallPicture,
  [from, to]: readonly [number, number],
): Uint8Array | undefined {
  const labels = new Uint8Array(width * height);
  for (let place = 0, c = 0; place < labels.length; place++, c += 3) {
    let isCanvas = true;
    for (let i = c; i < c + 3; i++) if (colours[i] < from || colours[i] > to) isCanvas = false;
    if (isCanvas) labels[place] = OPEN_LABEL;
  }
  const canvas = new Uint8Array(labels.length);
  const places = floodFill({ width, height }, labels, REACHED, borderPixels(width, height));
  for (const place of places) canvas[place] = 1;
  return places.length < LEAST_CANVAS * canvas.length ? undefined : canvas;
}

function pictureOn(canvas: Uint8Array, picture: SmallPicture, face: readonly Point[]): Point[] | undefined {
  const hull = hullBeside(picture, canvas, face);
  let best: { readonly sides: Side[]; readonly taken: number } | undefined;
  for (const angleRad of edgeDirections(hull, LEAST_EDGE * Math.max(picture.width, picture.height))) {
    const sides = sidesAlong(angleRad, hull, picture, canvas);
    if (sides.length < LEAST_SIDES) continue;
    const taken = canvas.length - areaOf(within(picture, sides, 0));
    if (!best || taken > best.taken) best = { sides, taken };
  }
  if (!best || best.taken < LEAST_CANVAS * canvas.length) return undefined;
  const border = within(picture, best.sides, INSET_PX);
  return border.length > 2 && face.every((point) => holds(border, point)) ? border : undefined;
}

/** Hull of what is not canvas: rows and columns are looked through from outside; specks of noise do not count. */
function hullBeside({ width, height }: SmallPicture, canvas: Uint8Array, face: readonly Point[]): Point[] {
  const solid = (x: number, y: number): boolean =>
    canvas[y * width + x] === 0 && canvas[y * width + x + 1] === 0 && canvas[(y + 1) * width + x] === 0;
  const points: Point[] = [...face];
  for (let y = 0; y < height - 1; y++) {
    let [left, right] = [0, width - 2];
    while (left < width - 1 && !solid(left, y)) left++;
    while (right >= left && !solid(right, y)) right--;
    if (left <= right) points.push([left, y], [right + 2, y], [left, y + 2], [right + 2, y + 2]);
  }
  return convexHull(points);
}

function edgeDirections(hull: readonly Point[], leastPx: number): number[] {
  return hull.flatMap(([x, y], i) => {
    const [nextX, nextY] = hull[(i + 1) % hull.length];
    const length = Math.hypot(nextX - x, nextY - y);
    return length < leastPx ? [] : [Math.atan2(nextY - y, nextX - x)];
  });
}

/** The right-angled sides around the hull, turned by an angle, that the canvas can be seen to end at. */
function sidesAlong(
  angleRad: number,
  hull: readonly Point[],
  picture: SmallPicture,
  canvas: Uint8Array,
): Side[] {
  return [0, 1, 2, 3]
    .map((quarter): Side => {
      const angle = angleRad + (quarter * Math.PI) / 2;
      const outwards: Point = [Math.cos(angle), Math.sin(angle)];
      return { outwards, distance: Math.max(...hull.map(([x, y]) => x * outwards[0] + y * outwards[1])) };
    })
    .filter((side) => isSeen(side, picture, canvas));
}

/** Canvas just beyond, and none just within, along enough of the side. */
function isSeen(
  { outwards: [u, v], distance }: Side,
  { width, height }: SmallPicture,
  canvas: Uint8Array,
): boolean {
  /** Undefined outside the photo. */
  const valueAt = (along: number, depth: number): number | undefined => {
    const x = u * (distance + depth) - v * along;
    const y = v * (distance + depth) + u * along;
    return x < 0 || y < 0 || x >= width || y >= height
      ? undefined
      : canvas[Math.floor(y) * width + Math.floor(x)];
  };
  const reach = Math.hypot(width, height);
  let length = 0;
  let seen = 0;
  for (let along = -reach; along < reach; along++) {
    const beyond = valueAt(along, BESIDE_PX);
    if (beyond === undefined || valueAt(along, SIDE.depthPx) === undefined) continue;
    length++;
    if (beyond === 1 && valueAt(along, -BESIDE_PX) === 0) seen++;
  }
  return length >= SIDE.length * Math.max(width, height) && seen >= SIDE.seen * length;
}

/** The photo's rectangle within all sides. */
const within = ({ width, height }: SmallPicture, sides: readonly Side[], insetPx: number): Point[] =>
  sides.reduce<Point[]>(
    (polygon, { outwards, distance }) => cutBySide(polygon, outwards, distance - insetPx),
    [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ],
  );
