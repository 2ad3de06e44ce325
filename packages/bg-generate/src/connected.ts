import type { Plane } from '@avatar/stage';

/**
 * Marks the pixels that `accepts` and that hang together with a start pixel (4-connected) with `label` in `labels`;
 * pixels that are already labelled are neither entered nor crossed. Returns the pixels that were marked.
 */
export function floodFill(
  { width, height }: Pick<Plane, 'width' | 'height'>,
  labels: Uint8Array,
  label: number,
  starts: readonly number[],
  accepts: (index: number) => boolean,
): number[] {
  const marked: number[] = [];
  const visit = (index: number): void => {
    if (labels[index] !== 0 || !accepts(index)) return;
    labels[index] = label;
    marked.push(index);
  };
  starts.forEach(visit);
  for (let next = 0; next < marked.length; next++) {
    const index = marked[next];
    const x = index % width;
    if (x > 0) visit(index - 1);
    if (x < width - 1) visit(index + 1);
    if (index >= width) visit(index - width);
    if (index < width * (height - 1)) visit(index + width);
  }
  return marked;
}

export function borderPixels(width: number, height: number): number[] {
  const pixels: number[] = [];
  for (let x = 0; x < width; x++) pixels.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y++) pixels.push(y * width, y * width + width - 1);
  return pixels;
}
