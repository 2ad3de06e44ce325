/** Triangles in pixels: x, y and depth, the larger the nearer. */
export interface ScreenMesh {
  readonly points: Float32Array;
  readonly indices: Uint32Array;
  readonly indexCount: number;
}

/** Nearest depth of each pixel, and the number of its triangle plus one where `owner` is given. */
export interface DepthBuffer {
  readonly width: number;
  readonly height: number;
  readonly depth: Float32Array;
  readonly owner?: Uint32Array;
}

const FAR = -1e9;

export function createDepthBuffer(width: number, height: number, owned: boolean): DepthBuffer {
  const depth = new Float32Array(width * height).fill(FAR);
  return owned ? { width, height, depth, owner: new Uint32Array(width * height) } : { width, height, depth };
}

/** Draws all triangles, both sides, sampled at pixel centres. */
export function rasterise({ points, indices, indexCount }: ScreenMesh, buffer: DepthBuffer): void {
  const { width, height, depth, owner } = buffer;
  for (let t = 0; t < indexCount; t += 3) {
    const a = indices[t] * 3;
    const b = indices[t + 1] * 3;
    const c = indices[t + 2] * 3;
    const ax = points[a];
    const ay = points[a + 1];
    const bx = points[b];
    const by = points[b + 1];
    const cx = points[c];
    const cy = points[c + 1];
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (area < 1e-5 && area > -1e-5) continue;
    const x0 = Math.max(0, Math.ceil((ax < bx ? (ax < cx ? ax : cx) : bx < cx ? bx : cx) - 0.5));
    const x1 = Math.min(width - 1, Math.floor((ax > bx ? (ax > cx ? ax : cx) : bx > cx ? bx : cx) - 0.5));
    if (x0 > x1) continue;
    const y0 = Math.max(0, Math.ceil((ay < by ? (ay < cy ? ay : cy) : by < cy ? by : cy) - 0.5));
    const y1 = Math.min(height - 1, Math.floor((ay > by ? (ay > cy ? ay : cy) : by > cy ? by : cy) - 0.5));
    if (y0 > y1) continue;
    const r = 1 / area;
    const w0x = (by - cy) * r;
    const w0y = (cx - bx) * r;
    const w1x = (cy - ay) * r;
    const w1y = (ax - cx) * r;
    const zc = points[c + 2];
    const za = points[a + 2] - zc;
    const zb = points[b + 2] - zc;
    const zx = za * w0x + zb * w1x;
    const sx = x0 + 0.5;
    const sy = y0 + 0.5;
    let rowW0 = ((bx - sx) * (cy - sy) - (by - sy) * (cx - sx)) * r;
    let rowW1 = ((cx - sx) * (ay - sy) - (cy - sy) * (ax - sx)) * r;
    for (let y = y0; y <= y1; y++) {
      let w0 = rowW0;
      let w1 = rowW1;
      let z = zc + za * w0 + zb * w1;
      const end = y * width + x1;
      for (let k = y * width + x0; k <= end; k++) {
        if (w0 >= -1e-5 && w1 >= -1e-5 && w0 + w1 <= 1.00001 && z > depth[k]) {
          depth[k] = z;
          if (owner !== undefined) owner[k] = t + 3;
        }
        w0 += w0x;
        w1 += w1x;
        z += zx;
      }
      rowW0 += w0y;
      rowW1 += w1y;
    }
  }
}
