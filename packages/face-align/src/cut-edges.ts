import type { Point } from '@avatar/image';
import type { Matte } from '@avatar/stage';
import type { ToHead } from './head-axes.js';

/** Points on the photo's border in the head's axes: u, v in turn, in head heights. */
export interface Cuts {
  readonly points: Float32Array;
  readonly spacingHeads: number;
}

/** One point for each so many head heights: fine enough for a frame's edge, few enough for the search. */
const SPACING_HEADS = 0.02;
/** The matte says "person" above this. */
const PERSON = 0.4;
/** A matte begins at the photo's border when it is at most this far from it. */
const AT_BORDER_PX = 1.5;
/** Mattes fade in the outermost row; this one, counted from the border, is believed. */
const BELIEVED_ROW = 1;

/** Borders that were found in a photo are not known to the pixel: hair that touches one is cut. In head heights. */
const NEAR_BORDER_HEADS = 0.02;

/** A picture's size in pixels, and its border if that is not its edge; see `Photo.border`. */
export interface PictureArea {
  readonly width: number;
  readonly height: number;
  readonly border?: readonly Point[] | undefined;
  /** A large part of the picture will be seen: beyond its region the matte goes on as it ends. Default false. */
  readonly matteGoesOn?: boolean | undefined;
}

/** Its corners, clockwise as seen. */
const outlineOf = ({ width, height, border }: PictureArea): readonly Point[] =>
  border ?? [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];

/** @param inwards unit vector from the border into the picture */
type IsCut = (at: Point, inwards: Point) => boolean;

function collect(photo: PictureArea, headHeightPx: number, toHead: ToHead, isCut: IsCut): Cuts {
  const stepPx = Math.max(1, SPACING_HEADS * headHeightPx);
  const points: number[] = [];
  const outline = outlineOf(photo);
  // Steps run on around corners, so that short edges count as much as they are long.
  let first = stepPx / 2;
  outline.forEach(([fromX, fromY], i) => {
    const [toX, toY] = outline[(i + 1) % outline.length];
    const length = Math.hypot(toX - fromX, toY - fromY);
    const along: Point = [(toX - fromX) / length, (toY - fromY) / length];
    let at = first;
    for (; at < length; at += stepPx) {
      const place: Point = [fromX + along[0] * at, fromY + along[1] * at];
      if (isCut(place, [-along[1], along[0]])) points.push(...toHead(...place));
    }
    first = at - length;
  });
  return { points: Float32Array.from(points), spacingHeads: stepPx / headHeightPx };
}

/** The whole border. */
export const bordersOfPhoto = (photo: PictureArea, headHeightPx: number, toHead: ToHead): Cuts =>
  collect(photo, headHeightPx, toHead, () => true);

/** The places where the border cuts the person of the matte. */
export function matteCuts(matte: Matte, photo: PictureArea, headHeightPx: number, toHead: ToHead): Cuts {
  const { alpha, region } = matte;
  const nearPx = photo.border ? NEAR_BORDER_HEADS * headHeightPx : 0;
  const insidePx = nearPx + ((BELIEVED_ROW + 0.5) * region.width) / alpha.width;
  const isCut: IsCut = ([x, y], inwards) => {
    const insideX = x >= region.x - AT_BORDER_PX && x <= region.x + region.width + AT_BORDER_PX;
    const insideY = y >= region.y - AT_BORDER_PX && y <= region.y + region.height + AT_BORDER_PX;
    if (!photo.matteGoesOn && (!insideX || !insideY)) return false;
    const at = (position: number, start: number, length: number, count: number) => {
      const index = Math.floor(((position - start) / length) * count);
      return Math.min(Math.max(index, BELIEVED_ROW), count - 1 - BELIEVED_ROW);
    };
    const column = at(x + inwards[0] * insidePx, region.x, region.width, alpha.width);
    const row = at(y + inwards[1] * insidePx, region.y, region.height, alpha.height);
    return alpha.data[row * alpha.width + column] > PERSON;
  };
  return collect(photo, headHeightPx, toHead, isCut);
}

const SOLID = 0.5;
/** The crown is looked for this near to the middle of the head. */
const CROWN_ASIDE = 0.5;

/** v of the topmost point of the person over the face, or undefined when the matte has none. */
export function matteCrown({ alpha, region }: Matte, toHead: ToHead): number | undefined {
  const origin = toHead(region.x, region.y);
  const right = toHead(region.x + region.width / alpha.width, region.y);
  const down = toHead(region.x, region.y + region.height / alpha.height);
  const perColumn = [right[0] - origin[0], right[1] - origin[1]] as const;
  const perRow = [down[0] - origin[0], down[1] - origin[1]] as const;
  let crown = Infinity;
  for (let row = 0; row < alpha.height; row += 2)
    for (let column = 0; column < alpha.width; column += 2) {
      if (alpha.data[row * alpha.width + column] <= SOLID) continue;
      const v = origin[1] + column * perColumn[1] + row * perRow[1];
      if (v >= crown) continue;
      const u = origin[0] + column * perColumn[0] + row * perRow[0];
      if (Math.abs(u) <= CROWN_ASIDE) crown = v;
    }
  return crown < 0 ? crown : undefined;
}
