import { mix } from '@avatar/image';

/** A lit window; fractions of the side. */
export interface CastleWindow {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Castle {
  /** The castle as an SVG picture, transparent around it; its sun stands at the right. */
  readonly svg: string;
  readonly windows: readonly CastleWindow[];
}

/**
 * A tower: its middle, width and height of wall and roof as shares of the castle's size, and how far back it stands,
 * 0 to 1.
 */
interface Tower {
  readonly x: number;
  readonly width: number;
  readonly wall: number;
  readonly roof: number;
  readonly back: number;
}

/** From the back to the front. */
const TOWERS: readonly Tower[] = [
  { x: -0.3, width: 0.12, wall: 0.56, roof: 0.26, back: 1 },
  { x: 0.16, width: 0.13, wall: 0.7, roof: 0.28, back: 0.9 },
  { x: -0.08, width: 0.19, wall: 0.86, roof: 0.38, back: 0.65 },
  { x: 0.36, width: 0.1, wall: 0.44, roof: 0.22, back: 0.6 },
  { x: -0.23, width: 0.15, wall: 0.46, roof: 0.28, back: 0.3 },
  { x: 0.12, width: 0.15, wall: 0.42, roof: 0.26, back: 0.25 },
  { x: -0.44, width: 0.12, wall: 0.32, roof: 0.22, back: 0.1 },
  { x: 0.32, width: 0.14, wall: 0.3, roof: 0.23, back: 0 },
];
/** Walls between towers: from, to and height. */
const WALLS = [
  [-0.5, 0.06, 0.2],
  [0, 0.4, 0.17],
] as const;
/** The wall's top step: width of a merlon, and its height. */
const MERLON = { width: 0.022, height: 0.024 };
/** What each tower may be taller or lower. */
const VARIATION = 0.14;
/** Colours at the front and at the back, which the air has made paler. */
const STONE = { front: [46, 32, 66], back: [98, 62, 96] } as const;
const ROOF = { front: [33, 23, 58], back: [84, 52, 92] } as const;
const SUNLIT = { front: [226, 128, 88], back: [232, 140, 106] } as const;

type Shades = { readonly front: readonly number[]; readonly back: readonly number[] };
const shade = ({ front, back }: Shades, share: number): string =>
  `rgb(${front.map((value, channel) => Math.round(mix(value, back[channel], share))).join(',')})`;
const fixed = (value: number): string => value.toFixed(4);
const shape = (points: readonly (readonly [number, number])[], fill: string, opacity = 1): string =>
  `<path d="M${points.map(([x, y]) => `${fixed(x)} ${fixed(y)}`).join('L')}Z" fill="${fill}" fill-opacity="${opacity}"/>`;
const box = (left: number, right: number, top: number, bottom: number, fill: string, opacity = 1): string =>
  shape(
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
    fill,
    opacity,
  );

/** Merlons along the top of a wall. */
function merlons(left: number, right: number, top: number, size: number, fill: string): string {
  const step = MERLON.width * size;
  const parts: string[] = [];
  for (let x = left; x < right - step / 2; x += 2 * step)
    parts.push(box(x, Math.min(right, x + step), top - MERLON.height * size, top + 0.001, fill));
  return parts.join('');
}

class CastleDrawing {
  readonly #parts: string[] = [];
  readonly windows: CastleWindow[] = [];
  readonly #random: () => number;
  readonly #x: number;
  readonly #base: number;
  readonly #size: number;

  constructor(x: number, base: number, size: number, random: () => number) {
    this.#x = x;
    this.#base = base;
    this.#size = size;
    this.#random = random;
  }

  tower({ x, width, wall, roof, back }: Tower): void {
    const size = this.#size;
    const taller = 1 + VARIATION * (2 * this.#random() - 1);
    const middle = this.#x + x * size;
    const half = (width * size) / 2;
    const top = this.#base - wall * taller * size;
    const tip = top - roof * size;
    const stone = shade(STONE, back);
    const sun = shade(SUNLIT, back);
    this.#parts.push(
      box(middle - half, middle + half, top, this.#base, stone),
      // Round: the light grows towards the sun.
      box(middle + half * 0.1, middle + half * 0.45, top, this.#base, sun, 0.22),
      box(middle + half * 0.45, middle + half * 0.75, top, this.#base, sun, 0.5),
      box(middle + half * 0.75, middle + half, top, this.#base, sun, 0.75),
      // The parapet sticks out below the roof.
      box(middle - half * 1.22, middle + half * 1.22, top - half * 0.1, top + half * 0.5, stone),
      box(middle + half * 0.5, middle + half * 1.22, top - half * 0.1, top + half * 0.5, sun, 0.75),
      shape(
        [
          [middle - half * 1.3, top],
          [middle, tip],
          [middle + half * 1.3, top],
        ],
        shade(ROOF, back),
      ),
      shape(
        [
          [middle + half * 0.35, top],
          [middle, tip],
          [middle + half * 1.3, top],
        ],
        sun,
        0.7,
      ),
    );
    this.#addWindows(middle, half, top);
  }

  /** One or two columns of windows, some of them dark. */
  #addWindows(middle: number, half: number, top: number): void {
    const step = 0.1 * this.#size;
    for (let y = top + half * 1.1 + step * 0.3; y < this.#base - step; y += step)
      if (this.#random() < 0.4)
        this.windows.push({
          x: middle + half * (this.#random() < 0.5 ? -0.35 : 0.12),
          y,
          width: 0.016 * this.#size,
          height: 0.034 * this.#size,
        });
  }

  wall([from, to, height]: readonly [number, number, number]): void {
    const size = this.#size;
    const left = this.#x + from * size;
    const right = this.#x + to * size;
    const top = this.#base - height * size;
    const stone = shade(STONE, 0.05);
    this.#parts.push(box(left, right, top, this.#base, stone), merlons(left, right, top, size, stone));
  }

  svg(sizePx: number): string {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}" viewBox="0 0 1 1">${this.#parts.join('')}</svg>`;
  }
}

/**
 * A castle with its middle at `x` and its foot at `base`, `size` wide, all fractions of the side; lit by a low sun at
 * the right.
 */
export function drawCastle(
  sizePx: number,
  { x, base, size }: { readonly x: number; readonly base: number; readonly size: number },
  random: () => number,
): Castle {
  const drawing = new CastleDrawing(x, base, size, random);
  const front = TOWERS.findIndex(({ back }) => back < 0.2);
  for (const tower of TOWERS.slice(0, front)) drawing.tower(tower);
  for (const wall of WALLS) drawing.wall(wall);
  for (const tower of TOWERS.slice(front)) drawing.tower(tower);
  return { svg: drawing.svg(sizePx), windows: drawing.windows };
}
