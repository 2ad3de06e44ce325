import { clamp, mix } from '@avatar/image';
import type { PictureSize } from '@avatar/stage';
import type { Rgb } from '../colour/backdrop-colours.js';
import type { CurvedRamp } from '../studio/curved-ramp.js';

/** The disc behind the head. Fractions of the side. */
export const DISC = { x: 0.5, y: 0.42, radius: 0.335 };

/** Rings around the disc: radius and width of the tube, and the part of the circle that it runs. */
const RINGS = [
  { radius: 0.366, width: 0.006, arc: 1 },
  { radius: 0.394, width: 0.0022, arc: 0.7 },
  { radius: 0.419, width: 0.0036, arc: 0.22 },
  { radius: 0.452, width: 0.0016, arc: 0.4 },
] as const;
/** Nothing but rings comes nearer to the middle of the disc. */
const CLEARING = 0.45;
/** Shoulders hide what is below. */
const LOWEST = 0.88;
/** Places tried for each shape; the one farthest from the others is taken. */
const TRIES = 24;
const TRIANGLES = { count: 13, least: 0.026, most: 0.085, filled: 0.4 };
const LINES = { count: 8, least: 0.06, most: 0.24, slope: -0.62 };
const SPARKS = { count: 30, least: 0.003, most: 0.008 };
/** The middle of a tube is nearly white. */
const HOT = 0.72;
/** Share of shapes that have the colour of the other side. */
const STRANGERS = 0.2;

type Random = () => number;

/** What is seen, in the coordinates of the square that has the disc behind the head. */
export interface ShapesView {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The square stays in the middle, or in the upper part of what is high. */
export function shapesView({ widthPx, heightPx }: PictureSize): ShapesView {
  const side = Math.min(widthPx, heightPx);
  const [width, height] = [widthPx / side, heightPx / side];
  return { left: (1 - width) / 2, top: -DISC.y * (height - 1), width, height };
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** How far the shape reaches from there. */
  readonly reach: number;
}

const fixed = (value: number): string => value.toFixed(4);
const point = (x: number, y: number): string => `${fixed(x)} ${fixed(y)}`;
const cssOf = (colour: Rgb): string => `rgb(${colour.map((value) => Math.round(value * 255)).join(',')})`;
const hot = ([red, green, blue]: Rgb): Rgb => [mix(red, 1, HOT), mix(green, 1, HOT), mix(blue, 1, HOT)];

/** A glowing tube along a path, with its hot middle. `paint` and `hotPaint` are SVG paints. */
const tube = (path: string, paint: string, hotPaint: string, width: number): string =>
  `<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="${path}" stroke="${paint}" stroke-width="${fixed(width)}"/>` +
  `<path d="${path}" stroke="${hotPaint}" stroke-width="${fixed(width * 0.42)}"/></g>`;

const colouredTube = (path: string, colour: Rgb, width: number): string =>
  tube(path, cssOf(colour), cssOf(hot(colour)), width);

const filling = (path: string, colour: Rgb, opacity: number): string =>
  `<path d="${path}" fill="${cssOf(colour)}" fill-opacity="${fixed(opacity)}"/>`;

/** The colour at a place: the first at the left, the second at the right. */
function colourAt({ x }: Place, ramp: CurvedRamp, random: Random): Rgb {
  const position = random() < STRANGERS ? 1 - x : x;
  return ramp(clamp((position - 0.25) / 0.5));
}

/** Room between a place and everything that is there already; negative inside the clearing. */
function roomAt(place: Place, taken: readonly Place[]): number {
  let room = Math.min(0.1, Math.hypot(place.x - DISC.x, place.y - DISC.y) - CLEARING - place.reach);
  for (const other of taken)
    room = Math.min(room, Math.hypot(place.x - other.x, place.y - other.y) - place.reach - other.reach);
  return room;
}

/** Finds places outside the clearing where nothing is yet, left and right in turn. */
function placeFinder(
  random: Random,
  { left, top, width, height }: ShapesView,
): (index: number, reach: number) => Place {
  const taken: Place[] = [];
  return (index, reach) => {
    let best: Place = { x: 0, y: 0, reach };
    let most = -Infinity;
    for (let i = 0; i < TRIES; i++) {
      const place = {
        x: left + (width * ((index % 2) + random())) / 2,
        y: top + height * LOWEST * random(),
        reach,
      };
      const room = roomAt(place, taken);
      if (room <= most) continue;
      most = room;
      best = place;
    }
    taken.push(best);
    return best;
  };
}

/** A polygon with equal sides around a place; `turn` in whole turns. */
function regularPath({ x, y }: Place, corners: number, radius: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = 2 * Math.PI * (corner / corners + turn);
    return point(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  });
  return `M${points.join('L')}Z`;
}

function arcPath(radius: number, from: number, arc: number): string {
  // As two halves: a circle cannot end where it begins.
  const [start, half, end] = [0, 0.5, 1].map((part) => {
    const angle = 2 * Math.PI * (from + part * Math.min(arc, 0.9999));
    return point(DISC.x + radius * Math.cos(angle), DISC.y + radius * Math.sin(angle));
  });
  const sweep = `A${fixed(radius)} ${fixed(radius)} 0 0 1`;
  return `M${start}${sweep} ${half}${sweep} ${end}`;
}

/** A gradient across the picture from one end of the ramp to the other, as SVG. */
function gradient(id: string, ramp: CurvedRamp): string {
  const stops = [0, 0.25, 0.5, 0.75, 1].map((at) => `<stop offset="${at}" stop-color="${cssOf(ramp(at))}"/>`);
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0.2" y1="0.2" x2="0.8" y2="0.6">${stops.join('')}</linearGradient>`;
}

const rings = (random: Random): string[] =>
  RINGS.map(({ radius, width, arc }) =>
    tube(arcPath(radius, random(), arc), 'url(#tube)', 'url(#hot)', width),
  );

function triangles(
  random: Random,
  place: ReturnType<typeof placeFinder>,
  ramp: CurvedRamp,
  area: number,
): string[] {
  const parts: string[] = [];
  const count = Math.round(TRIANGLES.count * area);
  for (let i = 0; i < count; i++) {
    // Large ones first: they find room only while there is some.
    const size = (1 - i / count) ** 2;
    const at = place(i, mix(TRIANGLES.least, TRIANGLES.most, size));
    const path = regularPath(at, 3, at.reach, random());
    const colour = colourAt(at, ramp, random);
    if (random() < TRIANGLES.filled) parts.push(filling(path, colour, mix(0.25, 0.7, random())));
    parts.push(colouredTube(path, colour, mix(0.002, 0.004, size)));
  }
  return parts;
}

function lines(
  random: Random,
  place: ReturnType<typeof placeFinder>,
  ramp: CurvedRamp,
  area: number,
): string[] {
  const parts: string[] = [];
  for (let i = 0; i < LINES.count * area; i++) {
    const half = mix(LINES.least, LINES.most, random()) / 2;
    const at = place(i, half * 0.7);
    const ends = [-half, half].map((x) => point(at.x + x, at.y + x * LINES.slope));
    parts.push(colouredTube(`M${ends.join('L')}`, colourAt(at, ramp, random), mix(0.0014, 0.003, random())));
  }
  return parts;
}

function sparks(
  random: Random,
  place: ReturnType<typeof placeFinder>,
  ramp: CurvedRamp,
  area: number,
): string[] {
  const parts: string[] = [];
  for (let i = 0; i < SPARKS.count * area; i++) {
    const at = place(i, mix(SPARKS.least, SPARKS.most, random() ** 2) / 2);
    const path = regularPath(at, 4, at.reach, random());
    parts.push(filling(path, colourAt(at, ramp, random), mix(0.3, 1, random())));
  }
  return parts;
}

/** Rings, triangles, slanted lines and sparks as an SVG picture, transparent where there are none. */
export function neonShapes(size: PictureSize, ramp: CurvedRamp, random: Random): string {
  const view = shapesView(size);
  const place = placeFinder(random, view);
  const { left, top, width, height } = view;
  const parts = [
    `<defs>${gradient('tube', ramp)}${gradient('hot', (at) => hot(ramp(at)))}</defs>`,
    ...rings(random),
    ...triangles(random, place, ramp, width * height),
    ...lines(random, place, ramp, width * height),
    ...sparks(random, place, ramp, width * height),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.widthPx}" height="${size.heightPx}" viewBox="${left} ${top} ${width} ${height}">${parts.join('')}</svg>`;
}
