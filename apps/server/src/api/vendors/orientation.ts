import type { AvatarWarning } from '../../generations/index.js';
import type { Orientation } from './person-attributes.js';

const SIDE_PX = 1024;

/** How large a picture is, and what has to be said of it. */
export function sizeOf(orientation: Orientation): {
  readonly size: { readonly sizePx: number };
  readonly warnings: readonly AvatarWarning[];
} {
  const isSquare = orientation === 'square';
  return { size: { sizePx: SIDE_PX }, warnings: isSquare ? [] : [onlySquare(orientation)] };
}

const onlySquare = (orientation: Orientation): AvatarWarning => ({
  code: 'orientation-not-drawn',
  message: `The picture is a square of ${SIDE_PX} pixels: ${orientation} pictures cannot be drawn yet.`,
});
