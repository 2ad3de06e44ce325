// Catmull-Rom samples of an 8-bit RGB picture.
//
// The picture comes with a margin of replicated pixels, two at the left and the top, three at the right and the bottom,
// and a few bytes to spare behind it: all sixteen taps of a sample are there, and those of a row lie side by side.

const MARGIN_BEFORE = 2;
const MARGIN = 5;

/** Weights of the four taps around a sample `t` of the way from the second to the third. */
function weightsAt(t: v128): v128 {
  const cubic = f32x4.mul(t, f32x4(-0.5, 1.5, -1.5, 0.5));
  const square = f32x4.mul(t, f32x4.add(cubic, f32x4(1, -2.5, 2, -0.5)));
  const linear = f32x4.mul(t, f32x4.add(square, f32x4(-0.5, 0, 0.5, 0)));
  return f32x4.add(linear, f32x4(0, 1, 0, 0));
}

/** Four bytes at `at`. */
function loadBytes(at: usize): v128 {
  return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(at))));
}

/** Four bytes of each of four rows, by the weights of the rows. */
function joinRows(at: usize, stride: usize, w0: v128, w1: v128, w2: v128, w3: v128): v128 {
  const upper = f32x4.add(f32x4.mul(w0, loadBytes(at)), f32x4.mul(w1, loadBytes(at + stride)));
  const third = f32x4.mul(w2, loadBytes(at + 2 * stride));
  return f32x4.add(upper, f32x4.add(third, f32x4.mul(w3, loadBytes(at + 3 * stride))));
}

/** `a`, `b` and `c` are r g b r, g b r g and b r g b of the four taps in turn. */
function joinTaps(a: v128, b: v128, c: v128, weights: v128): v128 {
  a = f32x4.mul(a, i32x4.shuffle(weights, weights, 0, 0, 0, 1));
  b = f32x4.mul(b, i32x4.shuffle(weights, weights, 1, 1, 2, 2));
  c = f32x4.mul(c, i32x4.shuffle(weights, weights, 2, 3, 3, 3));
  const second = i32x4.shuffle(a, b, 3, 4, 5, 6);
  const third = i32x4.shuffle(b, c, 2, 3, 4, 5);
  const fourth = i32x4.shuffle(c, c, 1, 2, 3, 0);
  return f32x4.add(f32x4.add(a, second), f32x4.add(third, fourth));
}

/** Red, green, blue in 8-bit units, and a lane that means nothing. From one pixel outside on nothing changes any more. */
function sample(picture: usize, stride: usize, size: v128, position: v128): v128 {
  const inside = f64x2.pmin(f64x2.pmax(position, f64x2.splat(-1)), size);
  const whole = f64x2.floor(inside);
  const corner = i32x4.trunc_sat_f64x2_s_zero(whole);
  const taps =
    picture +
    <usize>(i32x4.extract_lane(corner, 1) + MARGIN_BEFORE - 1) * stride +
    <usize>((i32x4.extract_lane(corner, 0) + MARGIN_BEFORE - 1) * 3);
  const fraction = f32x4.demote_f64x2_zero(f64x2.sub(inside, whole));
  const rows = weightsAt(i32x4.shuffle(fraction, fraction, 1, 1, 1, 1));
  const w0 = i32x4.shuffle(rows, rows, 0, 0, 0, 0);
  const w1 = i32x4.shuffle(rows, rows, 1, 1, 1, 1);
  const w2 = i32x4.shuffle(rows, rows, 2, 2, 2, 2);
  const w3 = i32x4.shuffle(rows, rows, 3, 3, 3, 3);
  return joinTaps(
    joinRows(taps, stride, w0, w1, w2, w3),
    joinRows(taps + 4, stride, w0, w1, w2, w3),
    joinRows(taps + 8, stride, w0, w1, w2, w3),
    weightsAt(i32x4.shuffle(fraction, fraction, 0, 0, 0, 0)),
  );
}

function storeUnit(to: usize, bytes: v128): void {
  const scaled = f32x4.mul(bytes, f32x4.splat(1.0 / 255.0));
  v128.store(to, f32x4.pmin(f32x4.pmax(scaled, f32x4.splat(0)), f32x4.splat(1)));
}

/**
 * Makes three grids in [0, 1]. The map, `xx` to `y0`, leads from their pixels to the `width` x `height` pixels inside the
 * picture's margin.
 */
export function sampleCubic(
  picture: usize,
  width: i32,
  height: i32,
  xx: f64,
  xy: f64,
  x0: f64,
  yx: f64,
  yy: f64,
  y0: f64,
  red: usize,
  green: usize,
  blue: usize,
  targetWidth: i32,
  targetHeight: i32,
): void {
  const stride = <usize>(3 * (width + MARGIN));
  const size = f64x2(<f64>width, <f64>height);
  const step = f64x2(xx, yx);
  const rowStep = f64x2(xy, yy);
  const origin = f64x2(x0 - 0.5 + 0.5 * (xx + xy), y0 - 0.5 + 0.5 * (yx + yy));
  const padded = (targetWidth + 3) & ~3;
  for (let y = 0, to: usize = 0; y < targetHeight; y++) {
    const start = f64x2.add(origin, f64x2.mul(f64x2.splat(<f64>y), rowStep));
    for (let x = 0; x < padded; x += 4, to += 16) {
      const at = f64x2.add(start, f64x2.mul(f64x2.splat(<f64>x), step));
      const second = f64x2.add(at, step);
      const third = f64x2.add(second, step);
      const a = sample(picture, stride, size, at);
      const b = sample(picture, stride, size, second);
      const c = sample(picture, stride, size, third);
      const d = sample(picture, stride, size, f64x2.add(third, step));
      const ab = i32x4.shuffle(a, b, 0, 4, 1, 5);
      const cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
      storeUnit(red + to, i64x2.shuffle(ab, cd, 0, 2));
      storeUnit(green + to, i64x2.shuffle(ab, cd, 1, 3));
      const abBlue = i32x4.shuffle(a, b, 2, 6, 3, 7);
      const cdBlue = i32x4.shuffle(c, d, 2, 6, 3, 7);
      storeUnit(blue + to, i64x2.shuffle(abBlue, cdBlue, 0, 2));
    }
  }
}
