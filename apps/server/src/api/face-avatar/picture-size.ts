import type { AvatarWarning } from '../../generations/index.js';
import type { ImageBody } from './schemas.js';

/** The picture that fits into what was asked for. */
export function sizeFor({ width, height }: Pick<ImageBody, 'width' | 'height'>): {
  readonly size: { readonly sizePx: number };
  readonly warnings: readonly AvatarWarning[];
} {
  const sizePx = Math.min(width, height);
  const square: AvatarWarning = {
    code: 'size-not-drawn',
    message: `The picture is a square of ${sizePx} pixels: other shapes cannot be drawn yet.`,
  };
  return { size: { sizePx }, warnings: width === height ? [] : [square] };
}
