import { contrast, type SmallPicture } from './small-picture.js';

/** How much even ground may vary, in levels. */
export interface Evenness {
  /** From one pixel of the copy to the next. */
  readonly step: number;
  /** As a whole. */
  readonly whole: number;
}

/** Grounds of nearly one colour, such as the four corners around a circle, count together. */
const SAME_GROUND = 16;
/** As shares of all pixels: smaller pieces are nothing, and no more grounds than this are looked at. */
const LEAST_PIECE = 0.001;
const MOST_GROUNDS = 4;

/** Even ground that begins at the border: 1 where it is. */
export interface Ground {
  readonly mask: Uint8Array;
  readonly size: number;
}

interface Piece {
  readonly places: Int32Array;
  readonly mean: readonly number[];
}

/**
 * Grounds of even colour that reach in from the border of an area, all of them together first, then the largest.
 *
 * @param area 1 where the picture is looked at
 */
export function flatSurroundings(picture: SmallPicture, area: Uint8Array, even: Evenness): Ground[] {
  const { width, height } = picture;
  const taken = new Uint8Array(width * height);
  const pieces: Piece[] = [];
  const ground = new EvenGround(picture, area, taken, even);
  for (let place = 0; place < taken.length; place++)
    if (area[place] === 1 && taken[place] === 0 && isAtBorder(place, area, width, height)) {
      const piece = ground.from(place);
      if (piece.places.length > LEAST_PIECE * taken.length) pieces.push(piece);
    }
  const grounds = joined(pieces)
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, MOST_GROUNDS);
  const together = grounds.length > 1 ? [grounds.flat()] : [];
  return [...together, ...grounds].map((some) => {
    const mask = new Uint8Array(width * height);
    for (const { places } of some) for (const place of places) mask[place] = 1;
    return { mask, size: sizeOf(some) };
  });
}

const sizeOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { places }) => sum + places.length, 0);

function isAtBorder(place: number, area: Uint8Array, width: number, height: number): boolean {
  const x = place % width;
  if (x === 0 || x === width - 1 || place < width || place >= width * (height - 1)) return true;
  return !area[place - 1] || !area[place + 1] || !area[place - width] || !area[place + width];
}

/** Finds everything that is joined to a place over even ground. */
class EvenGround {
  readonly #open: Int32Array;
  #count = 0;
  #start = 0;

  constructor(
    readonly picture: SmallPicture,
    readonly area: Uint8Array,
    readonly taken: Uint8Array,
    readonly even: Evenness,
  ) {
    this.#open = new Int32Array(taken.length);
  }

  from(start: number): Piece {
    const { width, height, colours } = this.picture;
    const open = this.#open;
    const sum = [0, 0, 0];
    this.#start = start;
    this.taken[start] = 1;
    open[0] = start;
    this.#count = 1;
    for (let next = 0; next < this.#count; next++) {
      const place = open[next];
      for (let c = 0; c < 3; c++) sum[c] += colours[place * 3 + c];
      const x = place % width;
      if (x > 0) this.#visit(place, place - 1);
      if (x < width - 1) this.#visit(place, place + 1);
      if (place >= width) this.#visit(place, place - width);
      if (place < width * (height - 1)) this.#visit(place, place + width);
    }
    return { places: open.slice(0, this.#count), mean: sum.map((value) => value / this.#count) };
  }

  #visit(place: number, other: number): void {
    if (this.taken[other] !== 0 || this.area[other] === 0) return;
    const { step, whole } = this.even;
    if (contrast(this.picture, place, other) > step || contrast(this.picture, this.#start, other) > whole)
      return;
    this.taken[other] = 1;
    this.#open[this.#count++] = other;
  }
}

/** Pieces that have nearly one colour. */
function joined(pieces: readonly Piece[]): Piece[][] {
  const grounds: Piece[][] = [];
  for (const piece of pieces) {
    const same = grounds.find(([{ mean }]) =>
      mean.every((value, c) => Math.abs(value - piece.mean[c]) < SAME_GROUND),
    );
    if (same) same.push(piece);
    else grounds.push([piece]);
  }
  return grounds;
}
