// Positions between pixels, which need f64, two in a vector; what is left of them afterwards does not.

/** `start + at * step`, and the same for the next of `at`. */
export function twoSteps(start: f64, step: f64, at: f64): v128 {
  const steps = f64x2.mul(f64x2.splat(step), f64x2(at, at + 1));
  return f64x2.add(f64x2.splat(start), steps);
}

export function bounded(at: v128, low: f64, high: f64): v128 {
  return f64x2.pmin(f64x2.pmax(at, f64x2.splat(low)), f64x2.splat(high));
}

/** Four f32 of twice two f64. */
export function asFloats(low: v128, high: v128): v128 {
  return i64x2.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

/** Four i32 of twice two f64 that are whole numbers. */
export function asIntegers(low: v128, high: v128): v128 {
  return i64x2.shuffle(i32x4.trunc_sat_f64x2_s_zero(low), i32x4.trunc_sat_f64x2_s_zero(high), 0, 2);
}
