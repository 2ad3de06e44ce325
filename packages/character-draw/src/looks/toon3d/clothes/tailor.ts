import type { FilledCharacter } from '@avatar/character';
import { smoothCurve, smoothRing } from '../render/curve.js';
import {
  frontOf,
  gradientOf,
  intersection,
  leaveAxis,
  pushOut,
  ringOn,
  snapTo,
  type Field,
} from '../render/field.js';
import { Material } from '../render/materials.js';
import { clamp, cross, mix, mixVec, smoothstep, subtract, unit, type Vec3 } from '../render/maths.js';
import { laySheet, placeBall } from '../render/sheet.js';
import { evenLattice, planes } from '../render/lattice-samples.js';
import { surfaceNets } from '../render/surface-nets.js';
import { sweepTube } from '../render/tube.js';
import { dimmed, lifted, linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import type { BodyField } from './body-field.js';
import { giveWay, relaxed, relaxedBefore } from './drape.js';

/** Where a garment ends: below 0 there is none of it. Units, roughly. */
export type Edge = Field;
export type Colour = Vec3 | ((u: number, v: number, point: Vec3) => Vec3);

const asFunction = (colour: Colour) => (typeof colour === 'function' ? colour : () => colour);

/** The tools that garments are made with: all of them work on the surface of the body. */
export class Tailor {
  readonly figure: Figure;
  readonly body: BodyField;
  readonly spec: FilledCharacter['clothing'];
  readonly cloth: Vec3;
  readonly second: Vec3;
  readonly third: Vec3;
  /** Lighter and darker cloth. */
  readonly light: Vec3;
  readonly dark: Vec3;
  /** Lowest height that the picture shows. */
  readonly bottom: number;
  readonly #isBust: boolean;

  /** @param isBust torso and clothes are closed at the bottom, instead of left open where no picture shows it */
  constructor(figure: Figure, body: BodyField, bottom: number, isBust = false) {
    this.figure = figure;
    this.body = body;
    this.bottom = bottom;
    this.#isBust = isBust;
    this.spec = figure.rig.person.character.clothing;
    this.cloth = linear(this.spec.hex);
    this.second = linear(this.spec.second);
    this.third = linear(this.spec.third);
    this.light = lifted(this.cloth, 1.12);
    this.dark = dimmed(this.cloth, 0.7);
  }

  /** What a skirt needs beside the body, units. */
  get #swing(): number {
    return this.bottom > 7 ? 0.75 : 0;
  }

  #reach(room: number): number {
    return this.body.shoulder + room + this.#swing * 0.5;
  }

  part(name: string, material: Material): this {
    this.figure.mesh.begin(name, material, this.figure.bodyFrame);
    return this;
  }

  /** What lies above the bottom of a bust. */
  #cut(d: number, y: number, room = 0.1): number {
    return this.#isBust ? intersection(d, y - this.bottom + room, 0.1) : d;
  }

  /** The body inflated by `thickness`, with folds. */
  garment(thickness: number, folds = 1): Field {
    const { field, folds: fold } = this.body;
    return (x, y, z) => field(x, y, z) - thickness - folds * fold(x, y, z);
  }

  /** Torso and garment as one surface: skin where `edge` is below 0. Returns the garment alone. */
  shell(thickness: number, edge: Edge, folds = 1, step = 0.062): Field {
    const { field, folds: fold } = this.body;
    const solid: Field = (x, y, z) => {
      const share = smoothstep(-0.05, 0.03, edge(x, y, z));
      const d = field(x, y, z);
      const bare = share <= 0 || d > 0.5;
      return this.#cut(d - (bare ? thickness : thickness + folds * fold(x, y, z)) * share, y);
    };
    this.part('clothes', Material.Garment);
    const skin = linear(this.figure.skin.base);
    const wide = this.#reach(0.75);
    // Finer around the neckline.
    const lattice = {
      xs: planes(-wide, wide, () => step),
      ys: planes(0.1, this.bottom, (y) => (y < this.body.top + 0.7 ? step * 0.8 : step * 1.2)),
      zs: planes(-1.25 - this.#swing, 1.5 + this.#swing, () => step),
    };
    surfaceNets(this.figure.mesh, { at: solid }, lattice, () => skin);
    return this.garment(thickness, folds);
  }

  /** A layer of cloth of its own, cut where `edge` is below 0. */
  layer(
    surface: Field,
    edge: Edge,
    colour: Colour,
    name: string,
    material: Material = Material.Cloth,
    step = 0.058,
    box?: readonly number[],
  ): void {
    this.part(name, material);
    const wide = this.#reach(0.85);
    const paint = asFunction(colour);
    surfaceNets(
      this.figure.mesh,
      { at: (x, y, z) => this.#cut(intersection(surface(x, y, z), -edge(x, y, z), 0.025), y, 0.07) },
      evenLattice(box ?? [-wide, 0.1, -1.35 - this.#swing, wide, this.bottom, 1.55 + this.#swing], step),
      (p) => paint(0, 0, p),
    );
  }

  /** Height of a round neckline: a cone, so that it meets both the flat shoulder and the upright chest well. */
  neckline(back: number, front: number): (x: number, z: number) => number {
    const { top, neck } = this.body;
    return (x, z) => {
      const r = Math.hypot(x, z + 0.2) || 1e-3;
      const c = (z + 0.2) / r;
      const side = (back + front) / 2 - 0.015;
      const height = c > 0 ? mix(side, front, 1 - (1 - c) ** 1.5) : mix(side, back, -c);
      return top + height - mix(1, 0.12, smoothstep(0.1, 0.8, c)) * (r - neck - 0.13);
    };
  }

  /** A strip between two lines, lying on a surface. */
  strip(
    surface: Field,
    inner: readonly Vec3[],
    outer: readonly Vec3[],
    height: number | ((u: number, v: number) => number),
    colour: Colour,
    columns = 40,
    rows = 8,
  ): void {
    const a = smoothCurve(inner, columns + 1);
    const b = smoothCurve(outer, columns + 1);
    const lift =
      typeof height === 'function'
        ? height
        : (_u: number, v: number) =>
            height * (0.25 + 0.75 * Math.sin(Math.PI * clamp(0.06 + 0.88 * v)) ** 0.5);
    const paint = asFunction(colour);
    laySheet(
      this.figure.mesh,
      (u, v) => {
        const i = Math.round(u * columns);
        return snapTo(surface, mixVec(a[i], b[i], v), lift(u, v), 6);
      },
      { columns, rows, colour: paint, outward: (p) => gradientOf(surface, p) },
    );
  }

  /** A round cord or seam on a surface. */
  cord(
    surface: Field,
    points: readonly Vec3[],
    off: number,
    thickness: number,
    colour: Vec3,
    rings = 44,
  ): void {
    const line = smoothCurve(points, rings).map((p) => snapTo(surface, p, off, 5));
    this.wire(line, thickness, colour, rings, (p) => gradientOf(surface, p));
  }

  /** A round bar along a line. */
  wire(
    points: readonly Vec3[],
    thickness: number | ((along: number) => number),
    colour: Colour,
    rings = 40,
    outward: (p: Vec3) => Vec3 = (p) => [p[0], -0.2, p[2] + 0.3],
    flatness = 0.9,
  ): void {
    const paint = asFunction(colour);
    sweepTube(this.figure.mesh, points, {
      width: typeof thickness === 'function' ? thickness : () => thickness,
      flatness,
      outward,
      colour: (at, p) => paint(at.along, at.side, p),
      around: 9,
      rings,
    });
  }

  /** Distance of the neck's surface from its axis. */
  neckRadius(azimuth: number, y: number): number {
    const p = leaveAxis(this.body.field, azimuth, () => y, -0.2, 0.1, 1.4);
    return Math.hypot(p[0], p[2] + 0.2);
  }

  /** The same for what stands around the neck: never nearer than the neck above the shoulders is. */
  standRadius(azimuth: number, y: number): number {
    const above = this.body.top - 0.62;
    const slim = this.neckRadius(azimuth, above);
    return y > above ? Math.min(slim + 0.14, Math.max(slim, this.neckRadius(azimuth, y))) : slim;
  }

  /** A level ring around the neck. */
  ring(y: number, radius: number, thickness: number, colour: Vec3, tilt = 0, shift = 0, flatness = 1): void {
    const points = Array.from({ length: 49 }, (_, i): Vec3 => {
      const a = (i / 48) * 2 * Math.PI + Math.PI;
      return [Math.sin(a) * radius, y + Math.cos(a) * tilt, -0.2 + shift + Math.cos(a) * radius];
    });
    this.wire(points, thickness, colour, 90, (p) => [p[0], 0, p[2] + 0.2 - shift], flatness);
  }

  /** A knitted collar along a neckline, `lift` off the cloth: less where a jacket lies over it. */
  ribCollar(
    surface: Field,
    height: (x: number, z: number) => number,
    depth: number,
    colour: Vec3,
    lift = 0.055,
  ): void {
    const columns = 96;
    // A V needs its point.
    const harmonics = this.spec.neck === 'v' ? 9 : 4;
    // A rib bridges the hollows between sinews and collar bones: it follows the neck as a whole, never each of them.
    const smooth = (heightAt: (x: number, z: number) => number, off: number): Vec3[] => {
      const ring = smoothRing(ringOn(surface, heightAt, off, columns), harmonics);
      return smoothRing(
        ring.map((p) => pushOut(surface, p, off)),
        harmonics,
      );
    };
    const upper = smooth(height, lift);
    const lower = smooth((x, z) => height(x, z) - depth, lift - 0.005);
    const { field } = this.body;
    this.part('collar', Material.Cloth);
    laySheet(
      this.figure.mesh,
      (u, v) => {
        const i = Math.round(u * columns);
        const p = mixVec(upper[i], lower[i], Math.min(1, v * 1.08));
        const before = upper[i === 0 ? columns - 1 : i - 1];
        const after = upper[i === columns ? 1 : i + 1];
        const outside = unit(cross(subtract(after, before), subtract(lower[i], upper[i])));
        const k = outside[0] * p[0] + outside[2] * (p[2] + 0.2) < 0 ? -1 : 1;
        const off =
          0.032 * Math.sin(Math.PI * clamp(0.1 + v * 0.9)) -
          (v > 0.9 ? 0.7 * (v - 0.9) : 0) +
          0.016 -
          0.13 * smoothstep(0.14, 0, v);
        return [p[0] + k * outside[0] * off, p[1] + k * outside[1] * off, p[2] + k * outside[2] * off];
      },
      {
        columns,
        rows: 8,
        colour: (u, v) =>
          dimmed(colour, (0.95 + 0.07 * Math.sin(u * columns * Math.PI)) * (v > 0.9 ? 0.8 : 1)),
        outward: (p) => gradientOf(field, p),
      },
    );
  }

  /** A point on the front of a surface. */
  front(surface: Field, x: number, y: number): Vec3 {
    return [x, y, frontOf(surface, x, y)];
  }

  button(
    surface: Field,
    x: number,
    y: number,
    radius: number,
    colour: Vec3,
    off = 0.05,
    material: Material = Material.Gloss,
  ): Vec3 {
    const p = snapTo(surface, this.front(surface, x, y), off);
    this.part('buttons', material);
    placeBall(this.figure.mesh, p, [radius, radius, radius * 0.45], colour, 14);
    return p;
  }

  ball(centre: Vec3, radii: Vec3, colour: Vec3, columns = 20): void {
    placeBall(this.figure.mesh, centre, radii, colour, columns);
  }

  /**
   * A sheet that is pushed off a surface and then smoothed, so that collars run evenly. `direction` says where a point may
   * give way to, `calmBefore` up to which column the sheet is smoothed more.
   */
  draped(
    surface: Field,
    sheet: (u: number, v: number) => Vec3,
    off: number | ((u: number, v: number) => number),
    columns: number,
    rows: number,
    colour: Colour,
    passes = 3,
    calmBefore = 0,
  ): readonly Vec3[][] {
    const lift = typeof off === 'function' ? off : () => off;
    let grid = Array.from({ length: columns + 1 }, (_, i) =>
      Array.from({ length: rows + 1 }, (_, j) =>
        giveWay(surface, sheet(i / columns, j / rows), lift(i / columns, j / rows)),
      ),
    );
    for (let pass = 0; pass < passes; pass++) grid = relaxed(grid);
    if (calmBefore > 2) grid = relaxedBefore(grid, calmBefore, 24);
    const paint = asFunction(colour);
    laySheet(this.figure.mesh, (u, v) => grid[Math.round(u * columns)][Math.round(v * rows)], {
      columns,
      rows,
      colour: paint,
      outward: (p) => [p[0], -0.25, p[2] + 0.25],
    });
    return grid;
  }
}
