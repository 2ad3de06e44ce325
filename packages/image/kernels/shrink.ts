// Area average by a whole factor.

/** `sums` becomes the sum of `rows` rows of `bytes` bytes. */
function sumRows(source: usize, bytes: usize, rows: i32, sums: usize): void {
  const second = rows > 1 ? bytes : 0;
  for (let x: usize = 0; x < bytes; x += 16) {
    let sum = v128.load(source + x);
    if (second) sum = f32x4.add(sum, v128.load(source + second + x));
    v128.store(sums + x, sum);
  }
  for (let row = 2; row < rows; row++) {
    const from = source + <usize>row * bytes;
    for (let x: usize = 0; x < bytes; x += 16)
      v128.store(sums + x, f32x4.add(v128.load(sums + x), v128.load(from + x)));
  }
}

/** Pairs of `sums`, for `bytes` bytes of `target`, by `scale`. */
function joinPairs(sums: usize, target: usize, bytes: usize, scale: f32): void {
  const scales = f32x4.splat(scale);
  for (let x: usize = 0; x < bytes; x += 16) {
    const a = v128.load(sums + 2 * x);
    const b = v128.load(sums + 2 * x, 16);
    const pairs = f32x4.add(i32x4.shuffle(a, b, 0, 2, 4, 6), i32x4.shuffle(a, b, 1, 3, 5, 7));
    v128.store(target + x, f32x4.mul(pairs, scales));
  }
}

function joinBlocks(sums: usize, target: usize, blocks: i32, factor: i32, share: f32): void {
  const size = (<usize>factor) << 2;
  for (let i = 0, block = sums; i < blocks; i++, block += size) {
    let sum: f32 = 0;
    for (let at = block; at < block + size; at += 4) sum += load<f32>(at);
    store<f32>(target + ((<usize>i) << 2), sum / share);
  }
}

/** Remainders at the right and the bottom are averaged over what is there. `sums` has room for two rows of `source`. */
export function shrink(
  source: usize,
  target: usize,
  width: i32,
  height: i32,
  factor: i32,
  sums: usize,
): void {
  const bytes = (<usize>((width + 3) & ~3)) << 2;
  const smallWidth = (width + factor - 1) / factor;
  const smallBytes = (<usize>((smallWidth + 3) & ~3)) << 2;
  const whole = width / factor;
  const rest = width - whole * factor;
  for (let top = 0, to = target; top < height; top += factor, to += smallBytes) {
    const rows = min(factor, height - top);
    sumRows(source + <usize>top * bytes, bytes, rows, sums);
    if (factor == 2) joinPairs(sums, to, smallBytes, <f32>0.5 / <f32>rows);
    else joinBlocks(sums, to, whole, factor, <f32>(rows * factor));
    if (rest > 0) {
      const last = (<usize>whole) << 2;
      joinBlocks(sums + last * factor, to + last, 1, rest, <f32>(rows * rest));
    }
  }
}
