// Catmull-Rom samples of an 8-bit RGB picture.
//
// The picture comes with a margin of replicated pixels, two at the left and the top, three at the right and the bottom,
// and a few bytes to spare behind it: all sixteen taps of a sample are there, and those of a row lie side by side.

import { asFloats, asIntegers, bounded, twoSteps } from './positions';

const MARGIN_BEFORE = 2;
const MARGIN = 5;

// What four samples leave in the scratch memory: from 0 on the weights of their rows, tap by tap; then the weights of
// their columns, sample by sample; the offsets of their first taps; the samples themselves.
const COLUMN_WEIGHTS: usize = 64;
const OFFSETS: usize = 128;
const SAMPLES: usize = 144;

/** A cubic polynomial of each lane of `t`. */
function polynomial(t: v128, cubic: f32, square: f32, linear: f32, constant: f32): v128 {
  const second = f32x4.add(f32x4.mul(t, f32x4.splat(cubic)), f32x4.splat(square));
  const first = f32x4.add(f32x4.mul(t, second), f32x4.splat(linear));
  return f32x4.add(f32x4.mul(t, first), f32x4.splat(constant));
}

/** The four weights of each of four samples that are `t` of the way from the second tap to the third, tap by tap. */
function storeWeights(to: usize, t: v128): void {
  v128.store(to, polynomial(t, -0.5, 1, -0.5, 0));
  v128.store(to, polynomial(t, 1.5, -2.5, 0, 1), 16);
  v128.store(to, polynomial(t, -1.5, 2, 0.5, 0), 32);
  v128.store(to, polynomial(t, 0.5, -0.5, 0, 0), 48);
}

/** Turns four vectors of four values. */
function transpose(at: usize): void {
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 32);
  const d = v128.load(at, 48);
  const ab = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const abEnd = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const cdEnd = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(at, i64x2.shuffle(ab, cd, 0, 2));
  v128.store(at, i64x2.shuffle(ab, cd, 1, 3), 16);
  v128.store(at, i64x2.shuffle(abEnd, cdEnd, 0, 2), 32);
  v128.store(at, i64x2.shuffle(abEnd, cdEnd, 1, 3), 48);
}

/** Prepares the samples at `u` and `v`, two in a vector. */
function placeTaps(scratch: usize, u0: v128, u1: v128, v0: v128, v1: v128, width: i32, height: i32): void {
  // From one pixel outside on, nothing changes any more.
  u0 = bounded(u0, -1, <f64>width);
  u1 = bounded(u1, -1, <f64>width);
  v0 = bounded(v0, -1, <f64>height);
  v1 = bounded(v1, -1, <f64>height);
  const left0 = f64x2.floor(u0);
  const left1 = f64x2.floor(u1);
  const top0 = f64x2.floor(v0);
  const top1 = f64x2.floor(v1);
  storeWeights(scratch, asFloats(f64x2.sub(v0, top0), f64x2.sub(v1, top1)));
  storeWeights(scratch + COLUMN_WEIGHTS, asFloats(f64x2.sub(u0, left0), f64x2.sub(u1, left1)));
  transpose(scratch + COLUMN_WEIGHTS);
  const rows = i32x4.add(asIntegers(top0, top1), i32x4.splat(MARGIN_BEFORE - 1));
  const columns = i32x4.add(asIntegers(left0, left1), i32x4.splat(MARGIN_BEFORE - 1));
  const pixels = i32x4.add(i32x4.mul(rows, i32x4.splat(width + MARGIN)), columns);
  v128.store(scratch, i32x4.mul(pixels, i32x4.splat(3)), OFFSETS);
}

/** The bytes at the four `places` that are not -1, as floats. */
function unpack(bytes: v128, places: v128): v128 {
  return f32x4.convert_i32x4_s(i8x16.swizzle(bytes, places));
}

/** `a`, `b` and `c` are r g b r, g b r g and b r g b of the four taps in turn; the last lane of the sum means nothing. */
function joinTaps(a: v128, b: v128, c: v128, weights: v128): v128 {
  a = f32x4.mul(a, i32x4.shuffle(weights, weights, 0, 0, 0, 1));
  b = f32x4.mul(b, i32x4.shuffle(weights, weights, 1, 1, 2, 2));
  c = f32x4.mul(c, i32x4.shuffle(weights, weights, 2, 3, 3, 3));
  const second = i32x4.shuffle(a, b, 3, 4, 5, 6);
  const third = i32x4.shuffle(b, c, 2, 3, 4, 5);
  const fourth = i32x4.shuffle(c, c, 1, 2, 3, 0);
  return f32x4.add(f32x4.add(a, second), f32x4.add(third, fourth));
}

/** Red, green, blue in 8-bit units, and a lane that means nothing, of the four samples that are prepared. */
function takeSamples(scratch: usize, picture: usize, stride: usize): void {
  const places0 = i8x16(0, -1, -1, -1, 1, -1, -1, -1, 2, -1, -1, -1, 3, -1, -1, -1);
  const places1 = i8x16(4, -1, -1, -1, 5, -1, -1, -1, 6, -1, -1, -1, 7, -1, -1, -1);
  const places2 = i8x16(8, -1, -1, -1, 9, -1, -1, -1, 10, -1, -1, -1, 11, -1, -1, -1);
  for (let i: usize = 0; i < 4; i++) {
    let bytesAt = picture + <usize>load<u32>(scratch + 4 * i, OFFSETS);
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    for (let row: usize = 0; row < 64; row += 16, bytesAt += stride) {
      const weight = v128.load32_splat(scratch + 4 * i + row);
      const bytes = v128.load(bytesAt);
      a = f32x4.add(a, f32x4.mul(weight, unpack(bytes, places0)));
      b = f32x4.add(b, f32x4.mul(weight, unpack(bytes, places1)));
      c = f32x4.add(c, f32x4.mul(weight, unpack(bytes, places2)));
    }
    const columns = v128.load(scratch + 16 * i, COLUMN_WEIGHTS);
    v128.store(scratch + 16 * i, joinTaps(a, b, c, columns), SAMPLES);
  }
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
  scratch: usize,
): void {
  const stride = <usize>(3 * (width + MARGIN));
  const padded = (targetWidth + 3) & ~3;
  for (let y = 0, to: usize = 0; y < targetHeight; y++) {
    const startX = xy * (<f64>y + 0.5) + x0 - 0.5;
    const startY = yy * (<f64>y + 0.5) + y0 - 0.5;
    for (let x = 0; x < padded; x += 4, to += 16) {
      const at = <f64>x;
      placeTaps(
        scratch,
        twoSteps(startX, xx, at + 0.5),
        twoSteps(startX, xx, at + 2.5),
        twoSteps(startY, yx, at + 0.5),
        twoSteps(startY, yx, at + 2.5),
        width,
        height,
      );
      takeSamples(scratch, picture, stride);
      transpose(scratch + SAMPLES);
      storeUnit(red + to, v128.load(scratch, SAMPLES));
      storeUnit(green + to, v128.load(scratch + 16, SAMPLES));
      storeUnit(blue + to, v128.load(scratch + 32, SAMPLES));
    }
  }
}
