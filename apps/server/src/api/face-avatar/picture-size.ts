import type { PoolDrawOptions } from '@avatar/worker-pool';
import type { AvatarWarning } from '../../generations/index.js';
import type { ImageBody } from './schemas.js';

/** Pictures are drawn from 9:21 to 21:9. */
const MOST = 21 / 9;

/** The largest picture that can be drawn within what was asked for, and what has to be said of it. */
export function sizeFor({ width, height }: Pick<ImageBody, 'width' | 'height'>): {
  readonly size: Pick<PoolDrawOptions, 'size' | 'sizePx'>;
  readonly warnings: readonly AvatarWarning[];
} {
  if (width === height) return { size: { sizePx: width }, warnings: [] };
  const widthPx = Math.min(width, Math.floor(height * MOST));
  const heightPx = Math.min(height, Math.floor(width * MOST));
  const isWhole = widthPx === width && heightPx === height;
  const smaller: AvatarWarning = {
    code: 'size-not-drawn',
    message: `The picture has ${widthPx} x ${heightPx} pixels: pictures are drawn from 9:21 to 21:9.`,
  };
  return { size: { size: { widthPx, heightPx } }, warnings: isWhole ? [] : [smaller] };
}
