import type { Box, RasterImage } from '@avatar/stage';

/** A small copy of a picture: where borders run is told on it. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  /** RGB in turn, 0 to 255. */
  readonly colours: Uint8Array;
  /** Pixels of the picture for each of its own. */
  readonly step: number;
}

/**
 * Four pixels are averaged for each of the copy: enough against noise, and the cost is the same whatever the
 * picture's size.
 */
export function smallPicture(
  { data, width, height, channels }: RasterImage,
  longerSide: number,
): SmallPicture {
  const step = Math.max(1, Math.max(width, height) / longerSide);
  const columns = Math.max(1, Math.floor(width / step));
  const rows = Math.max(1, Math.floor(height / step));
  const colours = new Uint8Array(columns * rows * 3);
  const at = (index: number, share: number, size: number) =>
    Math.min(size - 1, Math.floor((index + share) * step));
  const xs = Int32Array.from({ length: 2 * columns }, (_, i) => at(i >> 1, i % 2 === 0 ? 0.25 : 0.75, width));
  for (let row = 0, out = 0; row < rows; row++) {
    const upper = at(row, 0.25, height) * width;
    const lower = at(row, 0.75, height) * width;
    for (let column = 0; column < columns; column++, out += 3) {
      const left = xs[2 * column];
      const right = xs[2 * column + 1];
      const [a, b] = [(upper + left) * channels, (upper + right) * channels];
      const [c, d] = [(lower + left) * channels, (lower + right) * channels];
      for (let i = 0; i < 3; i++)
        colours[out + i] = (data[a + i] + data[b + i] + data[c + i] + data[d + i] + 2) >> 2;
    }
  }
  return { width: columns, height: rows, colours, step };
}

/** Largest difference between two pixels in one channel. */
export function contrast({ colours }: SmallPicture, one: number, other: number): number {
  const a = one * 3;
  const b = other * 3;
  const red = Math.abs(colours[a] - colours[b]);
  const green = Math.abs(colours[a + 1] - colours[b + 1]);
  const blue = Math.abs(colours[a + 2] - colours[b + 2]);
  return red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
}

/** A box of the picture in pixels of the copy. */
export const inSmallPicture = ({ x, y, width, height }: Box, { step }: SmallPicture): Box => ({
  x: x / step,
  y: y / step,
  width: width / step,
  height: height / step,
});
