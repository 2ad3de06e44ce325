import { gradientOf, type Figure, type Solid, type Vec3 } from '@avatar/character-draw';
import { clamp, smoothstep } from '@avatar/image';

/** Half the height of the slit while the head is meshed, head units. */
const HALF = 0.065;
/** Up to here above and below the slit the skin gives way to it. */
const REACH = 0.32;
/** How deep the slit goes behind the lips. */
const DEPTH = 0.42;
/** How far from the line between the lips their surface is looked at. */
const OFF_LINE = 0.001;

/** Where a point of the meshed head lies once the lips are shut. */
export interface Shut {
  readonly point: Vec3;
  /** -1 belongs to the upper lip, 1 to the lower, 0 lies beside the mouth. */
  readonly lip: -1 | 0 | 1;
  /** Whether it lies within the mouth. */
  readonly inside: boolean;
}

/**
 * The head with a slit between its lips. It is meshed with the slit held open, and every vertex is put back afterwards: the
 * lips are exactly shut, and there is something to open.
 */
export class SlitHead implements Solid {
  readonly #figure: Figure;
  readonly #half: number;

  constructor(figure: Figure) {
    this.#figure = figure;
    this.#half = figure.face.mouth.half * 0.97;
  }

  /** Height of the line between the lips. */
  lineAt(x: number): number {
    const { mouth } = this.#figure.face;
    return mouth.y + mouth.upperEdge(clamp((x - mouth.shift) / mouth.half, -1, 1));
  }

  at(x: number, y: number, z: number): number {
    const field = this.#figure.headSurface.field;
    const gap = this.#gap(x, z);
    if (gap === 0) return field(x, y, z);
    const line = this.lineAt(x);
    const from = Math.abs(y - line) - gap;
    const d = field(x, this.#shutHeight(y, line, gap), z);
    if (from >= HALF * 1.6) return d;
    return Math.max(d, -Math.max(from, this.#front(x, line) - DEPTH - z));
  }

  shut([x, y, z]: Vec3): Shut {
    const gap = this.#gap(x, z);
    if (gap === 0) return { point: [x, y, z], lip: 0, inside: false };
    const line = this.lineAt(x);
    const from = Math.abs(y - line) - gap;
    const inside = gap > 0.004 && from < 0.016 && z < this.#front(x, line) - 0.035;
    return { point: [x, this.#shutHeight(y, line, gap), z], lip: y < line ? -1 : 1, inside };
  }

  /** Outward direction of the shut head, and of the walls of the mouth. */
  normalAt({ point, lip, inside }: Shut): Vec3 {
    if (inside) return [0, -lip, 0.2];
    const [x, y, z] = point;
    // The two lips meet on the line exactly, and the last digit would say of which one this is the surface.
    return gradientOf(this.#figure.headSurface.field, [x, y + lip * OFF_LINE, z], 0.012);
  }

  #front(x: number, y: number): number {
    return this.#figure.rig.head.surface(x, y);
  }

  #gap(x: number, z: number): number {
    const { mouth } = this.#figure.face;
    const share = 1 - ((x - mouth.shift) / this.#half) ** 2;
    return share <= 0 ? 0 : HALF * share ** 0.6 * smoothstep(0.1, 0.4, z);
  }

  #shutHeight(y: number, line: number, gap: number): number {
    const side = y < line ? -1 : 1;
    const from = Math.abs(y - line) - gap;
    if (from < 0) return line;
    if (from >= REACH) return y;
    return line + side * (from + gap * (1 - (1 - from / REACH) ** 2));
  }
}
