// Bilinear interpolation: each needed row of the source is spread to the width of the target once, and neighbours
// are then mixed.
import { doubleColumn, mixed } from './bilinear';

/** The sample of `from` at or before each of `to` samples that are `step` apart, pixel centres aligned. */
function positionOf(index: i32, from: i32, step: f64): f64 {
  return min(max((<f64>index + 0.5) * step - 0.5, 0), <f64>(from - 1));
}

function firstAt(position: f64, from: i32): i32 {
  return max(0, min(from - 2, <i32>position));
}

/** Eight bytes a sample: the byte offset of the first of two neighbours, and how far it is on the way to the second. */
function fillColumns(table: usize, from: i32, to: i32, step: f64): void {
  for (let x = 0; x < to; x++) {
    const position = positionOf(x, from, step);
    const first = firstAt(position, from);
    store<i32>(table + ((<usize>x) << 3), first << 2);
    store<f32>(table + ((<usize>x) << 3), <f32>(position - <f64>first), 4);
  }
}

function spreadRow(row: usize, target: usize, bytes: usize, table: usize): void {
  for (let x: usize = 0; x < bytes; x += 16) {
    const at = table + 2 * x;
    const p0 = v128.load64_zero(row + <usize>load<u32>(at));
    const p01 = v128.load64_lane(row + <usize>load<u32>(at, 8), p0, 1);
    const p2 = v128.load64_zero(row + <usize>load<u32>(at, 16));
    const p23 = v128.load64_lane(row + <usize>load<u32>(at, 24), p2, 1);
    const left = i32x4.shuffle(p01, p23, 0, 2, 4, 6);
    const right = i32x4.shuffle(p01, p23, 1, 3, 5, 7);
    const fraction = i32x4.shuffle(v128.load(at), v128.load(at, 16), 1, 3, 5, 7);
    v128.store(target + x, mixed(left, right, fraction));
  }
}

function mixRows(above: usize, below: usize, target: usize, bytes: usize, fraction: f32): void {
  const fractions = f32x4.splat(fraction);
  for (let x: usize = 0; x < bytes; x += 16) {
    v128.store(target + x, mixed(v128.load(above + x), v128.load(below + x), fractions));
  }
}

/** Steps of 0 mean that both grids have the same outline. `scratch` has room for four rows of `target`. */
export function enlarge(
  source: usize,
  fromWidth: i32,
  fromHeight: i32,
  target: usize,
  width: i32,
  height: i32,
  step: f64,
  scratch: usize,
): void {
  const fromBytes = (<usize>((fromWidth + 3) & ~3)) << 2;
  const padded = (width + 3) & ~3;
  const bytes = (<usize>padded) << 2;
  const stepX = step ? step : <f64>fromWidth / <f64>width;
  const stepY = step ? step : <f64>fromHeight / <f64>height;
  let above = scratch + 2 * bytes;
  let below = above + bytes;
  let aboveRow = -1;
  let belowRow = -1;
  fillColumns(scratch, fromWidth, padded, stepX);
  if (fromWidth == 1) doubleColumn(source, fromHeight);
  for (let y = 0, to = target; y < height; y++, to += bytes) {
    const position = positionOf(y, fromHeight, stepY);
    const top = firstAt(position, fromHeight);
    const bottom = min(top + 1, fromHeight - 1);
    if (top == belowRow) {
      const spread = above;
      above = below;
      below = spread;
      belowRow = aboveRow;
      aboveRow = top;
    }
    if (top != aboveRow) spreadRow(source + <usize>top * fromBytes, above, bytes, scratch);
    if (bottom != belowRow) spreadRow(source + <usize>bottom * fromBytes, below, bytes, scratch);
    aboveRow = top;
    belowRow = bottom;
    mixRows(above, below, to, bytes, <f32>(position - <f64>top));
  }
}
