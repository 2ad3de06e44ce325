import type { FaceLandmarks, Plane } from '@avatar/stage';
import { HeadReader } from './head-reader.js';

/**
 * How much of a head a matte holds, part by part: mean opacity, in [0, 1]. A part that the photo does not show is
 * undefined.
 */
export interface HeadCover {
  /** The face itself, inside the mesh's oval. */
  readonly face: number | undefined;
  /** The worst piece of the skull around the face, from temple over the crown to temple: hair, a hat or bare skin. */
  readonly skull: number | undefined;
  /** The worse of the two sides at the ears, as far as they are turned towards the viewer. */
  readonly sides: number | undefined;
  /** Under the chin. */
  readonly neck: number | undefined;
  /** The middle of the chest. */
  readonly chest: number | undefined;
}

/**
 * At least so much of each part makes a head whole: what damaged and whole cut-outs were told apart with, see the
 * README of `quality-gate`.
 */
const LEAST = {
  face: 0.9,
  skull: 0.52,
  // The mesh may see an ear that light has washed out.
  sides: 0.05,
  neck: 0.3,
} as const;

/** `headWholeness` of a head from which on nothing is missing. */
export const WHOLE_HEAD = 0.5;

/**
 * One number for face, skull, sides and neck, in [0, 1]: 0.5 where the worst of them is at its least, 1 where all
 * that the photo shows are opaque. The chest does not count: the border of a photo inside the photo may end above it.
 */
export function headWholeness(cover: HeadCover): number {
  let worst = 1;
  for (const part of Object.keys(LEAST) as (keyof typeof LEAST)[]) {
    const value = cover[part];
    if (value === undefined) continue;
    const least = LEAST[part];
    const share =
      value < least
        ? (value / least) * WHOLE_HEAD
        : WHOLE_HEAD + ((value - least) / (1 - least)) * (1 - WHOLE_HEAD);
    worst = Math.min(worst, share);
  }
  return worst;
}

/**
 * Compares a matte with the head that the face mesh implies.
 *
 * @param alpha opacity of the person
 * @param landmarks in pixels of `alpha`
 * @param inside 1 where there is a photo, in the size of `alpha`; everywhere when left out
 */
export function headCover(alpha: Plane, landmarks: FaceLandmarks, inside?: Plane): HeadCover {
  const head = new HeadReader(alpha, landmarks, inside);
  return {
    face: head.face(),
    skull: head.skull(),
    sides: head.sides(),
    neck: head.neck(),
    chest: head.chest(),
  };
}
