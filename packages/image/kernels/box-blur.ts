// Extended box filters, several in a row, along the rows and then along the columns of a grid.
//
// Four rows (or columns) are filtered side by side as one line: a copy of four f64 values for each pixel, with replicated
// edges on either side. Running sums in f64 stay exact to the last bit of f32 however long the line is, and leave
// nothing behind when bright pixels go out of the window.

const ELEMENT: usize = 32;

/** Replicates both ends of a line of `count` elements, `pad` elements far. */
function padLine(line: usize, count: i32, pad: i32): void {
  const first0 = v128.load(line);
  const first1 = v128.load(line, 16);
  const end = line + <usize>count * ELEMENT;
  const last0 = v128.load(end - ELEMENT);
  const last1 = v128.load(end - ELEMENT, 16);
  for (let i: usize = 0, bytes = <usize>pad * ELEMENT; i < bytes; i += ELEMENT) {
    v128.store(end + i, last0);
    v128.store(end + i, last1, 16);
    v128.store(line - bytes + i, first0);
    v128.store(line - bytes + i, first1, 16);
  }
}

/** Whole weights within `radius`, the weight `edge` one element further out on either side. */
function filterLine(source: usize, target: usize, count: i32, radius: i32, edge: f64): void {
  const norm = 1 / (2 * <f64>radius + 1 + 2 * edge);
  const norms = f64x2.splat(norm);
  const edgeNorms = f64x2.splat(edge * norm);
  const reach = <usize>radius * ELEMENT;
  let sum0 = f64x2.splat(0);
  let sum1 = f64x2.splat(0);
  for (let at = source - reach; at <= source + reach; at += ELEMENT) {
    sum0 = f64x2.add(sum0, v128.load(at));
    sum1 = f64x2.add(sum1, v128.load(at, 16));
  }
  let before0 = v128.load(source - reach - ELEMENT);
  let before1 = v128.load(source - reach - ELEMENT, 16);
  const end = target + <usize>count * ELEMENT;
  for (let to = target, at = source; to < end; to += ELEMENT, at += ELEMENT) {
    const entering0 = v128.load(at + reach, 32);
    const entering1 = v128.load(at + reach, 48);
    const edges0 = f64x2.mul(f64x2.add(before0, entering0), edgeNorms);
    const edges1 = f64x2.mul(f64x2.add(before1, entering1), edgeNorms);
    v128.store(to, f64x2.add(f64x2.mul(sum0, norms), edges0));
    v128.store(to, f64x2.add(f64x2.mul(sum1, norms), edges1), 16);
    before0 = v128.load(at - reach);
    before1 = v128.load(at - reach, 16);
    sum0 = f64x2.add(sum0, f64x2.sub(entering0, before0));
    sum1 = f64x2.add(sum1, f64x2.sub(entering1, before1));
  }
}

/** Filters `line` `passes` times, with `spare` as the other half of the ping-pong; returns where the outcome is. */
function filterPasses(line: usize, spare: usize, count: i32, radius: i32, edge: f64, passes: i32): usize {
  let from = line;
  let to = spare;
  for (let pass = 0; pass < passes; pass++) {
    padLine(from, count, radius + 1);
    filterLine(from, to, count, radius, edge);
    const filtered = to;
    to = from;
    from = filtered;
  }
  return from;
}

function storeElement(to: usize, values: v128): void {
  v128.store(to, f64x2.promote_low_f32x4(values));
  v128.store(to, f64x2.promote_low_f32x4(i64x2.shuffle(values, values, 1, 0)), 16);
}

function loadElement(from: usize): v128 {
  const low = f32x4.demote_f64x2_zero(v128.load(from));
  const high = f32x4.demote_f64x2_zero(v128.load(from, 16));
  return i64x2.shuffle(low, high, 0, 2);
}

/** Four rows of `source`, `bytes` long, side by side in `line`. */
function readRows(source: usize, bytes: usize, line: usize): void {
  for (let x: usize = 0, to = line; x < bytes; x += 16, to += 4 * ELEMENT) {
    const a = v128.load(source + x);
    const b = v128.load(source + x + bytes);
    const c = v128.load(source + x + 2 * bytes);
    const d = v128.load(source + x + 3 * bytes);
    const ab0 = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const ab1 = i32x4.shuffle(a, b, 2, 6, 3, 7);
    const cd0 = i32x4.shuffle(c, d, 0, 4, 1, 5);
    const cd1 = i32x4.shuffle(c, d, 2, 6, 3, 7);
    v128.store(to, f64x2.promote_low_f32x4(ab0));
    v128.store(to, f64x2.promote_low_f32x4(cd0), 16);
    v128.store(to, f64x2.promote_low_f32x4(i64x2.shuffle(ab0, ab0, 1, 0)), 32);
    v128.store(to, f64x2.promote_low_f32x4(i64x2.shuffle(cd0, cd0, 1, 0)), 48);
    v128.store(to, f64x2.promote_low_f32x4(ab1), 64);
    v128.store(to, f64x2.promote_low_f32x4(cd1), 80);
    v128.store(to, f64x2.promote_low_f32x4(i64x2.shuffle(ab1, ab1, 1, 0)), 96);
    v128.store(to, f64x2.promote_low_f32x4(i64x2.shuffle(cd1, cd1, 1, 0)), 112);
  }
}

function writeRows(line: usize, target: usize, bytes: usize): void {
  for (let x: usize = 0, from = line; x < bytes; x += 16, from += 4 * ELEMENT) {
    const a = loadElement(from);
    const b = loadElement(from + ELEMENT);
    const c = loadElement(from + 2 * ELEMENT);
    const d = loadElement(from + 3 * ELEMENT);
    const ab0 = i32x4.shuffle(a, b, 0, 4, 1, 5);
    const ab1 = i32x4.shuffle(a, b, 2, 6, 3, 7);
    const cd0 = i32x4.shuffle(c, d, 0, 4, 1, 5);
    const cd1 = i32x4.shuffle(c, d, 2, 6, 3, 7);
    v128.store(target + x, i64x2.shuffle(ab0, cd0, 0, 2));
    v128.store(target + x + bytes, i64x2.shuffle(ab0, cd0, 1, 3));
    v128.store(target + x + 2 * bytes, i64x2.shuffle(ab1, cd1, 0, 2));
    v128.store(target + x + 3 * bytes, i64x2.shuffle(ab1, cd1, 1, 3));
  }
}

/**
 * `target` may be `source`. `scratch` has room for two lines of the longer side, rounded up to whole fours, plus
 * `2 * (radius + 1)` elements each.
 */
export function boxBlur(
  source: usize,
  target: usize,
  width: i32,
  height: i32,
  radius: i32,
  edge: f64,
  passes: i32,
  scratch: usize,
): void {
  const bytes: usize = (<usize>((width + 3) & ~3)) << 2;
  const longest: i32 = (max(width, height) + 3) & ~3;
  const line = scratch + <usize>(radius + 1) * ELEMENT;
  const spare = line + <usize>(longest + 2 * (radius + 1)) * ELEMENT;
  for (let y = 0; y < height; y += 4) {
    const row = <usize>y * bytes;
    readRows(source + row, bytes, line);
    writeRows(filterPasses(line, spare, width, radius, edge, passes), target + row, bytes);
  }
  const end = <usize>height * bytes;
  for (let x: usize = 0; x < bytes; x += 16) {
    for (let row: usize = 0, to = line; row < end; row += bytes, to += ELEMENT)
      storeElement(to, v128.load(target + row + x));
    let from = filterPasses(line, spare, height, radius, edge, passes);
    for (let row: usize = 0; row < end; row += bytes, from += ELEMENT)
      v128.store(target + row + x, loadElement(from));
  }
}
