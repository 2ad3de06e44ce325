import type { PlanarImage, RasterImage } from '@avatar/stage';
import type { AffineMap } from './affine.js';
import { inKernels, type KernelMemory } from '../kernels/kernels.js';

/** Replicated pixels that the kernel wants around the picture. */
const BEFORE = 2;
const AFTER = 3;
/** How far its vector loads may reach beyond the picture. */
const SPARE_BYTES = 16;

const SCRATCH_BYTES = 208;

/** Pixels of one axis of the photo. */
interface Span {
  readonly start: number;
  readonly size: number;
}

/** All pixels that a sample at one of `ends`, or between them, needs; one at least. */
function neededSpan(ends: readonly number[], size: number): Span {
  const start = Math.min(Math.max(0, Math.floor(Math.min(...ends)) - BEFORE), size - 1);
  const end = Math.max(Math.min(size, Math.ceil(Math.max(...ends)) + AFTER), start + 1);
  return { start, size: end - start };
}

function copyPixels({ data, channels }: RasterImage, from: number, count: number, to: Uint8Array): void {
  if (channels === 3) to.set(data.subarray(from * 3, (from + count) * 3));
  else
    for (let i = 0, at = from * channels, o = 0; i < count; i++, at += channels, o += 3) {
      to[o] = data[at];
      to[o + 1] = data[at + 1];
      to[o + 2] = data[at + 2];
    }
}

/** Copies a part of the photo in, as RGB with replicated margins; returns its address. */
function placeRegion(memory: KernelMemory, source: RasterImage, columns: Span, rows: Span): number {
  const rowBytes = (BEFORE + columns.size + AFTER) * 3;
  const height = BEFORE + rows.size + AFTER;
  const address = memory.reserve(rowBytes * height + SPARE_BYTES);
  for (let y = 0; y < height; y++) {
    const row = new Uint8Array(memory.kernels.memory.buffer, address + y * rowBytes, rowBytes);
    const photoRow = rows.start + Math.min(Math.max(y - BEFORE, 0), rows.size - 1);
    const first = BEFORE * 3;
    const end = first + columns.size * 3;
    copyPixels(source, photoRow * source.width + columns.start, columns.size, row.subarray(first, end));
    for (let at = 0; at < first; at += 3) row.copyWithin(at, first, first + 3);
    for (let at = end; at < rowBytes; at += 3) row.copyWithin(at, end - 3, end);
  }
  return address;
}

/**
 * Catmull-Rom samples of `source` at `map` of each pixel of a `width` x `height` picture, in [0, 1]. Edges are
 * replicated.
 */
export function sampleCubic(source: RasterImage, map: AffineMap, width: number, height: number): PlanarImage {
  const { xx, xy, x0, yx, yy, y0 } = map;
  // The map is linear, so the extremes are at the corners.
  const columns = neededSpan(
    [x0, x0 + xx * width, x0 + xy * height, x0 + xx * width + xy * height],
    source.width,
  );
  const rows = neededSpan(
    [y0, y0 + yx * width, y0 + yy * height, y0 + yx * width + yy * height],
    source.height,
  );
  return inKernels((memory) => {
    const region = placeRegion(memory, source, columns, rows);
    const [red, green, blue] = [0, 1, 2].map(() => memory.createGrid(width, height));
    // prettier-ignore
    memory.kernels.sampleCubic(
      region, columns.size, rows.size,
      xx, xy, x0 - columns.start, yx, yy, y0 - rows.start,
      red.at, green.at, blue.at, width, height, memory.reserve(SCRATCH_BYTES),
    );
    return {
      planes: [memory.take(red).data, memory.take(green).data, memory.take(blue).data],
      width,
      height,
    };
  });
}
