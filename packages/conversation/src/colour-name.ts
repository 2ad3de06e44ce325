import { COLOURS } from './lexicon/surroundings.js';

/** The name of the colour that comes nearest to a `#rgb` or `#rrggbb`. */
export function colourName(hex: string): string {
  const [first] = Object.entries(COLOURS)
    .map(([name, known]) => ({ name, far: distance(hex, known) }))
    .sort((one, other) => one.far - other.far);
  return first.name;
}

/** Squared, weighted as eyes weigh the channels: https://www.compuphase.com/cmetric.htm, without its root. */
function distance(one: string, other: string): number {
  const [a, b] = [channels(one), channels(other)];
  const red = (a[0] + b[0]) / 2;
  const [dr, dg, db] = a.map((value, at) => value - b[at]);
  return (2 + red / 256) * dr ** 2 + 4 * dg ** 2 + (2 + (255 - red) / 256) * db ** 2;
}

function channels(hex: string): readonly number[] {
  const long = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
}
