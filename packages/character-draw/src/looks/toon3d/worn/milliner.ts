import type { FilledCharacter } from '@avatar/character';
import { frontOf, gradientOf, type Field } from '../render/field.js';
import { type Material } from '../render/materials.js';
import { mix, type Vec3 } from '../render/maths.js';
import { laySheet, placeBall } from '../render/sheet.js';
import { evenLattice } from '../render/lattice-samples.js';
import { surfaceNets } from '../render/surface-nets.js';
import { sweepTube } from '../render/tube.js';
import { dimmed, linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { awayFromHead } from '../hair/lock-mesh.js';

export type Tint = Vec3 | ((u: number, v: number, point: Vec3) => Vec3);
const asFunction = (tint: Tint) => (typeof tint === 'function' ? tint : () => tint);

/** The tools that headwear and jewellery are made with, in head space. */
export class Milliner {
  readonly figure: Figure;
  readonly spec: FilledCharacter['headwear'];
  readonly colour: Vec3;
  readonly second: Vec3;
  /** Factor of the width of the head. */
  readonly width: number;

  constructor(figure: Figure) {
    this.figure = figure;
    this.spec = figure.rig.person.character.headwear;
    this.colour = linear(this.spec.hex);
    this.second = linear(this.spec.second);
    this.width = figure.rig.head.width;
  }

  part(name: string, material: Material): this {
    this.figure.mesh.begin(name, material, this.figure.headFrame);
    return this;
  }

  sheet(
    surface: (u: number, v: number) => Vec3,
    columns: number,
    rows: number,
    tint: Tint,
    outward?: (p: Vec3, u: number, v: number) => Vec3,
  ): void {
    laySheet(this.figure.mesh, surface, {
      columns,
      rows,
      colour: asFunction(tint),
      ...(outward && { outward }),
    });
  }

  ball(centre: Vec3, radii: Vec3, tint: Vec3, columns = 20): void {
    placeBall(this.figure.mesh, centre, radii, tint, columns);
  }

  bar(
    points: readonly Vec3[],
    thickness: number | ((along: number) => number),
    tint: Tint,
    rings = 40,
    outward: (p: Vec3) => Vec3 = awayFromHead,
    flatness = 1,
    around = 10,
  ): void {
    const paint = asFunction(tint);
    sweepTube(this.figure.mesh, points, {
      width: typeof thickness === 'function' ? thickness : () => thickness,
      flatness,
      outward,
      colour: (at, p) => paint(at.along, at.side, p),
      around,
      rings,
    });
  }

  solid(field: Field, box: readonly number[], step: number, tint: Tint): void {
    const paint = asFunction(tint);
    surfaceNets(this.figure.mesh, { at: field }, evenLattice(box, step), (p) => paint(0, 0, p));
  }

  /** A rolled edge around an opening of the front of a solid: a superellipse of exponent `n`. */
  openingRim(
    field: Field,
    centre: readonly [number, number],
    radii: readonly [number, number],
    n: number,
    thickness: number,
    tint: Vec3,
    deepest = -9,
  ): void {
    const points = Array.from({ length: 73 }, (_, i): Vec3 => {
      const a = (i / 72) * 2 * Math.PI + Math.PI / 2;
      const c = Math.cos(a);
      const s = Math.sin(a);
      const x = centre[0] + Math.sign(c) * Math.abs(c) ** (2 / n) * radii[0];
      const y = centre[1] + Math.sign(s) * Math.abs(s) ** (2 / n) * radii[1];
      return [x, y, Math.max(deepest, frontOf(field, x, y))];
    });
    this.bar(points, thickness, tint, 110, () => [0, 0, 1], 0.9);
  }

  /** A point around the head at the height of a hat's band. */
  around(angle: number, lift: number, y = -0.7): Vec3 {
    return [
      Math.sin(angle) * (1.02 * this.width + lift),
      y - 0.06 * Math.cos(angle),
      -0.08 + Math.cos(angle) * (1.1 + lift),
    ];
  }

  /** A brim; `drop` is its fall at an angle, `v` 0 at the band to 1 at the edge. */
  brim(lift: number, reach: number, drop: (angle: number, v: number) => number, rows = 10): void {
    const at = (angle: number, v: number, low: number): Vec3 => {
      const p = this.around(angle, mix(lift - 0.02, lift + reach, v));
      return [p[0], p[1] + drop(angle, v) + low * 0.035, p[2]];
    };
    for (const low of [0, 1])
      this.sheet(
        (u, v) => at((2 * u - 1) * Math.PI, v, low),
        96,
        rows,
        low ? dimmed(this.colour, 0.62) : this.colour,
        () => [0, low ? 1 : -1, 0.2],
      );
    this.bar(
      Array.from({ length: 65 }, (_, i) => {
        const p = at(mix(-Math.PI, Math.PI, i / 64), 1, 0.5);
        return p;
      }),
      0.026,
      this.colour,
      120,
    );
  }

  band(lift: number, height: number, tint: Vec3, lean = 1): void {
    this.sheet(
      (u, v) => {
        const p = this.around((2 * u - 1) * Math.PI, lift + 0.03 * Math.sin(Math.PI * v) - 0.06 * v * lean);
        return [p[0], p[1] - height * v + 0.03, p[2]];
      },
      96,
      6,
      tint,
      awayFromHead,
    );
  }

  gradient(field: Field, p: Vec3): Vec3 {
    return gradientOf(field, p);
  }
}
