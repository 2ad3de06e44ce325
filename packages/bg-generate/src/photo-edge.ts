import type { Plane } from '@avatar/stage';
import { boxBlur, createPlane, enlarge, shrink, smoothstep } from '@avatar/image';

/** The widest fade, as a fraction of the side. */
const WIDEST_FADE = 0.07;
/** A gap this thin, in pixels, needs no fade. */
const THIN_GAP_PX = 2;

/**
 * How much of the person is let through near the photo's own edge, in [0, 1]. Where the square leaves the photo by more
 * than a sliver, a hard cut through shoulder or hair becomes a soft fade, the wider the further the square goes out.
 */
export function softPhotoEdge(inside: Plane): Plane {
  const { width, height, data } = inside;
  let outside = 0;
  for (let i = 0; i < data.length; i++) outside += 1 - data[i];
  const gapPx = outside / height;
  if (gapPx < THIN_GAP_PX) return inside;
  const fadePx = Math.min(gapPx, WIDEST_FADE * width);
  const half = shrink(inside, 2);
  const radius = Math.max(1, Math.round(fadePx / 4));
  const soft = enlarge(boxBlur(boxBlur(half, radius), radius), width, height);
  const fade = createPlane(width, height);
  for (let i = 0; i < data.length; i++) fade.data[i] = data[i] * smoothstep(0.5, 1, soft.data[i]);
  return fade;
}
