import type { PoolDrawOptions } from '@avatar/worker-pool';
import type { Orientation } from './person-attributes.js';

type Size = Pick<PoolDrawOptions, 'size' | 'sizePx'>;

const SIZES: Readonly<Record<Orientation, Size>> = {
  square: { sizePx: 1024 },
  horizontal: { size: { widthPx: 1344, heightPx: 768 } },
  vertical: { size: { widthPx: 768, heightPx: 1344 } },
};

/** How large a picture of that orientation is. */
export const sizeOf = (orientation: Orientation): Size => SIZES[orientation];
