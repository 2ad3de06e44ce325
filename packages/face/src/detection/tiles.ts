import type { Point } from '@avatar/image';
import type { Box } from '@avatar/stage';
import type { FaceCandidate } from './face-detector.js';
import type { Square } from './square-crop.js';

/** Neighbouring tiles share this part of their side. */
const SHARED = 0.25;
/** Boxes this near to an inner edge are cut off; the neighbour sees the whole face. */
const EDGE_PX = 2;

/** Starts and length of `count` overlapping pieces of a line. */
function pieces(length: number, count: number): { starts: number[]; piece: number } {
  const piece = length / (count - SHARED * (count - 1));
  return { starts: Array.from({ length: count }, (_, i) => i * piece * (1 - SHARED)), piece };
}

/** Overlapping tiles: two along the longer side, one or two along the other. */
export function tileBoxes(width: number, height: number): Box[] {
  const across = Math.max(1, Math.round((2 * Math.min(width, height)) / Math.max(width, height)));
  const columns = pieces(width, width >= height ? 2 : across);
  const rows = pieces(height, width >= height ? across : 2);
  return rows.starts.flatMap((y) =>
    columns.starts.map((x) => ({ x, y, width: columns.piece, height: rows.piece })),
  );
}

/** The upright square with the box in its top left corner, as the detector was measured with. */
export function squareOver(box: Box): Square {
  const sidePx = Math.max(box.width, box.height);
  const centre: Point = [box.x + sidePx / 2, box.y + sidePx / 2];
  return { centre, sidePx, angleRad: 0 };
}

/** False for a face that the tile's edge cuts where the picture goes on. */
export function isWholeInTile({ box }: FaceCandidate, tile: Box, width: number, height: number): boolean {
  const right = tile.x + tile.width;
  const bottom = tile.y + tile.height;
  return (
    (tile.x <= EDGE_PX || box.x >= tile.x + EDGE_PX) &&
    (tile.y <= EDGE_PX || box.y >= tile.y + EDGE_PX) &&
    (right >= width - EDGE_PX || box.x + box.width <= right - EDGE_PX) &&
    (bottom >= height - EDGE_PX || box.y + box.height <= bottom - EDGE_PX)
  );
}
