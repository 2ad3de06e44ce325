import type { PathData } from './path.js';
import type { Point2 } from './point.js';

/** A colour, or the reference to a gradient. */
export type Paint = string;

export interface PathStyle {
  readonly fill?: Paint | undefined;
  readonly stroke?: Paint | undefined;
  readonly strokeWidth?: number;
  readonly dash?: readonly [drawn: number, left: number];
  readonly cap?: 'round' | 'butt';
  /** 0 to 1. */
  readonly opacity?: number;
  readonly rule?: 'evenodd';
  /** Name that `clipPath` gave. */
  readonly clip?: string | undefined;
  /** Name that `blur` gave. */
  readonly filter?: string | undefined;
}

export interface GroupStyle {
  readonly clip?: string | undefined;
  readonly opacity?: number;
  readonly shift?: Point2;
}

export type GradientStop = readonly [offset: number, colour: string, opacity?: number];

interface Shape {
  readonly id: string;
  readonly index: number;
  readonly data: PathData;
  uses: number;
}

/** Stands for a shape until it is known how often it is used. */
// eslint-disable-next-line no-control-regex -- the marks must not occur in a document
const MARK = /\u0001(\d+)\u0002/g;
const SHORTEST_SHARED = 120;

const short = (value: number): string => String(Math.round(value * 100) / 100);
const one = (value: number): string => String(Math.round(value * 10) / 10);

/** An SVG picture that is written from back to front. Definitions that are asked for twice are kept once. */
export class SvgDocument {
  readonly #definitions = new Map<string, { readonly id: string; readonly text: string }>();
  readonly #body: string[] = [];
  readonly #shapes = new Map<PathData, Shape>();

  /** Width and height are the size of the coordinate system. */
  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  path(data: PathData, style: PathStyle): this {
    if (data === '') return this;
    const fill = style.fill ?? 'none';
    if (fill === 'none' && style.stroke === undefined) return this;
    const element = this.#shape(data, ` fill="${fill}"${attributes(style, fill !== 'none')}`);
    this.#body.push(style.clip === undefined ? element : `<g clip-path="url(#${style.clip})">${element}</g>`);
    return this;
  }

  /** Draws within a group, and closes it. */
  group(style: GroupStyle, draw: () => void): this {
    const clip = style.clip === undefined ? '' : ` clip-path="url(#${style.clip})"`;
    const opacity = style.opacity === undefined ? '' : ` opacity="${short(style.opacity)}"`;
    const shift =
      style.shift === undefined
        ? ''
        : ` transform="translate(${one(style.shift[0])} ${one(style.shift[1])})"`;
    const start = this.#body.push(`<g${clip}${opacity}${shift}>`);
    draw();
    if (this.#body.length === start) this.#body.pop();
    else this.#body.push('</g>');
    return this;
  }

  /** @returns the name for `clip` */
  clipPath(data: PathData, rule?: 'evenodd'): string {
    const clipRule = rule === undefined ? '' : ` clip-rule="${rule}"`;
    return this.#define(
      `c${clipRule}${data}`,
      (id) => `<clipPath id="${id}">${this.#shape(data, clipRule)}</clipPath>`,
    );
  }

  linear(from: Point2, to: Point2, stops: readonly GradientStop[]): Paint {
    const where = `x1="${one(from[0])}" y1="${one(from[1])}" x2="${one(to[0])}" y2="${one(to[1])}"`;
    const inner = stopElements(stops);
    const id = this.#define(
      `l${where}${inner}`,
      (name) =>
        `<linearGradient id="${name}" gradientUnits="userSpaceOnUse" ${where}>${inner}</linearGradient>`,
    );
    return `url(#${id})`;
  }

  radial(centre: Point2, radius: number, stops: readonly GradientStop[]): Paint {
    const where = `cx="${one(centre[0])}" cy="${one(centre[1])}" r="${one(radius)}"`;
    const inner = stopElements(stops);
    const id = this.#define(
      `r${where}${inner}`,
      (name) =>
        `<radialGradient id="${name}" gradientUnits="userSpaceOnUse" ${where}>${inner}</radialGradient>`,
    );
    return `url(#${id})`;
  }

  /** A tile of `width` by `height` that fills a surface; `inner` are elements of our own. */
  tile(width: number, height: number, inner: string, turnDegrees = 0): Paint {
    const turn = turnDegrees === 0 ? '' : ` patternTransform="rotate(${turnDegrees})"`;
    const id = this.#define(
      `t${width},${height},${turn},${inner}`,
      (name) =>
        `<pattern id="${name}" patternUnits="userSpaceOnUse" width="${one(width)}" height="${one(height)}"${turn}>${inner}</pattern>`,
    );
    return `url(#${id})`;
  }

  /** @returns the name for `filter`; costly to rasterise, so for small shapes only */
  blur(deviation: number): string {
    return this.#define(
      `b${one(deviation)}`,
      (id) =>
        `<filter id="${id}" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="${one(deviation)}"/></filter>`,
    );
  }

  /** The document, to be rasterised at `widthPx` by `heightPx`; the default is the coordinate system's own size. */
  text(widthPx = this.width, heightPx = this.height): string {
    const definitions = [...this.#definitions.values()].map(({ text }) => text).join('');
    const shapes = [...this.#shapes.values()];
    const shared = shapes
      .filter(({ uses }) => uses > 1)
      .map(({ id, data }) => `<path id="${id}" d="${data}"/>`)
      .join('');
    const written = `<defs>${shared}${definitions}</defs>${this.#body.join('')}`.replace(
      MARK,
      (_, index: string) => {
        const { id, data, uses } = shapes[Number(index)];
        return uses > 1 ? `<use href="#${id}"` : `<path d="${data}"`;
      },
    );
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${this.width} ${this.height}" width="${widthPx}" height="${heightPx}">${written}</svg>`;
  }

  /** An element of path data; long data that come again are written once. */
  #shape(data: PathData, rest: string): string {
    if (data.length < SHORTEST_SHARED) return `<path d="${data}"${rest}/>`;
    let shape = this.#shapes.get(data);
    if (shape === undefined) {
      shape = { id: `p${this.#shapes.size}`, index: this.#shapes.size, data, uses: 0 };
      this.#shapes.set(data, shape);
    }
    shape.uses++;
    return `\u0001${shape.index}\u0002${rest}/>`;
  }

  #define(key: string, write: (id: string) => string): string {
    const known = this.#definitions.get(key);
    if (known) return known.id;
    const id = `d${this.#definitions.size}`;
    this.#definitions.set(key, { id, text: write(id) });
    return id;
  }
}

function attributes(
  { stroke, strokeWidth = 3, dash, cap = 'round', opacity, rule, filter }: PathStyle,
  isFilled: boolean,
): string {
  let text = '';
  if (stroke !== undefined)
    text += ` stroke="${stroke}" stroke-width="${one(strokeWidth)}" stroke-linejoin="round" stroke-linecap="${cap}"`;
  if (dash !== undefined) text += ` stroke-dasharray="${one(dash[0])} ${one(dash[1])}"`;
  if (opacity !== undefined && opacity < 1) {
    // The opacity of an element costs its renderer a layer as large as the picture; that of a paint costs nothing.
    const paint = stroke === undefined ? 'fill-' : isFilled ? '' : 'stroke-';
    text += ` ${paint}opacity="${short(opacity)}"`;
  }
  if (rule !== undefined) text += ` fill-rule="${rule}"`;
  if (filter !== undefined) text += ` filter="url(#${filter})"`;
  return text;
}

const stopElements = (stops: readonly GradientStop[]): string =>
  stops
    .map(
      ([offset, colour, opacity]) =>
        `<stop offset="${short(offset)}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${short(opacity)}"`}/>`,
    )
    .join('');
