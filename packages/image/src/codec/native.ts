import sharp from 'sharp';

// The operation cache would keep decoded photos in memory after a run, for operations that never come again.
sharp.cache(false);

export { sharp };
