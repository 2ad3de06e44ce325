import type { Point } from '@avatar/image';
import type { Box, DetectedFace, RasterImage } from '@avatar/stage';
import { FACE_OVAL, landmarkPolygon } from '@avatar/face';
import { flatSurroundings } from './flat-surroundings.js';
import { innerShape, type InnerShape } from './inner-shape.js';
import { maskOf } from './masks.js';
import { contrast, inSmallPicture, smallPicture, type SmallPicture } from './small-picture.js';
import { tileAround } from './tile-lines.js';
import { turnedPicture } from './turned-picture.js';

/** Copies on which borders are looked for: ordinary photos are told on the first, the second says where the border is. */
const LONGER_SIDE = { quick: 200, exact: 320 };
/** A screen on a desk: its case, then its bezel. */
const MOST_ROUNDS = 3;
/** Paper in uneven light; then ink, bars and empty corners, which are next to clothes of nearly their colour. */
const EVENNESS = [
  { step: 6, whole: 30 },
  { step: 3, whole: 9 },
];
/**
 * Grounds of less than this share of the photo are nothing, and those whose sizes differ by less than this share are
 * the same.
 */
const LEAST_GROUND = 0.02;
const SAME_SIZE = 0.005;
/** A picture ends under its person: so much of the width of two faces lies above something else. */
const ENDS_BELOW = 0.5;

/**
 * The border of the picture that a face is in, if that is only a part of the photo: an avatar with round or
 * transparent corners, a photo on a page or a screen, in a frame of even colour. Convex, clockwise as seen, in pixels
 * of the photo; undefined for ordinary photos.
 */
export function innerBorder(photo: RasterImage, face: DetectedFace): readonly Point[] | undefined {
  return borderOn(smallPicture(photo, LONGER_SIDE.quick), face)
    ? borderOn(smallPicture(photo, LONGER_SIDE.exact), face)
    : undefined;
}

function borderOn(picture: SmallPicture, face: DetectedFace): readonly Point[] | undefined {
  const toSmall = ([x, y]: Point): Point => [x / picture.step, y / picture.step];
  const oval = landmarkPolygon(face.landmarks, FACE_OVAL).map(toSmall);
  const found = framedPicture(picture, face, oval) ?? turnedPicture(picture, oval);
  return found?.map(([x, y]) => [x * picture.step, y * picture.step]);
}

/** All in pixels of the copy. */
function framedPicture(
  picture: SmallPicture,
  face: DetectedFace,
  oval: readonly Point[],
): readonly Point[] | undefined {
  const tile = tileAround(picture, inSmallPicture(face.box, picture));
  let found: readonly Point[] | undefined = tile && insetTile(tile, picture);
  let area = found ? maskOf(found, picture) : new Uint8Array(picture.width * picture.height).fill(1);
  const span = shouldersOf(oval, picture);
  if (!found && !isEven(picture, span)) return undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const shape = largestShape(picture, area, oval, found || round > 0 ? undefined : span);
    if (!shape) break;
    if (shape.isPicture) found = shape.border;
    area = shape.area;
  }
  return found && (tile || endsBelow(maskOf(found, picture), span, picture)) ? found : undefined;
}

/** A tile without the pixels that its neighbours have a part in. */
function insetTile(tile: Box, { width, height }: SmallPicture): Point[] {
  const left = tile.x > 0 ? tile.x + 1 : 0;
  const top = tile.y > 0 ? tile.y + 1 : 0;
  const right = tile.x + tile.width < width ? tile.x + tile.width - 1 : width;
  const bottom = tile.y + tile.height < height ? tile.y + tile.height - 1 : height;
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** What is left when one of the grounds around is taken away: a picture rather than what may hold one. */
function largestShape(
  picture: SmallPicture,
  area: Uint8Array,
  oval: readonly Point[],
  span: Span | undefined,
): InnerShape | undefined {
  let rough: InnerShape | undefined;
  const seen: number[] = [];
  for (const even of EVENNESS)
    for (const { mask, size } of flatSurroundings(picture, area, even)) {
      if (
        size < LEAST_GROUND * area.length ||
        seen.some((other) => Math.abs(other - size) < SAME_SIZE * size)
      )
        continue;
      seen.push(size);
      if (span && !endsBelow(mask, span, picture, 1)) continue;
      const shape = innerShape(picture, area, mask, oval);
      if (shape?.isPicture) return shape;
      rough ??= shape;
    }
  return rough;
}

/** Columns of the copy. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where shoulders are: twice as wide as the face. */
function shouldersOf(oval: readonly Point[], { width }: SmallPicture): Span {
  const xs = oval.map(([x]) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  return {
    from: Math.max(0, Math.floor(left - (right - left) / 2)),
    to: Math.min(width, Math.ceil(right + (right - left) / 2)),
  };
}

const lowestRow = ({ width, height }: SmallPicture): number => width * (height - 2);

/**
 * Whether the picture ends above the photo's own lower border, where the person's shoulders are: `value` there,
 * elsewhere than inside.
 */
function endsBelow(mask: Uint8Array, { from, to }: Span, picture: SmallPicture, value = 0): boolean {
  const lowest = lowestRow(picture);
  let ends = 0;
  for (let x = from; x < to; x++) if (mask[lowest + x] === value) ends++;
  return ends > ENDS_BELOW * (to - from);
}

/** Whether there is even ground under the shoulders at all: most photos are ordinary, and this is quick. */
function isEven(picture: SmallPicture, { from, to }: Span): boolean {
  const lowest = lowestRow(picture);
  let even = 0;
  for (let x = Math.max(1, from); x < to; x++) {
    const place = lowest + x;
    const change = Math.max(
      contrast(picture, place, place - 1),
      contrast(picture, place, place + picture.width),
    );
    if (change <= EVENNESS[0].step) even++;
  }
  return even > ENDS_BELOW * (to - from);
}
