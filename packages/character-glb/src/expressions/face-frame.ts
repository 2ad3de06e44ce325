import type { Figure } from '@avatar/character-draw';
import { clamp, smoothstep } from '@avatar/image';
import type { Displacement, FacePoint } from './move.js';

/** What the moves of a face are measured against. */
export class FaceFrame {
  /** Height of the line between the lips, in the middle. */
  readonly mouthY: number;
  /** Half the width of the mouth that opens. */
  readonly half: number;
  readonly shift: number;

  constructor(readonly figure: Figure) {
    const { mouth } = figure.face;
    this.mouthY = mouth.y + mouth.upperEdge(0);
    this.half = mouth.half * 0.97;
    this.shift = mouth.shift;
  }

  /** 1 on the front of the face, 0 behind the cheeks. */
  front({ z }: FacePoint): number {
    return smoothstep(0.05, 0.5, z);
  }

  /** Bell around a place of the front of the face, radii in x and y. */
  around(point: FacePoint, centre: readonly [number, number], radii: readonly [number, number]): number {
    const u = (point.x - centre[0]) / radii[0];
    const v = (point.y - centre[1]) / radii[1];
    return Math.exp(-u * u - v * v) * this.front(point);
  }

  /** Bell around the lips, `wide` times their size. */
  lips(point: FacePoint, wide = 1): number {
    return this.around(point, [this.shift, this.mouthY], [this.half * 1.05 * wide, 0.2 * wide]);
  }

  /** A move sideways and down along the round of the face. */
  slide(point: FacePoint, dx: number, dy: number, dz = 0): Displacement {
    const { head } = this.figure.rig;
    const along = head.surface(point.x + dx, point.y + dy) - head.surface(point.x, point.y);
    return [dx, dy, dz + clamp(along, -0.2, 0.2) * this.front(point)];
  }

  /** How much a point belongs to the jaw: the lower lip wholly, the upper not at all, the cheeks between. */
  jaw({ x, y, z, lip }: FacePoint): number {
    const soft = smoothstep(this.mouthY - 0.34, this.mouthY + 0.42, y);
    const share = 1 - ((x - this.shift) / this.half) ** 2;
    const atLips = share > 0 ? share * smoothstep(0, 0.3, z) : 0;
    const lower = lip > 0 || (lip === 0 && y >= this.mouthY) ? 1 : 0;
    return soft + (lower - soft) * atLips;
  }
}
