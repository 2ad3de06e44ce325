import type { Plane, RasterImage } from '@avatar/stage';
import { borderPixels, boxBlur, createPlane, floodFill, gaussianBlur, OPEN_LABEL } from '@avatar/image';

const SOLID = 0.5;
/** Labels beside `OPEN_LABEL`. */
const OUTSIDE = 2;
const HOLE = 3;
/** Share of the matte that a hole may cover and still be filled. */
const LARGEST_HOLE = 0.012;
/** A hole that the model is this unsure about on average is part of the person. */
const DOUBTFUL = 0.25;
/** Up to this many pixels nothing could be seen through it anyway. */
const SPECK_PX = 12;
/** Colours are compared in eight steps a channel. */
const STEPS = 8;
const SHIFT = 5;

/** How common each of the coarse colours is; every colour happens a little. */
class ColourShares {
  readonly #counts = new Float64Array(STEPS ** 3);
  #total = 0;
  constructor(readonly picture: RasterImage) {}

  #bin(index: number): number {
    const { data, channels } = this.picture;
    const at = index * channels;
    return ((data[at] >> SHIFT) * STEPS + (data[at + 1] >> SHIFT)) * STEPS + (data[at + 2] >> SHIFT);
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
function looksThrough(hole: Int32Array, person: ColourShares, backdrop: ColourShares): boolean {
  let evidence = 0;
  for (const index of hole) evidence += Math.log(backdrop.share(index) / person.share(index));
  return evidence > 0;
}

/** How far holes between loose strands lie from the outside, as a share of the matte's side. */
const LOOSE_HAIR = 0.03;
/** Share of outside around a hole from which it lies between loose strands. */
const NEAR_OUTSIDE = 0.05;

/** Opaque where a hole was, and soft just around, so that no rim is left. */
function closeHoles(alpha: Plane, closed: Plane): Plane {
  const soft = gaussianBlur(closed, 1.2);
  const filled = createPlane(alpha.width, alpha.height);
  for (let i = 0; i < filled.data.length; i++)
    filled.data[i] = Math.max(alpha.data[i], closed.data[i], Math.min(1, 2 * soft.data[i]));
  return filled;
}

/**
 * Closes small holes in the person: parts below half opacity that do not reach the border of the matte. A hole stays
 * open between loose strands at the outline, and where the model is sure of it and the background's colours show
 * through, as between an arm and the head.
 */
export function fillHoles(alpha: Plane, picture: RasterImage): Plane {
  const { width, height, data } = alpha;
  const labels = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) if (data[i] < SOLID) labels[i] = OPEN_LABEL;
  const queue = new Int32Array(data.length);
  floodFill(alpha, labels, OUTSIDE, borderPixels(width, height), queue);
  const holes: Int32Array[] = [];
  for (let i = 0; i < data.length; i++)
    if (labels[i] === OPEN_LABEL) holes.push(floodFill(alpha, labels, HOLE, [i], queue).slice());
  const small = holes.filter((hole) => hole.length < data.length * LARGEST_HOLE);
  if (small.length === 0) return alpha;

  const person = new ColourShares(picture);
  const backdrop = new ColourShares(picture);
  const outside = createPlane(width, height);
  for (let i = 0; i < data.length; i++) {
    if (labels[i] === OUTSIDE) outside.data[i] = 1;
    if (i % 3 !== 0) continue;
    if (data[i] > 0.95) person.add(i);
    else if (labels[i] === OUTSIDE && data[i] < 0.05) backdrop.add(i);
  }
  const outsideNear = boxBlur(outside, Math.round(LOOSE_HAIR * Math.max(width, height)));
  const mean = (plane: Plane, hole: Int32Array): number =>
    hole.reduce((sum, index) => sum + plane.data[index], 0) / hole.length;
  const closed = createPlane(width, height);
  for (const hole of small) {
    const sure = hole.length > SPECK_PX && mean(alpha, hole) < DOUBTFUL;
    if (sure && looksThrough(hole, person, backdrop)) continue;
    if (mean(outsideNear, hole) > NEAR_OUTSIDE) continue;
    for (const index of hole) closed.data[index] = 1;
  }
  return closeHoles(alpha, closed);
}
