// Planar floats to interleaved bytes.

const NOISE_MASK: i32 = 0xffff;

/** To 0..255, halves to even; what is not a number becomes 0. */
function toByte(level: v128): v128 {
  const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(level));
  return i32x4.min_s(i32x4.max_s(whole, i32x4.splat(0)), i32x4.splat(255));
}

/** Four levels with noise, but for those that are within `exact` of a whole step. */
function dithered(level: v128, noise: v128, exact: f32): v128 {
  const off = f32x4.abs(f32x4.sub(level, f32x4.floor(f32x4.add(level, f32x4.splat(0.5)))));
  return f32x4.add(level, v128.and(noise, f32x4.ge(off, f32x4.splat(exact))));
}

function channelAt(plane: usize, x: usize, noise: usize, start: i32, exact: f32): v128 {
  const level = f32x4.mul(v128.load(plane + (x << 2)), f32x4.splat(255));
  if (!noise) return toByte(level);
  const at = (<usize>((start + <i32>x) & NOISE_MASK)) << 2;
  return toByte(dithered(level, v128.load(noise + at), exact));
}

/**
 * Writes rows of `width` pixels without padding; 16 bytes behind the last one are overwritten too. With `alpha` they have four
 * channels. `noise` holds 65536 values in steps and the first three of them again, `starts` for each row where red, green and blue
 * begin in it; without noise the values are rounded.
 */
export function quantise(
  red: usize,
  green: usize,
  blue: usize,
  alpha: usize,
  width: i32,
  height: i32,
  target: usize,
  noise: usize,
  starts: usize,
  exact: f32,
): void {
  const bytes = (<usize>((width + 3) & ~3)) << 2;
  const pixelBytes: usize = alpha ? 4 : 3;
  const joined = i8x16(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1);
  for (let y = 0; y < height; y++) {
    const startR = noise ? load<i32>(starts) : 0;
    const startG = noise ? load<i32>(starts, 4) : 0;
    const startB = noise ? load<i32>(starts, 8) : 0;
    for (let x: usize = 0; x < <usize>width; x += 4) {
      const r = channelAt(red, x, noise, startR, exact);
      const g = channelAt(green, x, noise, startG, exact);
      const b = channelAt(blue, x, noise, startB, exact);
      const rgb = v128.or(r, v128.or(i32x4.shl(g, 8), i32x4.shl(b, 16)));
      if (alpha) {
        const a = channelAt(alpha, x, 0, 0, 0);
        v128.store(target + x * 4, v128.or(rgb, i32x4.shl(a, 24)));
      } else v128.store(target + x * 3, i8x16.swizzle(rgb, joined));
    }
    target += <usize>width * pixelBytes;
    red += bytes;
    green += bytes;
    blue += bytes;
    if (alpha) alpha += bytes;
    starts += 12;
  }
}
