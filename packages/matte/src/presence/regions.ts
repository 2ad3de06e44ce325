import type { Plane } from '@avatar/stage';
import { floodFill, OPEN_LABEL } from '@avatar/image';

/** A connected part of a plane. */
export interface Region {
  /** Places of its pixels. */
  readonly pixels: Int32Array;
  /** Share of the pixels just around it for which the test given to `regionsOf` holds; the plane's border does not count. */
  readonly openness: number;
}

const DONE = 2;

/** Connected parts (4-neighbours) of the pixels labelled `OPEN_LABEL`, of at least `least` pixels. Changes `labels`. */
export function regionsOf(
  plane: Pick<Plane, 'width' | 'height'>,
  labels: Uint8Array,
  least: number,
  isOpen: (index: number) => boolean,
): Region[] {
  const regions: Region[] = [];
  let i = labels.indexOf(OPEN_LABEL);
  if (i < 0) return regions;
  const queue = new Int32Array(labels.length);
  for (; i >= 0; i = labels.indexOf(OPEN_LABEL, i + 1)) {
    const pixels = floodFill(plane, labels, DONE, [i], queue);
    if (pixels.length < least) continue;
    regions.push({ pixels: pixels.slice(), openness: opennessOf(pixels, plane, labels, isOpen) });
  }
  return regions;
}

function opennessOf(
  pixels: Int32Array,
  { width, height }: Pick<Plane, 'width' | 'height'>,
  labels: Uint8Array,
  isOpen: (index: number) => boolean,
): number {
  let around = 0;
  let open = 0;
  const look = (index: number): void => {
    if (labels[index] === DONE) return;
    around++;
    if (isOpen(index)) open++;
  };
  for (const index of pixels) {
    const x = index % width;
    if (x > 0) look(index - 1);
    if (x < width - 1) look(index + 1);
    if (index >= width) look(index - width);
    if (index < width * (height - 1)) look(index + width);
  }
  return around === 0 ? 0 : open / around;
}

export function meanOver({ data }: Plane, pixels: Int32Array): number {
  let sum = 0;
  for (const index of pixels) sum += data[index];
  return sum / pixels.length;
}
