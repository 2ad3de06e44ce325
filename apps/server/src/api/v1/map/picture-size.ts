import type { PictureSize } from '@avatar/stage';
import { NAMED_SIZES_PX } from '@avatar/styles';
import type { AvatarOptions } from '../schemas/avatar-options.js';

/** The side of a square, its name, or width and height such as `1344x768`. */
export function pictureSize(size: AvatarOptions['size']): {
  readonly sizePx?: number | undefined;
  readonly size?: PictureSize | undefined;
} {
  if (typeof size !== 'string') return { sizePx: size };
  if (size === 'standard' || size === 'hd') return { sizePx: NAMED_SIZES_PX[size] };
  const [widthPx, heightPx] = size.split('x').map(Number);
  return { size: { widthPx, heightPx } };
}
