import type { Plane } from '@avatar/stage';

/** Label of the pixels that a fill may enter. */
export const OPEN_LABEL = 1;

/**
 * Gives `label` to the pixels labelled `OPEN_LABEL` that hang together with a start pixel (4-connected), and returns their
 * places, nearest first.
 * @param queue room for the places of all pixels, shared by many fills; the result is a view of it
 */
export function floodFill(
  { width, height }: Pick<Plane, 'width' | 'height'>,
  labels: Uint8Array,
  label: number,
  starts: readonly number[],
  queue = new Int32Array(labels.length),
): Int32Array {
  const lastRow = width * (height - 1);
  let marked = 0;
  for (const index of starts)
    if (labels[index] === OPEN_LABEL) {
      labels[index] = label;
      queue[marked++] = index;
    }
  // Written out four times: this loop runs over every pixel of a matte, and a function for it costs ten times as much.
  for (let next = 0; next < marked; next++) {
    const index = queue[next];
    const x = index % width;
    if (x > 0 && labels[index - 1] === OPEN_LABEL) {
      labels[index - 1] = label;
      queue[marked++] = index - 1;
    }
    if (x < width - 1 && labels[index + 1] === OPEN_LABEL) {
      labels[index + 1] = label;
      queue[marked++] = index + 1;
    }
    if (index >= width && labels[index - width] === OPEN_LABEL) {
      labels[index - width] = label;
      queue[marked++] = index - width;
    }
    if (index < lastRow && labels[index + width] === OPEN_LABEL) {
      labels[index + width] = label;
      queue[marked++] = index + width;
    }
  }
  return queue.subarray(0, marked);
}

/** Places of the pixels along the border, each once. */
export function borderPixels(width: number, height: number): number[] {
  const pixels: number[] = [];
  for (let x = 0; x < width; x++) pixels.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y++) pixels.push(y * width, y * width + width - 1);
  return pixels;
}
