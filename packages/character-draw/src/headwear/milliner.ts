import { mix } from '@avatar/image';
import { ellipsePoints, type Paint, type Point2, type Point3 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { clothTones, metalTones, type Tones } from '../looks/vector/tones.js';

/** Brushes for headwear. */
export class Milliner {
  readonly tones: Tones;
  /** Band, brim or lining. */
  readonly second: Tones;
  readonly metal: Tones;
  readonly secondMetal: Tones;
  /** Height of what covers the hair. */
  readonly lift: number;

  constructor(readonly scene: Scene) {
    const { hex, second } = scene.character.headwear;
    this.tones = clothTones(hex);
    this.second = clothTones(second);
    this.metal = metalTones(hex);
    this.secondMetal = metalTones(second);
    this.lift = scene.hairdo.cap?.lift ?? 0;
  }

  at(x: number, y: number, z = 0.3): Point2 {
    return this.scene.rig.at(x, y, z);
  }

  points(list: readonly Point3[]): Point2[] {
    return this.scene.head(list);
  }

  /** A shell over the skull from one side to the other. @param reach angle from the top, in radians */
  dome(lift: number, reach = 1.75, stretch = 1, count = 28): Point2[] {
    const { rig } = this.scene;
    const { yawRad } = rig.view;
    const halfWidth = Math.hypot(
      (1.02 * rig.head.width + lift) * Math.cos(yawRad),
      (1.1 + lift) * Math.sin(yawRad),
    );
    const [cx, cy] = rig.turn([0, -0.42, -0.08]);
    const height = (1.13 + lift * 1.1) * stretch;
    return Array.from({ length: count + 1 }, (_, i) => {
      const angle = mix(-reach, reach, i / count);
      return rig.project([cx + Math.sin(angle) * halfWidth, cy - Math.cos(angle) * height]);
    });
  }

  /** A ring seen from slightly above or below. @param rise of its front over its sides */
  ring(
    radius: number,
    y: number,
    rise: number,
    depth: number,
    from: number,
    to: number,
    count = 14,
  ): Point2[] {
    return Array.from({ length: count + 1 }, (_, i) => {
      const angle = mix(from, to, i / count);
      return this.at(Math.sin(angle) * radius, y + rise * Math.cos(angle), Math.cos(angle) * depth);
    });
  }

  /** The half of a ring around the head that the viewer sees, from left to right. @param y by the azimuth in radians */
  around(y: (azimuth: number) => number, radiusX: number, radiusZ: number, count = 16): Point2[] {
    const { rig } = this.scene;
    return Array.from({ length: count + 1 }, (_, i) => {
      const azimuth = mix(-Math.PI / 2, Math.PI / 2, i / count) - rig.view.yawRad;
      return rig.at(
        Math.sin(azimuth) * radiusX * rig.head.width,
        y(azimuth),
        Math.cos(azimuth) * radiusZ - 0.08,
      );
    });
  }

  disc(centre: Point2, radius: number, fill: Paint, outline?: Tones, weight = 1): void {
    const size = radius * this.scene.rig.view.scale;
    this.scene.shape(ellipsePoints(centre, size, size, 14), fill, outline ? { outline, weight } : {});
  }

  /** What a brim throws on the forehead. */
  faceShadow(points: readonly Point2[]): void {
    this.scene.shape(points, this.scene.palette.skin.deep, { opacity: 0.62, clip: this.scene.faceClip });
  }

  /** A line within the piece: ink, or tone on tone. */
  seam(points: readonly Point2[], width: number, tones: Tones, opacity = 0.85): void {
    this.scene.stroke(
      points,
      this.scene.ifInked(width, width * 1.1),
      this.scene.ifInked(tones.line, tones.deep),
      {
        opacity,
      },
    );
  }
}

/** Headwear; `back` lies behind the head. */
export interface Headwear {
  readonly back?: (milliner: Milliner) => void;
  readonly front: (milliner: Milliner) => void;
}
