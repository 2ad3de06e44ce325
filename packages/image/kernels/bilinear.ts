// What both ways of bilinear interpolation share.

export function mixed(from: v128, to: v128, fraction: v128): v128 {
  return f32x4.add(from, f32x4.mul(f32x4.sub(to, from), fraction));
}

/** A grid of one column gets a second one like it, in its padding, so that every value has a neighbour. */
export function doubleColumn(source: usize, height: i32): void {
  for (let y: usize = 0; y < <usize>height; y++) store<f32>(source + 16 * y, load<f32>(source + 16 * y), 4);
}
