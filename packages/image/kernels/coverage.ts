// How much of each target pixel lies inside a photo that is seen through an affine map.
import { asFloats, twoSteps } from './positions';

/** Distance to the nearest border in target pixels, as a ramp from one pixel outside to one inside. */
function covered(u: v128, v: v128, width: f64, height: f64, scale: f64): v128 {
  const horizontal = f64x2.pmin(u, f64x2.sub(f64x2.splat(width), u));
  const vertical = f64x2.pmin(v, f64x2.sub(f64x2.splat(height), v));
  const ramp = f64x2.mul(f64x2.pmin(horizontal, vertical), f64x2.splat(0.5 * scale));
  const coverage = f64x2.add(ramp, f64x2.splat(0.5));
  return f64x2.pmin(f64x2.pmax(coverage, f64x2.splat(0)), f64x2.splat(1));
}

/** `scale` is the number of target pixels for each pixel of the photo. */
export function coverage(
  width: f64,
  height: f64,
  xx: f64,
  xy: f64,
  x0: f64,
  yx: f64,
  yy: f64,
  y0: f64,
  scale: f64,
  target: usize,
  targetWidth: i32,
  targetHeight: i32,
): void {
  const padded = (targetWidth + 3) & ~3;
  for (let y = 0, to = target; y < targetHeight; y++) {
    const u = xy * (<f64>y + 0.5) + x0;
    const v = yy * (<f64>y + 0.5) + y0;
    for (let x = 0; x < padded; x += 4, to += 16) {
      const at = <f64>x + 0.5;
      const low = covered(twoSteps(u, xx, at), twoSteps(v, yx, at), width, height, scale);
      const high = covered(twoSteps(u, xx, at + 2), twoSteps(v, yx, at + 2), width, height, scale);
      v128.store(to, asFloats(low, high));
    }
  }
}
