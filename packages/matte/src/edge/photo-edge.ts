import type { Plane } from '@avatar/stage';
import { boxBlur, createPlane, enlarge, shrink, smoothstep } from '@avatar/image';

/** The widest fade, as a fraction of the shorter side: of a square, and of what leaves the photo farther. */
const WIDEST_FADE = { square: 0.07, rectangle: 0.2 };
/** A gap this thin, in pixels, needs no fade. */
const THIN_GAP_PX = 2;

/**
 * How much of the person is let through near the photo's own edge, in [0, 1]. Where the square leaves the photo by more
 * than a sliver, a hard cut through shoulder or hair becomes a soft fade, the wider the further the square goes out.
 */
export function softPhotoEdge(inside: Plane): Plane {
  const { width, height, data } = inside;
  const half = shrink(inside, 2);
  let share = 0;
  for (let i = 0; i < half.data.length; i++) share += half.data[i];
  const side = Math.min(width, height);
  const gapPx = side * (1 - share / half.data.length);
  if (gapPx < THIN_GAP_PX) return inside;
  const fadePx = Math.min(gapPx, side * (width === height ? WIDEST_FADE.square : WIDEST_FADE.rectangle));
  const radius = Math.max(1, Math.round(fadePx / 4));
  const soft = enlarge(boxBlur(boxBlur(half, radius), radius), width, height);
  const fade = createPlane(width, height);
  const softness = soft.data;
  const through = fade.data;
  for (let i = 0; i < data.length; i++)
    through[i] = softness[i] >= 1 ? data[i] : data[i] * smoothstep(0.5, 1, softness[i]);
  return fade;
}
