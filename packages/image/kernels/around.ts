// The least, or the greatest, value of a square window around each pixel: erosion and dilation.
//
// Beyond the borders there is nothing to compare with. Windows are a few pixels wide here, so every value of one is
// looked at: along the columns with whole rows, then along the rows with a padded copy.

/** Where `most`, the greater of each two values, else the lesser. */
function better(a: v128, b: v128, most: bool): v128 {
  return most ? f32x4.pmax(a, b) : f32x4.pmin(a, b);
}

function filter(
  source: usize,
  target: usize,
  width: i32,
  height: i32,
  radius: i32,
  row: usize,
  most: bool,
): void {
  const bytes: usize = (<usize>((width + 3) & ~3)) << 2;
  const reach: usize = (<usize>radius) << 2;
  const nothing: f32 = most ? -Infinity : Infinity;
  for (let y = 0; y < height; y++) {
    const above = source + <usize>max(0, y - radius) * bytes;
    const below = source + <usize>min(height - 1, y + radius) * bytes;
    for (let x: usize = 0; x < bytes; x += 16) {
      let best = v128.load(above + x);
      for (let from = above + bytes; from <= below; from += bytes)
        best = better(best, v128.load(from + x), most);
      v128.store(row + x, best);
    }
    for (let at: usize = 4; at <= reach; at += 4) store<f32>(row - at, nothing);
    const end = row + ((<usize>width) << 2);
    for (let at: usize = 0; at < reach + 16; at += 4) store<f32>(end + at, nothing);
    const to = target + <usize>y * bytes;
    for (let x = row; x < row + bytes; x += 16) {
      let best = v128.load(x - reach);
      for (let at = x - reach + 4; at <= x + reach; at += 4) best = better(best, v128.load(at), most);
      v128.store(to + (x - row), best);
    }
  }
}

/** `target` is not `source`. `scratch` has room for a row, twice `radius` values and four more. */
export function leastAround(
  source: usize,
  target: usize,
  width: i32,
  height: i32,
  radius: i32,
  scratch: usize,
): void {
  filter(source, target, width, height, radius, scratch + ((<usize>radius) << 2), false);
}

/** As `leastAround`. */
export function greatestAround(
  source: usize,
  target: usize,
  width: i32,
  height: i32,
  radius: i32,
  scratch: usize,
): void {
  filter(source, target, width, height, radius, scratch + ((<usize>radius) << 2), true);
}
