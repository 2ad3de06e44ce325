// Filters along rows and along columns. Each target sample has `taps` weights, and the index of the first sample that
// they are for; all of them lie inside the source.

/** Weighted sum of `taps` neighbours. */
function weightedSum(at: usize, weights: usize, taps: i32): f32 {
  let fours = f32x4.splat(0);
  let tap = 0;
  for (; tap + 4 <= taps; tap += 4, at += 16, weights += 16)
    fours = f32x4.add(fours, f32x4.mul(v128.load(at), v128.load(weights)));
  let sum =
    f32x4.extract_lane(fours, 0) +
    f32x4.extract_lane(fours, 1) +
    f32x4.extract_lane(fours, 2) +
    f32x4.extract_lane(fours, 3);
  for (; tap < taps; tap++, at += 4, weights += 4) sum += load<f32>(at) * load<f32>(weights);
  return sum;
}

/** Brings the rows of a grid to `width`; the number of rows stays. */
export function resampleRows(
  source: usize,
  fromWidth: i32,
  height: i32,
  target: usize,
  width: i32,
  firsts: usize,
  weights: usize,
  taps: i32,
): void {
  const fromBytes = (<usize>((fromWidth + 3) & ~3)) << 2;
  const bytes = (<usize>((width + 3) & ~3)) << 2;
  const tapBytes = (<usize>taps) << 2;
  for (let y = 0; y < height; y++, source += fromBytes, target += bytes)
    for (let x: usize = 0; x < <usize>width; x++) {
      const first = (<usize>load<u32>(firsts + (x << 2))) << 2;
      store<f32>(target + (x << 2), weightedSum(source + first, weights + x * tapBytes, taps));
    }
}

/** Brings the columns of a grid to `height`; the width stays. */
export function resampleColumns(
  source: usize,
  width: i32,
  target: usize,
  height: i32,
  firsts: usize,
  weights: usize,
  taps: i32,
): void {
  const bytes = (<usize>((width + 3) & ~3)) << 2;
  const tapBytes = (<usize>taps) << 2;
  for (let y: usize = 0; y < <usize>height; y++, target += bytes, weights += tapBytes) {
    const first = source + <usize>load<u32>(firsts + (y << 2)) * bytes;
    for (let x: usize = 0; x < bytes; x += 16) {
      let sum = f32x4.splat(0);
      let at = first + x;
      for (let tap: usize = 0; tap < tapBytes; tap += 4, at += bytes)
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(weights + tap), v128.load(at)));
      v128.store(target + x, sum);
    }
  }
}
