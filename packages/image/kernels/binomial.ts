// (1 2 1) / 4 along both axes, its taps `gap` pixels apart.

/** `row` has room for `gap` values before and behind it, which are set to its ends. */
function padRow(row: usize, width: i32, gap: i32): void {
  const first = load<f32>(row);
  const end = row + ((<usize>width) << 2);
  const last = load<f32>(end - 4);
  for (let i: usize = 0, bytes = (<usize>gap) << 2; i < bytes; i += 4) {
    store<f32>(row - bytes + i, first);
    store<f32>(end + i, last);
  }
}

function weigh(before: v128, centre: v128, after: v128): v128 {
  const sides = f32x4.mul(f32x4.add(before, after), f32x4.splat(0.25));
  return f32x4.add(f32x4.mul(centre, f32x4.splat(0.5)), sides);
}

/** `scratch` has room for a row and twice `gap` values. */
export function binomial(
  source: usize,
  target: usize,
  width: i32,
  height: i32,
  gap: i32,
  scratch: usize,
): void {
  const bytes = (<usize>((width + 3) & ~3)) << 2;
  const reach = (<usize>gap) << 2;
  const row = scratch + reach;
  for (let y = 0; y < height; y++) {
    const above = source + <usize>max(0, y - gap) * bytes;
    const centre = source + <usize>y * bytes;
    const below = source + <usize>min(height - 1, y + gap) * bytes;
    for (let x: usize = 0; x < bytes; x += 16)
      v128.store(row + x, weigh(v128.load(above + x), v128.load(centre + x), v128.load(below + x)));
    padRow(row, width, gap);
    const to = target + <usize>y * bytes;
    for (let x: usize = 0; x < bytes; x += 16)
      v128.store(to + x, weigh(v128.load(row - reach + x), v128.load(row + x), v128.load(row + reach + x)));
  }
}
