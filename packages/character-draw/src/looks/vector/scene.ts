import type { FilledCharacter } from '@avatar/character';
import {
  clockwise,
  corner,
  inkStroke,
  moved,
  polygonPath,
  splinePath,
  SvgDocument,
  type Paint,
  type PathData,
  type Point2,
  type Point3,
  type Taper,
} from '@avatar/vector';
import { capOutline } from '../../hair/hairline.js';
import { groom } from '../../hair/groom.js';
import type { Hairdo } from '../../hair/lock.js';
import type { Person } from '../../rig/person.js';
import type { Rig } from '../../rig/rig.js';
import { silhouetteOf, type Silhouette } from '../../rig/silhouette.js';
import type { Canvas } from '../../rig/canvas.js';
import { paletteOf, type Palette, type Tones } from './tones.js';
import type { VectorLook } from './vector-look.js';

export interface ShapeStyle {
  readonly opacity?: number;
  readonly clip?: string | undefined;
  /** Draws the contour in the line of these tones, where the look inks contours. */
  readonly outline?: Tones;
  /** Factor of the contour's weight. Default 1. */
  readonly weight?: number;
  /** The contour is heavier at the lower right. */
  readonly isHeavy?: boolean;
}

export interface StrokeStyle {
  readonly opacity?: number;
  readonly taper?: Taper;
  readonly clip?: string | undefined;
}

/** One vector picture in the making: the rig, the colours, the document, and the brushes. */
export class Scene {
  readonly document: SvgDocument;
  readonly person: Person;
  readonly character: FilledCharacter;
  readonly palette: Palette;
  readonly silhouette: Silhouette;
  readonly hairdo: Hairdo;
  readonly facePath: PathData;
  readonly faceClip: string;
  readonly capPath: PathData;
  /** Contours are inked. */
  readonly isInked: boolean;
  /** Canvas units of a pen of width 1: lines grow with the figure. */
  readonly unit: number;
  /** Clip of the clothed torso, once it is drawn. */
  torsoClip: string | undefined;
  /** Tile of a knitted cloth, once it is drawn. */
  clothTile: Paint | undefined;

  constructor(
    readonly rig: Rig,
    readonly look: VectorLook,
    readonly canvas: Canvas,
  ) {
    this.document = new SvgDocument(canvas.width, canvas.height);
    this.person = rig.person;
    this.character = rig.person.character;
    this.isInked = look.ink > 0;
    this.unit = rig.view.scale / 116;
    this.palette = paletteOf(rig.person, this.isInked);
    this.silhouette = silhouetteOf(rig);
    this.facePath = polygonPath(this.silhouette.outline);
    this.faceClip = this.document.clipPath(this.facePath);
    this.hairdo = groom(rig);
    this.capPath = this.hairdo.cap ? polygonPath(clockwise(capOutline(rig, this.hairdo.cap))) : '';
  }

  /** Without a gesture arms hang in the outline of the torso; a picture of the whole person shows them apart. */
  get hasHangingArms(): boolean {
    const { gesture, framing } = this.character.pose;
    return gesture === 'none' && framing !== 'full_body';
  }

  /** The whole canvas. */
  get everywhere(): PathData {
    return `M0 0H${this.canvas.width}V${this.canvas.height}H0Z`;
  }

  /** Ink where the look has ink, another value where it has none. */
  ifInked<Value>(inked: Value, plain: Value): Value {
    return this.isInked ? inked : plain;
  }

  /** A filled outline through points. */
  shape(points: readonly Point2[], fill: Paint, style: ShapeStyle = {}): PathData {
    return this.fill(splinePath(points, true), fill, style);
  }

  fill(data: PathData, fill: Paint, style: ShapeStyle = {}): PathData {
    const { opacity, clip, outline, weight = 1, isHeavy } = style;
    const isOutlined = outline !== undefined && this.isInked;
    const width = this.look.ink * weight * this.unit;
    if (isOutlined && isHeavy)
      this.document.group({ shift: [0.9 * this.unit, 1.5 * this.unit] }, () =>
        this.document.path(data, { fill: outline.line, stroke: outline.line, strokeWidth: width }),
      );
    this.document.path(data, {
      fill,
      clip,
      ...(opacity !== undefined && { opacity }),
      ...(isOutlined && { stroke: outline.line, strokeWidth: width }),
    });
    return data;
  }

  /** A tapering stroke; `width` in pen units. */
  stroke(points: readonly Point2[], width: number, colour: Paint, style: StrokeStyle = {}): void {
    const { opacity, taper = 'both', clip } = style;
    this.document.path(inkStroke(points, width * this.unit, taper), {
      fill: colour,
      clip,
      ...(opacity !== undefined && { opacity }),
    });
  }

  /** An even line; `width` in pen units. */
  line(data: PathData, width: number, colour: Paint, opacity = 1): void {
    this.document.path(data, { stroke: colour, strokeWidth: width * this.unit, opacity });
  }

  within(clip: string | undefined, draw: () => void): void {
    this.document.group({ clip }, draw);
  }

  /** Head space to the canvas, corners kept. */
  head(points: readonly Point3[]): Point2[] {
    return points.map(([x, y, z, isCorner]) => flagged(this.rig.at(x, y, z), isCorner));
  }

  /** Points on the face to the canvas. */
  face(points: readonly Point2[], lift = 0): Point2[] {
    return points.map(([x, y, isCorner]) => flagged(this.rig.onFace(x, y, lift), isCorner));
  }

  /** Body space to the canvas, corners kept. */
  body(points: readonly Point3[]): Point2[] {
    return points.map(([x, y, z, isCorner]) => flagged(this.rig.onBody(x, y, z), isCorner));
  }

  shifted(points: readonly Point2[], dx: number, dy: number): Point2[] {
    return points.map((point) => moved(point, dx * this.unit, dy * this.unit));
  }
}

const flagged = (point: Point2, isCorner: boolean | undefined): Point2 =>
  isCorner ? corner(point[0], point[1]) : point;
