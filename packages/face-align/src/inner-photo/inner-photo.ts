import { defineStage, type Stage, type Warning } from '@avatar/stage';
import type { Point } from '@avatar/image';
import { innerBorder } from './inner-border.js';
import { withinBorder } from './within-border.js';

const PICTURE_IN_PICTURE: Warning = {
  code: 'picture-in-picture',
  message:
    'The photo is a round or framed picture, and what was around it is missing. Use the photo that it was made from.',
};

/**
 * Round borders have no side longer than this share of their whole length; of four-sided pictures, one has at least
 * 0.16.
 */
const LONGEST_SIDE = 0.13;

function isRound(border: readonly Point[]): boolean {
  const sides = border.map(([x, y], i) => {
    const [nextX, nextY] = border[(i + 1) % border.length];
    return Math.hypot(nextX - x, nextY - y);
  });
  return Math.max(...sides) < LONGEST_SIDE * sides.reduce((sum, side) => sum + side, 0);
}

/**
 * Finds the picture that the dominant face is in, where that is only a part of the photo: round avatars with empty or
 * black corners, rings around them, photos on pages, cards, screens and sheets, tiles of video calls, fish-eye
 * pictures. Its border then is the photo's border: the photo is cut to it, and `photo.border` says where it ends if
 * it is not a rectangle. Faces outside of it are left out.
 *
 * Warns `picture-in-picture` when the border is round: corners of the photo are missing then.
 *
 * Reads and writes `photo` and `faces`, without a model; ordinary photos go through as they are.
 */
export function innerPhoto(): Stage<'photo' | 'faces', 'photo' | 'faces'> {
  return defineStage({
    name: 'inner-photo',
    reads: ['photo', 'faces'],
    writes: ['photo', 'faces'],
    run: async ({ photo, faces }, context) => {
      context.signal.throwIfAborted();
      const [dominant] = faces.faces;
      const border = dominant && innerBorder(photo.image, dominant);
      if (!border) return { photo, faces };
      const inner = withinBorder(photo, faces, border);
      if (isRound(border)) context.warn(PICTURE_IN_PICTURE);
      return inner;
    },
  });
}
