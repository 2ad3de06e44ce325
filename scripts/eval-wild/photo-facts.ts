import type { Point } from '@avatar/image';

/** Places in a photo as shares of its width and height, from the upper left corner. */
type Places = readonly Point[];

/** What somebody saw in a photo: facts to measure the result by. */
export interface PhotoFacts {
  /** Hair, ears, neck, shoulders: opaque in the cut-out. */
  readonly person?: Places;
  /** Background, gaps of headphones and ear-rings: transparent. */
  readonly empty?: Places;
  /** What the photo has of the person and the avatar has to show. */
  readonly kept?: Places;
  /** Places whose colour a drawing keeps. */
  readonly tone?: Places;
  /** Where the photo shows the colour, on average, that all of `tone` has in a drawing with light of its own. Default: each place its own. */
  readonly toneOf?: Places;
  /** A rectangle, all of which keeps its colour: left, top, right, bottom. */
  readonly toneArea?: readonly [number, number, number, number];
  /** The border of a photo inside the photo, as a polygon. Default: the photo's own. */
  readonly border?: Places;
}

/** A circle's outline; the radius is a share of the width. */
export function circleBorder(x: number, y: number, radius: number, aspect: number): Point[] {
  return Array.from({ length: 96 }, (_, i) => {
    const angle = (i / 96) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * aspect * Math.sin(angle)];
  });
}
