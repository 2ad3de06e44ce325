import type { PictureSize } from '@avatar/stage';
import type { EngineSizes } from './portrait-engine.js';

/** The size that an engine makes and that comes nearest to the one that is wanted: in its shape, then in its area. */
export function engineSize(sizes: EngineSizes, wanted: PictureSize): PictureSize {
  return 'multipleOf' in sizes ? within(sizes, wanted) : nearest(sizes, wanted);
}

function nearest(sizes: readonly PictureSize[], wanted: PictureSize): PictureSize {
  const distance = (size: PictureSize): number => {
    const shape = Math.abs(Math.log(aspect(size) / aspect(wanted)));
    const area = Math.abs(Math.log(areaOf(size) / areaOf(wanted)));
    return shape + area / SHAPE_BEFORE_AREA;
  };
  return sizes.reduce((best, size) => (distance(size) < distance(best) ? size : best));
}

/** A picture of another size is resampled; one of another shape loses a part of the person. */
const SHAPE_BEFORE_AREA = 100;

function within(
  { minPx, maxPx, multipleOf }: Exclude<EngineSizes, readonly PictureSize[]>,
  { widthPx, heightPx }: PictureSize,
): PictureSize {
  const shorter = Math.min(widthPx, heightPx);
  const longer = Math.max(widthPx, heightPx);
  const scale = Math.min(Math.max(1, minPx / shorter), maxPx / longer);
  const side = (px: number): number =>
    Math.min(
      Math.floor(maxPx / multipleOf) * multipleOf,
      Math.max(Math.ceil(minPx / multipleOf), Math.round((px * scale) / multipleOf)) * multipleOf,
    );
  return { widthPx: side(widthPx), heightPx: side(heightPx) };
}

const aspect = ({ widthPx, heightPx }: PictureSize): number => widthPx / heightPx;
const areaOf = ({ widthPx, heightPx }: PictureSize): number => widthPx * heightPx;
