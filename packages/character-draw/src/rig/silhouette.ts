import { mix } from '@avatar/image';
import type { Point2, Point3 } from '@avatar/vector';
import type { Rig } from './rig.js';
import { turnBy } from './view.js';

/** The outline of the head on the canvas. */
export interface Silhouette {
  /** Heights in head space, from the crown to the chin. */
  readonly heights: readonly number[];
  readonly left: readonly Point2[];
  readonly right: readonly Point2[];
  /** Closed: down the left side and up the right. */
  readonly outline: readonly Point2[];
}

const AZIMUTHS = 40;

/** At every height the outermost points of the section, as the turned head shows it. */
export function silhouetteOf(rig: Rig): Silhouette {
  const { chinY } = rig.head;
  const heights = [
    ...Array.from({ length: 16 }, (_, i) => -0.5 - Math.cos(((i / 16) * Math.PI) / 2)),
    ...Array.from({ length: 35 }, (_, i) => mix(-0.5, chinY, Math.sin(((i / 34) * Math.PI) / 2))),
  ];
  const turn = turnBy(rig.view.yawRad, 0, 0);
  const left: Point2[] = [];
  const right: Point2[] = [];
  for (const y of heights) {
    const [outerLeft, outerRight] = outermost(rig, y, turn);
    left.push(rig.at(...xyz(outerLeft)));
    right.push(rig.at(...xyz(outerRight)));
  }
  return { heights, left, right, outline: [...left, ...[...right].reverse().slice(1)] };
}

const xyz = ([x, y, z]: Point3): [number, number, number] => [x, y, z];

function outermost(rig: Rig, y: number, turn: (point: Point3) => Point3): [Point3, Point3] {
  let low = Infinity;
  let high = -Infinity;
  let left: Point3 = [0, y, 0];
  let right: Point3 = [0, y, 0];
  for (let i = -AZIMUTHS; i <= AZIMUTHS; i++) {
    const point = rig.head.section(y, (i / AZIMUTHS) * Math.PI);
    const [x] = turn(point);
    if (x < low) [low, left] = [x, point];
    if (x > high) [high, right] = [x, point];
  }
  return [left, right];
}
