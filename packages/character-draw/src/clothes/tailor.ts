import {
  ellipsePoints,
  mixColours,
  splinePath,
  type HexColour,
  type PathData,
  type Paint,
  type Point2,
  type Point3,
  type Taper,
} from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import type { Tones } from '../looks/vector/tones.js';
import type { Body } from '../rig/body.js';
import { torsoOutline } from '../rig/body.js';

/** Width of the chest towards the viewer, where a point gives none. */
const CHEST = 0.4;

/** A point of a garment: x, height under the line of the shoulders, depth. */
export type ClothPoint = readonly [
  x: number,
  y: number,
  z?: number | undefined,
  corner?: boolean | undefined,
];

/** A corner of a panel. */
export const edge = (x: number, y: number, z?: number): ClothPoint => [x, y, z ?? CHEST, true];

/** The same points on the other side. */
export const flipped = (side: number, points: readonly ClothPoint[]): ClothPoint[] =>
  points.map(([x, y, z, isCorner]) => [side * x, y, z, isCorner]);

/** Brushes for clothes: everything hangs on the line of the shoulders. */
export class Tailor {
  readonly body: Body;
  readonly cloth: Tones;
  readonly second: Tones;
  readonly third: Tones;

  /** @param hem where the garment ends, for pictures of the whole person */
  constructor(
    readonly scene: Scene,
    private readonly hem: Hem = SHIRT_HEM,
  ) {
    this.body = scene.rig.body;
    this.cloth = scene.palette.cloth;
    this.second = scene.palette.second;
    this.third = scene.palette.third;
  }

  /** Arms hang in the outline of the torso. */
  get hasFreeArms(): boolean {
    return this.scene.hasHangingArms;
  }

  points(list: readonly ClothPoint[]) {
    const { top } = this.body;
    return this.scene.body(list.map(([x, y, z, c]): Point3 => [x, y + top, z ?? CHEST, c]));
  }

  outline(list: readonly ClothPoint[]): PathData {
    return splinePath(this.points(list), true);
  }

  /** An outlined piece of cloth. */
  panel(list: readonly ClothPoint[], fill: Paint, tones: Tones, weight = 1): void {
    this.scene.fill(this.outline(list), fill, { outline: tones, weight, isHeavy: weight > 0.9 });
  }

  /** A piece without a contour. */
  area(list: readonly ClothPoint[], fill: Paint, opacity = 1, clip?: string): void {
    this.scene.fill(this.outline(list), fill, { opacity, clip });
  }

  stroke(
    list: readonly ClothPoint[],
    width: number,
    colour: Paint,
    opacity = 0.85,
    taper: Taper = 'both',
  ): void {
    this.scene.stroke(this.points(list), width, colour, { opacity, taper });
  }

  /** A line within a garment: ink, or tone on tone. */
  seam(
    list: readonly ClothPoint[],
    width: number,
    tones: Tones,
    opacity = 0.85,
    taper: Taper = 'both',
  ): void {
    const { scene } = this;
    this.stroke(
      list,
      scene.ifInked(width, width * 1.1),
      scene.ifInked(tones.line, tones.deep),
      opacity,
      taper,
    );
  }

  /** A drapery fold. */
  fold(from: ClothPoint, over: ClothPoint, to: ClothPoint, width: number, tones: Tones, opacity = 0.9): void {
    this.stroke([from, over, to], width * 1.1, tones.shadow, opacity, 'fold');
  }

  stitch(list: readonly ClothPoint[], colour: HexColour, width = 1.8): void {
    const { unit, document } = this.scene;
    document.path(splinePath(this.points(list)), {
      stroke: colour,
      strokeWidth: width * unit,
      dash: [6 * unit, 4.5 * unit],
      opacity: 0.9,
    });
  }

  dot(x: number, y: number, radius: number, fill: HexColour, outline?: Tones, z = 0.45): void {
    const [centre] = this.points([[x, y, z]]);
    const size = radius * this.scene.rig.view.scale;
    this.scene.shape(ellipsePoints(centre, size, size, 10), fill, outline ? { outline, weight: 0.6 } : {});
  }

  /** Cloth with a little light in it. */
  lit(tones: Tones, amount = 0.4): HexColour {
    return mixColours(tones.base, tones.light, amount);
  }

  /** Cloth with a little shade in it. */
  shaded(tones: Tones, amount = 0.4): HexColour {
    return mixColours(tones.base, tones.shadow, amount);
  }

  /** The mass of a garment from its neckline down. @returns its clip, which is also kept as the clip of the torso */
  shell(neckline: readonly ClothPoint[], tones: Tones, grow = 0.05): string {
    const { scene } = this;
    const { document, look, unit, canvas } = scene;
    const outline = torsoOutline(this.body, this.hasFreeArms, grow);
    const left = scene.body(outline.left.slice(3)).reverse();
    const right = scene.body(outline.right.slice(3));
    const top = [...left, ...this.points(neckline), ...right];
    const path =
      scene.character.pose.framing === 'full_body'
        ? splinePath(
            [...this.hemmed(left, -1), ...top.slice(left.length, -right.length), ...this.hemmed(right, 1)],
            true,
          )
        : `${splinePath(top)}L${canvas.width} ${canvas.height + 100}L0 ${canvas.height + 100}Z`;
    if (scene.isInked)
      document.group({ shift: [0, -0.8 * unit] }, () =>
        document.path(path, { fill: tones.line, stroke: tones.line, strokeWidth: look.ink * 1.5 * unit }),
      );
    scene.fill(path, tones.base, { outline: tones, weight: 1.1 });
    scene.torsoClip = document.clipPath(path);
    return scene.torsoClip;
  }

  /** The side of a garment, cut off at its hem. */
  private hemmed(side: readonly Point2[], sign: -1 | 1): Point2[] {
    const { rig } = this.scene;
    const { waist } = this.body;
    const { y, flare } = this.hem;
    const kept = sign < 0 ? side.slice(2) : side.slice(0, -2);
    const waistAt = rig.onBody(sign * waist * (1 - flare * 0.08), 4.4, -0.1);
    const hip = rig.onBody(sign * (waist + 0.06 + flare * 0.25), 5.5, -0.1);
    const [hx, hy] = rig.onBody(sign * (waist + 0.08 + flare), y, -0.1);
    const end: Point2 = [hx, hy, true];
    const tail = y > 5.6 ? [waistAt, hip, end] : [waistAt, end];
    const middle = rig.onBody(0, y + 0.1, 0.3);
    return sign < 0 ? [middle, ...tail.reverse(), ...kept] : [...kept, ...tail];
  }

  /** A ribbed edge along a neckline. */
  rib(neckline: readonly ClothPoint[], tones: Tones, width = 0.11): void {
    const last = neckline.length - 1;
    const inner = neckline.map(([x, y, z], i): ClothPoint =>
      i === 0 || i === last ? [x * 1.1, y + 0.02, z] : [x * 1.12, y + width, z],
    );
    this.panel([...neckline, ...inner.reverse()], mixColours(tones.base, tones.shadow, 0.45), tones, 0.9);
  }

  /** The line where a sleeve is set in. */
  armholes(tones: Tones, [from, over, to]: readonly [number, number, number], opacity = 0.7): void {
    const { shoulder: s } = this.body;
    for (const side of [-1, 1])
      this.seam(
        [
          [side * s * from, 0.02, 0],
          [side * s * over, 0.4, 0.1],
          [side * s * to, 0.8, 0.1],
        ],
        2.2,
        tones,
        opacity,
      );
  }
}

/** Where a garment ends: height in body space, and how much wider it is there than the hips. */
export interface Hem {
  readonly y: number;
  readonly flare: number;
}

const SHIRT_HEM: Hem = { y: 5.55, flare: 0.02 };

/** A garment, drawn from the inside out; `back` lies behind the neck. */
export interface Garment {
  readonly back?: (tailor: Tailor) => void;
  readonly front: (tailor: Tailor) => void;
  /** What lies over arms that a gesture lifts. */
  readonly over?: (tailor: Tailor) => void;
  /** Sleeves end above the elbow. */
  readonly hasShortSleeves?: boolean;
  /** Legs below it are bare. */
  readonly showsLegs?: boolean;
  /** Default at the hips. */
  readonly hem?: Hem;
}
