import type { Point2 } from './point.js';

/** Path data of an SVG `d` attribute. */
export type PathData = string;

const tenths = (value: number): number => Math.round(value * 10);

/** One decimal at most, no leading zero. */
function short(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const whole = Math.floor(size / 10);
  const rest = size % 10;
  return `${value < 0 ? '-' : ''}${rest === 0 ? whole : `${whole === 0 ? '' : whole}.${rest}`}`;
}

/**
 * Writes relative commands with one decimal. The rounded position runs along, so that rounding never adds up; the data is
 * about 45 % shorter than with absolute numbers.
 */
class PathWriter {
  #x: number;
  #y: number;
  #command = '';
  readonly #parts: string[];

  constructor([x, y]: Point2) {
    this.#x = tenths(x);
    this.#y = tenths(y);
    this.#parts = [`M${short(this.#x)} ${short(this.#y)}`];
  }

  add(command: 'c' | 'l', ...coordinates: readonly number[]): void {
    let text = this.#command === command ? '' : command;
    this.#command = command;
    let x = this.#x;
    let y = this.#y;
    for (let i = 0; i < coordinates.length; i += 2) {
      x = tenths(coordinates[i]);
      y = tenths(coordinates[i + 1]);
      text = spaced(spaced(text, short(x - this.#x)), short(y - this.#y));
    }
    this.#x = x;
    this.#y = y;
    this.#parts.push(text);
  }

  end(isClosed: boolean): PathData {
    return this.#parts.join('') + (isClosed ? 'Z' : '');
  }
}

const spaced = (text: string, number: string): string =>
  number.startsWith('-') || text === 'c' || text === 'l' ? text + number : `${text} ${number}`;

/** Path data of the Catmull-Rom spline through the points, as cubic Bezier curves; corners keep their point. */
export function splinePath(points: readonly Point2[], isClosed = false): PathData {
  const count = points.length;
  if (count < 2) return '';
  const at = (i: number): Point2 =>
    points[isClosed ? (i + count) % count : Math.min(count - 1, Math.max(0, i))];
  const path = new PathWriter(points[0]);
  for (let i = 0; i < (isClosed ? count : count - 1); i++) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const dx = to[0] - from[0];
    const dy = to[1] - from[1];
    path.add(
      'c',
      from[0] + (from[2] ? dx * 0.2 : (to[0] - before[0]) / 6),
      from[1] + (from[2] ? dy * 0.2 : (to[1] - before[1]) / 6),
      to[0] - (to[2] ? dx * 0.2 : (after[0] - from[0]) / 6),
      to[1] - (to[2] ? dy * 0.2 : (after[1] - from[1]) / 6),
      to[0],
      to[1],
    );
  }
  return path.end(isClosed);
}

/** Path data of straight lines. */
export function polygonPath(points: readonly Point2[], isClosed = true): PathData {
  if (points.length === 0) return '';
  const path = new PathWriter(points[0]);
  for (let i = 1; i < points.length; i++) path.add('l', points[i][0], points[i][1]);
  return path.end(isClosed);
}
