import type { ArkitName } from './arkit.js';

/** A vertex of the face at rest, head units; `lip` is -1 of the upper lip, 1 of the lower, 0 beside the mouth. */
export interface FacePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly lip: -1 | 0 | 1;
}

export type Displacement = readonly [dx: number, dy: number, dz: number];

/** Where a target moves a point of the face to. */
export type Move = (point: FacePoint) => Displacement;
export type Moves = Readonly<Partial<Record<ArkitName, Move>>>;

export const STILL: Displacement = [0, 0, 0];

/** The same for both sides of the face: 1 is the left side of the person, at positive x. */
export function bothSides<N extends string>(
  name: N,
  move: (side: -1 | 1) => Move,
): Record<`${N}Left` | `${N}Right`, Move> {
  return { [`${name}Left`]: move(1), [`${name}Right`]: move(-1) } as Record<`${N}Left` | `${N}Right`, Move>;
}
