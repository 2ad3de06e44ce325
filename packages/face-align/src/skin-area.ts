import type { Box, FaceLandmarks } from '@avatar/stage';
import { skinReach } from './skin-prior.js';

/**
 * Where skin can be, with a margin, in whole pixels of the square on a grid of `gridPx`, so that what is computed in
 * it fits the whole square.
 */
export function skinArea(
  landmarks: FaceLandmarks,
  sizePx: number,
  { marginPx, gridPx }: { readonly marginPx: number; readonly gridPx: number },
): Box {
  const reach = skinReach(landmarks);
  const inSquare = (value: number) => Math.min(Math.max(value, 0), sizePx);
  const low = (value: number) => inSquare(Math.floor((value - marginPx) / gridPx) * gridPx);
  const high = (value: number) => inSquare(Math.ceil((value + marginPx) / gridPx) * gridPx);
  const x = low(reach.left);
  const y = low(reach.top);
  // Never empty, wherever the landmarks are.
  const width = Math.max(Math.min(gridPx, sizePx), high(reach.right) - x);
  const height = Math.max(Math.min(gridPx, sizePx), high(reach.bottom) - y);
  return { x: Math.min(x, sizePx - width), y: Math.min(y, sizePx - height), width, height };
}
