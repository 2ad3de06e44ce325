import type { Plane } from '@avatar/stage';

/** A piece that has the size of a letter. Lengths are pixels, levels those of the picture. */
export interface Letter {
  readonly x: number;
  readonly y: number;
  /** The longer side of its box. */
  readonly size: number;
  /** Mean width of its strokes. */
  readonly stroke: number;
  /** Length of its strokes over its size: about 1 for a hair, 2 to 4 for letters. */
  readonly windings: number;
  /** How light it is, and how much lighter than what is around it. */
  readonly level: number;
  readonly contrast: number;
}

const SIZE = { least: 10, most: 52 };
const LEAST_AREA = 14;

/** Joined pieces of strokes with the size of letters. @param contrast of each place against its surroundings */
export function lettersIn(levels: Plane, contrast: Plane, strokes: Uint8Array): Letter[] {
  const pieces = new Pieces(levels, contrast, strokes);
  const letters: Letter[] = [];
  for (let place = 0; place < strokes.length; place++) {
    const letter = pieces.isNew(place) ? pieces.from(place) : undefined;
    if (letter) letters.push(letter);
  }
  return letters;
}

class Pieces {
  readonly #taken: Uint8Array;
  readonly #open: Int32Array;
  #count = 0;

  constructor(
    readonly levels: Plane,
    readonly contrast: Plane,
    readonly strokes: Uint8Array,
  ) {
    this.#taken = new Uint8Array(strokes.length);
    this.#open = new Int32Array(strokes.length);
  }

  isNew(place: number): boolean {
    return this.strokes[place] === 1 && this.#taken[place] === 0;
  }

  /** All that is joined to a place, if it is as large as a letter. */
  from(start: number): Letter | undefined {
    const { width, height, data } = this.contrast;
    let [left, right, top, bottom] = [width, 0, height, 0];
    let [light, sum, rim] = [0, 0, 0];
    this.#count = 0;
    this.#take(start);
    for (let next = 0; next < this.#count; next++) {
      const place = this.#open[next];
      const x = place % width;
      const y = (place - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      sum += data[place];
      light += this.levels.data[place];
      if (this.#isRim(x, y)) rim++;
      if (x > 0) this.#take(place - 1);
      if (x < width - 1) this.#take(place + 1);
      if (y > 0) this.#take(place - width);
      if (y < height - 1) this.#take(place + width);
    }
    const area = this.#count;
    const size = 1 + Math.max(right - left, bottom - top);
    if (size < SIZE.least || size > SIZE.most || area < LEAST_AREA) return undefined;
    // A stroke has two rims.
    const stroke = (2 * area) / Math.max(1, rim);
    const windings = area / stroke / size;
    return {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      size,
      stroke,
      windings,
      level: light / area,
      contrast: sum / area,
    };
  }

  #take(place: number): void {
    if (!this.isNew(place)) return;
    this.#taken[place] = 1;
    this.#open[this.#count++] = place;
  }

  /** Next to what is no stroke, diagonally too. */
  #isRim(x: number, y: number): boolean {
    const { width, height } = this.contrast;
    for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
      for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++)
        if (this.strokes[v * width + u] === 0) return true;
    return false;
  }
}
