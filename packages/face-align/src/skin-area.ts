import type { Box, FaceLandmarks, Plane } from '@avatar/stage';
import { skinReach } from './skin-prior.js';

/**
 * Where skin can be, with a margin, in whole pixels of the picture on a grid of `gridPx`, so that what is computed in
 * it fits the whole picture.
 */
export function skinArea(
  landmarks: FaceLandmarks,
  picture: Pick<Plane, 'width' | 'height'>,
  { marginPx, gridPx }: { readonly marginPx: number; readonly gridPx: number },
): Box {
  const reach = skinReach(landmarks);
  const span = (from: number, to: number, sizePx: number): readonly [start: number, length: number] => {
    const within = (value: number) => Math.min(Math.max(value, 0), sizePx);
    const start = within(Math.floor((from - marginPx) / gridPx) * gridPx);
    const end = within(Math.ceil((to + marginPx) / gridPx) * gridPx);
    // Never empty, wherever the landmarks are.
    const length = Math.max(Math.min(gridPx, sizePx), end - start);
    return [Math.min(start, sizePx - length), length];
  };
  const [x, width] = span(reach.left, reach.right, picture.width);
  const [y, height] = span(reach.top, reach.bottom, picture.height);
  return { x, y, width, height };
}
