// Bilinear samples of a grid at an affine map of each target pixel.
import { doubleColumn, mixed } from './bilinear';
import { asFloats, asIntegers, bounded, twoSteps } from './positions';

/** The values at four addresses, `left`, and those behind them, `right`, mixed. */
function mixPairs(grid: usize, offsets: v128, fraction: v128): v128 {
  const p0 = v128.load64_zero(grid + <usize>i32x4.extract_lane(offsets, 0));
  const p01 = v128.load64_lane(grid + <usize>i32x4.extract_lane(offsets, 1), p0, 1);
  const p2 = v128.load64_zero(grid + <usize>i32x4.extract_lane(offsets, 2));
  const p23 = v128.load64_lane(grid + <usize>i32x4.extract_lane(offsets, 3), p2, 1);
  const left = i32x4.shuffle(p01, p23, 0, 2, 4, 6);
  const right = i32x4.shuffle(p01, p23, 1, 3, 5, 7);
  return mixed(left, right, fraction);
}

/** The last pixel but one is the last that has a neighbour; where there is only one, it is its own. */
function firstOf(position: v128, size: i32): v128 {
  return f64x2.pmin(f64x2.floor(position), f64x2.splat(<f64>max(0, size - 2)));
}

/** The map, `xx` to `y0`, leads from target pixels to pixels of `source`, whose padding is overwritten. */
export function warp(
  source: usize,
  width: i32,
  height: i32,
  xx: f64,
  xy: f64,
  x0: f64,
  yx: f64,
  yy: f64,
  y0: f64,
  target: usize,
  targetWidth: i32,
  targetHeight: i32,
): void {
  const rowBytes = ((width + 3) & ~3) << 2;
  const below = height > 1 ? <usize>rowBytes : 0;
  const lastX = <f64>(width - 1);
  const lastY = <f64>(height - 1);
  const padded = (targetWidth + 3) & ~3;
  if (width == 1) doubleColumn(source, height);
  for (let y = 0, to = target; y < targetHeight; y++) {
    const startX = xy * (<f64>y + 0.5) + x0 - 0.5;
    const startY = yy * (<f64>y + 0.5) + y0 - 0.5;
    for (let x = 0; x < padded; x += 4, to += 16) {
      const at = <f64>x;
      const u0 = bounded(twoSteps(startX, xx, at + 0.5), 0, lastX);
      const u1 = bounded(twoSteps(startX, xx, at + 2.5), 0, lastX);
      const v0 = bounded(twoSteps(startY, yx, at + 0.5), 0, lastY);
      const v1 = bounded(twoSteps(startY, yx, at + 2.5), 0, lastY);
      const left0 = firstOf(u0, width);
      const left1 = firstOf(u1, width);
      const top0 = firstOf(v0, height);
      const top1 = firstOf(v1, height);
      const rows = i32x4.mul(asIntegers(top0, top1), i32x4.splat(rowBytes));
      const offsets = i32x4.add(rows, i32x4.shl(asIntegers(left0, left1), 2));
      const across = asFloats(f64x2.sub(u0, left0), f64x2.sub(u1, left1));
      const down = asFloats(f64x2.sub(v0, top0), f64x2.sub(v1, top1));
      const above = mixPairs(source, offsets, across);
      v128.store(to, mixed(above, mixPairs(source + below, offsets, across), down));
    }
  }
}
