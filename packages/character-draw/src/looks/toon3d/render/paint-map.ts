import { clamp, type Vec3 } from './maths.js';

/** A brush: how strongly it covers at a point of the face, 0 to 1, and its linear colour. */
export type Brush = (x: number, y: number) => number;

const LEFT = -1.1;
const TOP = -1.15;
const RIGHT = 1.1;
const BOTTOM = 1.65;

/** Colour of the face in front projection, by head x and y: linear RGB and wetness, interpolated. */
export class PaintMap {
  readonly width: number;
  readonly height: number;
  /** Four values a texel. */
  readonly data: Float32Array;
  readonly #density: number;

  /** @param density texels a unit */
  constructor(ground: Vec3, density = 240) {
    this.#density = density;
    this.width = Math.ceil((RIGHT - LEFT) * density);
    this.height = Math.ceil((BOTTOM - TOP) * density);
    this.data = new Float32Array(this.width * this.height * 4);
    for (let i = 0; i < this.data.length; i += 4) {
      this.data[i] = ground[0];
      this.data[i + 1] = ground[1];
      this.data[i + 2] = ground[2];
    }
  }

  /** Paints inside a box [x0, y0, x1, y1]. `wet` replaces the wetness where the brush covers. */
  paint(box: readonly [number, number, number, number], colour: Vec3, brush: Brush, wet?: number): void {
    const k = this.#density;
    const x0 = Math.max(0, Math.floor((box[0] - LEFT) * k));
    const x1 = Math.min(this.width - 1, Math.ceil((box[2] - LEFT) * k));
    const y0 = Math.max(0, Math.floor((box[1] - TOP) * k));
    const y1 = Math.min(this.height - 1, Math.ceil((box[3] - TOP) * k));
    const { data } = this;
    for (let j = y0; j <= y1; j++)
      for (let i = x0; i <= x1; i++) {
        const cover = brush(LEFT + (i + 0.5) / k, TOP + (j + 0.5) / k);
        if (cover <= 0) continue;
        const at = (j * this.width + i) * 4;
        data[at] += (colour[0] - data[at]) * cover;
        data[at + 1] += (colour[1] - data[at + 1]) * cover;
        data[at + 2] += (colour[2] - data[at + 2]) * cover;
        if (wet !== undefined) data[at + 3] += (wet - data[at + 3]) * cover;
      }
  }

  /** A soft stroke along a line of points; `width` is its half width where `along` is 0 to 1. */
  stroke(
    points: readonly (readonly [number, number])[],
    width: number | ((along: number) => number),
    colour: Vec3,
    strength: number,
  ): void {
    const widthAt = typeof width === 'function' ? width : () => width;
    let widest = 0;
    for (let i = 0; i <= 8; i++) widest = Math.max(widest, widthAt(i / 8));
    const xs = points.map((p) => p[0]);
    const ys = points.map((p) => p[1]);
    const reach = widest * 1.6;
    const last = points.length - 1;
    this.paint(
      [Math.min(...xs) - reach, Math.min(...ys) - reach, Math.max(...xs) + reach, Math.max(...ys) + reach],
      colour,
      (x, y) => {
        let best = Infinity;
        let along = 0;
        for (let i = 0; i < last; i++) {
          const [ax, ay] = points[i];
          const dx = points[i + 1][0] - ax;
          const dy = points[i + 1][1] - ay;
          const t = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1));
          const ex = x - ax - dx * t;
          const ey = y - ay - dy * t;
          const d = ex * ex + ey * ey;
          if (d < best) {
            best = d;
            along = (i + t) / last;
          }
        }
        const w = Math.max(0.002, widthAt(along));
        const t = clamp(1.5 - Math.sqrt(best) / w);
        return strength * Math.min(1, t) * Math.min(1, t);
      },
    );
  }

  /** Linear RGB and wetness at a point, into `out`. */
  read(x: number, y: number, out: Float64Array): void {
    const u = clamp((x - LEFT) * this.#density - 0.5, 0, this.width - 1.001);
    const v = clamp((y - TOP) * this.#density - 0.5, 0, this.height - 1.001);
    const i = u | 0;
    const j = v | 0;
    const a = u - i;
    const b = v - j;
    const at = (j * this.width + i) * 4;
    const below = at + this.width * 4;
    const { data } = this;
    for (let c = 0; c < 4; c++)
      out[c] =
        (data[at + c] * (1 - a) + data[at + 4 + c] * a) * (1 - b) +
        (data[below + c] * (1 - a) + data[below + 4 + c] * a) * b;
  }
}
