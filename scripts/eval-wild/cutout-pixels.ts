import { decodeImage } from '@avatar/image';
import type { Plane, RasterImage } from '@avatar/stage';

const decodeOn = (bytes: Uint8Array, level: number): Promise<RasterImage> =>
  decodeImage(bytes, { maxPixels: 1e8, maxSidePx: 4096, matteColour: { r: level, g: level, b: level } });

/** Opaque pixels of a finished picture. */
export const pixelsOf = (bytes: Uint8Array): Promise<RasterImage> => decodeOn(bytes, 200);

/** The opacity of a finished picture in [0, 1]: what shows through is as much lighter on white as white is than black. */
export async function alphaOf(bytes: Uint8Array): Promise<Plane> {
  const [onBlack, onWhite] = await Promise.all([decodeOn(bytes, 0), decodeOn(bytes, 255)]);
  const { width, height } = onBlack;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++)
    data[i] = 1 - Math.min(1, Math.max(0, (onWhite.data[i * 3 + 1] - onBlack.data[i * 3 + 1]) / 255));
  return { data, width, height };
}

/** Share of the opaque pixels that are not joined to the largest piece. */
export function islandShare({ data, width, height }: Plane): number {
  const seen = new Uint8Array(data.length);
  let largest = 0;
  let all = 0;
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || data[start] <= 0.5) continue;
    const size = fill({ data, width, height }, seen, start);
    all += size;
    largest = Math.max(largest, size);
  }
  return all === 0 ? 0 : 1 - largest / all;
}

/** Number of opaque pixels joined to `start` side by side. */
function fill({ data, width, height }: Plane, seen: Uint8Array, start: number): number {
  const open = [start];
  seen[start] = 1;
  let size = 0;
  const visit = (place: number) => {
    if (seen[place] || data[place] <= 0.5) return;
    seen[place] = 1;
    open.push(place);
  };
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    size++;
    const x = place % width;
    if (x > 0) visit(place - 1);
    if (x < width - 1) visit(place + 1);
    if (place >= width) visit(place - width);
    if (place < width * (height - 1)) visit(place + width);
  }
  return size;
}

/** Mean opacity around a place given as shares of the picture; undefined outside of it. */
export function opacityAt({ data, width, height }: Plane, x: number, y: number): number | undefined {
  if (!(x >= 0 && x < 1 && y >= 0 && y < 1)) return undefined;
  const centre = [Math.floor(x * width), Math.floor(y * height)];
  let sum = 0;
  let count = 0;
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++) {
      const [px, py] = [centre[0] + dx, centre[1] + dy];
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      sum += data[py * width + px];
      count++;
    }
  return sum / count;
}
