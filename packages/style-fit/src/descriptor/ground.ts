import { median, type Lab } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { quantiles } from './quantiles.js';
import type { ExampleView } from './view.js';

/** The ring around a portrait in which there is ground: shares of width and height, and how far it reaches down. */
const RING = { side: 0.09, top: 0.07, down: 0.6 };
const STEP = 2;
/** Less local spread than this, in L, is plain ground. */
const PLAIN = 2.5;
/** Rows that are compared for a gradient, and how much wider than the ring they are. */
const ROWS = { top: 0.05, middle: 0.45, wider: 1.3 };
/** Paper is what is as light as this share of the picture. */
const PAPER = { share: 0.9, within: 3, stride: 5 };

export interface Ground {
  readonly colour: Lab;
  /** Difference of its lightest and darkest tenth, in L. */
  readonly spread: number;
  /** How much lighter its middle is than its top, in L. */
  readonly gradient: number;
  /** Share of it without texture or things. */
  readonly plain: number;
  readonly paper: Lab;
  /** L of the upper corners over that beside the head: below 1 where they are darker. Undefined where things stand. */
  readonly darkening: number | undefined;
  /** Of the upper corners, where hair hardly ever is. */
  readonly corners: Lab;
}

export function groundOf({ lab }: ExampleView, localSpread: Plane): Ground {
  const { width, height, L, a, b } = lab;
  const side = width * RING.side;
  const ring: number[] = [];
  for (let y = 0; y < height * RING.down; y += STEP)
    for (let x = 0; x < width; x += STEP)
      if (y < height * RING.top || x < side || x > width - side) ring.push(y * width + x);
  const at = (plane: Float32Array, places: readonly number[]) => places.map((i) => plane[i]);
  const [dark, light] = quantiles(at(L, ring), [0.1, 0.9]);
  const row = (share: number): number => {
    const start = Math.round(height * share) * width;
    const values: number[] = [];
    for (let x = 0; x < width; x++)
      if (x < side * ROWS.wider || x > width - side * ROWS.wider) values.push(L[start + x]);
    return median(values);
  };
  return {
    colour: [median(at(L, ring)), median(at(a, ring)), median(at(b, ring))],
    spread: light - dark,
    gradient: row(ROWS.middle) - row(ROWS.top),
    plain: ring.filter((i) => localSpread.data[i] < PLAIN).length / ring.length,
    paper: paperOf(lab),
    ...cornersOf(lab),
  };
}

/** Patches that are compared for a vignette: their size, and where those beside the head begin, as shares. */
const CORNERS = { size: 0.06, beside: 0.41 };
/** Two patches that differ by more than this in colour, or in lightness, do not show the same backdrop. */
const SAME = { colour: 7, lightness: 30 };

function cornersOf({ width, height, L, a, b }: ExampleView['lab']): Pick<Ground, 'darkening' | 'corners'> {
  const patch = (left: number, top: number): Lab => {
    const places: number[] = [];
    for (let y = Math.floor(top * height); y < (top + CORNERS.size) * height; y += STEP)
      for (let x = Math.floor(left * width); x < Math.min(width, (left + CORNERS.size) * width); x += STEP)
        places.push(y * width + x);
    return [L, a, b].map((plane) => median(places.map((i) => plane[i]))) as unknown as Lab;
  };
  const sides = [0, 1 - CORNERS.size].map((left) => [patch(left, 0), patch(left, CORNERS.beside)] as const);
  const ratios = sides.flatMap(([corner, beside]) => {
    const isSame =
      Math.hypot(corner[1] - beside[1], corner[2] - beside[2]) < SAME.colour &&
      Math.abs(corner[0] - beside[0]) < SAME.lightness;
    return isSame && beside[0] > 0 ? [corner[0] / beside[0]] : [];
  });
  const [[left], [right]] = sides;
  return {
    darkening: ratios.length > 0 ? median(ratios) : undefined,
    corners: [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2, (left[2] + right[2]) / 2],
  };
}

function paperOf({ L, a, b }: ExampleView['lab']): Lab {
  const [light] = quantiles(L, [PAPER.share]);
  const places: number[] = [];
  for (let i = 0; i < L.length; i += PAPER.stride) if (Math.abs(L[i] - light) < PAPER.within) places.push(i);
  return [median(places.map((i) => L[i])), median(places.map((i) => a[i])), median(places.map((i) => b[i]))];
}
