import { faceCoverage, landmarksInPart } from '@avatar/face';
import { extractRegion, type Point } from '@avatar/image';
import type { Box, DetectedFace, Faces, Photo, RasterImage } from '@avatar/stage';
import { areaOf, holds } from './hull.js';

/** A border whose box it fills so far is a rectangle that lies straight. */
const STRAIGHT = 0.985;

/**
 * The part of a photo inside a border, as a photo of its own: cut to the border's box, the faces inside it in its
 * pixels. Beyond a border that is no rectangle its colours go on, so that no model sees what was drawn around the
 * picture.
 *
 * @param border convex, clockwise as seen, in pixels of the photo
 */
export function withinBorder(
  photo: Photo,
  { faces, unclear }: Faces,
  border: readonly Point[],
): { photo: Photo; faces: Faces } {
  const box = boxAround(border, photo.image);
  const image = extractRegion(photo.image, box);
  const inside = border.map(([x, y]): Point => [x - box.x, y - box.y]);
  const isStraight = areaOf(border) >= STRAIGHT * box.width * box.height;
  return {
    photo: isStraight ? { ...photo, image } : { ...photo, image: continued(image, inside), border: inside },
    faces: {
      faces: faces.filter((face) => holds(border, middleOf(face.box))).map((face) => inPart(face, box)),
      unclear,
    },
  };
}

const middleOf = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];

function boxAround(border: readonly Point[], { width, height }: RasterImage): Box {
  const xs = border.map(([x]) => x);
  const ys = border.map(([, y]) => y);
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const right = Math.min(width, Math.ceil(Math.max(...xs)));
  const bottom = Math.min(height, Math.ceil(Math.max(...ys)));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function inPart(face: DetectedFace, part: Box): DetectedFace {
  const landmarks = landmarksInPart(face.landmarks, part);
  const box = { ...face.box, x: face.box.x - part.x, y: face.box.y - part.y };
  return { ...face, box, landmarks, coverage: faceCoverage(landmarks, part.width, part.height) };
}

/**
 * Each pixel beyond the border has the colour of the border's nearest pixel in its row; rows without any repeat the
 * next one that has.
 */
function continued({ data, width, height, channels }: RasterImage, border: readonly Point[]): RasterImage {
  const filled = data.slice();
  const pixel = (x: number, y: number) => (y * width + x) * channels;
  const rows = Array.from({ length: height }, (_, y) => rowInside(border, y + 0.5, width));
  rows.forEach((row, y) => {
    if (!row) return;
    for (let x = 0; x < row.left; x++)
      filled.copyWithin(pixel(x, y), pixel(row.left, y), pixel(row.left, y) + channels);
    for (let x = row.right + 1; x < width; x++)
      filled.copyWithin(pixel(x, y), pixel(row.right, y), pixel(row.right, y) + channels);
  });
  const first = rows.findIndex((row) => row !== undefined);
  const last = rows.findLastIndex((row) => row !== undefined);
  if (first < 0) return { data: filled, width, height, channels };
  const copyRow = (from: number, to: number) =>
    filled.copyWithin(pixel(0, to), pixel(0, from), pixel(0, from + 1));
  for (let y = 0; y < first; y++) copyRow(first, y);
  for (let y = last + 1; y < height; y++) copyRow(last, y);
  return { data: filled, width, height, channels };
}

/** First and last whole pixel of a row inside a convex border. */
function rowInside(
  border: readonly Point[],
  y: number,
  width: number,
): { left: number; right: number } | undefined {
  let [left, right] = [Infinity, -Infinity];
  border.forEach(([fromX, fromY], i) => {
    const [toX, toY] = border[(i + 1) % border.length];
    if (fromY <= y === toY <= y) return;
    const x = fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
    left = Math.min(left, x);
    right = Math.max(right, x);
  });
  const first = Math.max(0, Math.ceil(left));
  const last = Math.min(width, Math.floor(right)) - 1;
  return first <= last ? { left: first, right: last } : undefined;
}
