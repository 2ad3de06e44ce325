import type { Plane, RasterImage } from '@avatar/stage';
import { borderPixels, floodFill } from './connected.js';

const SOLID = 0.5;
/** Share of the matte that a hole may cover and still be filled. */
const LARGEST_HOLE = 0.012;
/** A hole that the model is this unsure about on average is part of the person. */
const DOUBTFUL = 0.25;
/** Up to this many pixels nothing could be seen through it anyway. */
const SPECK_PX = 12;
/** Colours are compared in this many steps a channel. */
const STEPS = 8;

/** How common each of the coarse colours is; every colour happens a little. */
class ColourShares {
  readonly #counts = new Float64Array(STEPS ** 3);
  #total = 0;
  constructor(readonly picture: RasterImage) {}

  #bin(index: number): number {
    const { data, channels } = this.picture;
    const at = index * channels;
    const step = 256 / STEPS;
    const [red, green, blue] = [data[at], data[at + 1], data[at + 2]].map((value) =>
      Math.floor(value / step),
    );
    return (red * STEPS + green) * STEPS + blue;
  }

  add(index: number): void {
    const bin = this.#bin(index);
    this.#counts[bin] = this.#counts[bin] + 1;
    this.#total++;
  }

  share(index: number): number {
    return (this.#counts[this.#bin(index)] + 0.5) / (this.#total + 0.5 * STEPS ** 3);
  }
}

/** Whether the hole looks more like the photo's background than like the person around it. */
function looksThrough(hole: readonly number[], person: ColourShares, backdrop: ColourShares): boolean {
  let evidence = 0;
  for (const index of hole) evidence += Math.log(backdrop.share(index) / person.share(index));
  return evidence > 0;
}

/**
 * Closes small holes in the person: parts below half opacity that do not reach the border of the matte. A hole stays
 * open when the model is sure of it and the background's colours show through, as between an arm and the head.
 */
export function fillHoles(alpha: Plane, picture: RasterImage): Plane {
  const { width, height, data } = alpha;
  const labels = new Uint8Array(data.length);
  const open = (index: number): boolean => data[index] < SOLID;
  floodFill(alpha, labels, 1, borderPixels(width, height), open);
  const holes: number[][] = [];
  for (let i = 0; i < data.length; i++)
    if (labels[i] === 0 && open(i)) holes.push(floodFill(alpha, labels, 2, [i], open));
  const filled: Plane = { width, height, data: data.slice() };
  if (holes.length === 0) return filled;

  const person = new ColourShares(picture);
  const backdrop = new ColourShares(picture);
  for (let i = 0; i < data.length; i += 3)
    if (data[i] > 0.95) person.add(i);
    else if (labels[i] === 1 && data[i] < 0.05) backdrop.add(i);
  for (const hole of holes) {
    if (hole.length > data.length * LARGEST_HOLE) continue;
    const mean = hole.reduce((sum, index) => sum + data[index], 0) / hole.length;
    const sure = hole.length > SPECK_PX && mean < DOUBTFUL;
    if (sure && looksThrough(hole, person, backdrop)) continue;
    for (const index of hole) filled.data[index] = 1;
  }
  return filled;
}
