// What the guided filter needs beside blurring and resizing, a grid at a time.

/** `count` is the number of values, a multiple of four, here as below. */
export function multiply(a: usize, b: usize, target: usize, count: i32): void {
  for (let i: usize = 0, bytes = (<usize>count) << 2; i < bytes; i += 16)
    v128.store(target + i, f32x4.mul(v128.load(a + i), v128.load(b + i)));
}

function loadPair(from: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(from));
}

/**
 * Slope and offset of the line through each window, from its means, its mean square (`squares`) and
 * its mean product (`products`). In f64, because variances are small differences.
 */
export function fitLines(
  meanGuide: usize,
  meanInput: usize,
  squares: usize,
  products: usize,
  slope: usize,
  offset: usize,
  count: i32,
  epsilon: f64,
): void {
  const epsilons = f64x2.splat(epsilon);
  for (let i: usize = 0, bytes = (<usize>count) << 2; i < bytes; i += 8) {
    const g = loadPair(meanGuide + i);
    const p = loadPair(meanInput + i);
    const spread = f64x2.sub(loadPair(squares + i), f64x2.mul(g, g));
    const shared = f64x2.sub(loadPair(products + i), f64x2.mul(g, p));
    const steepness = f64x2.div(shared, f64x2.add(spread, epsilons));
    v128.store64_lane(slope + i, f32x4.demote_f64x2_zero(steepness), 0);
    v128.store64_lane(offset + i, f32x4.demote_f64x2_zero(f64x2.sub(p, f64x2.mul(steepness, g))), 0);
  }
}

/** `target = slope * guide + target`. */
export function applyLines(guide: usize, slope: usize, target: usize, count: i32): void {
  for (let i: usize = 0, bytes = (<usize>count) << 2; i < bytes; i += 16)
    v128.store(
      target + i,
      f32x4.add(f32x4.mul(v128.load(slope + i), v128.load(guide + i)), v128.load(target + i)),
    );
}
