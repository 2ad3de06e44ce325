/** Sizes that have a name: side of the square in pixels. */
export const NAMED_SIZES_PX = { standard: 800, hd: 1200 } as const;
