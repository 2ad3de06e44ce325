import type { Box, Plane, RasterImage } from '@avatar/stage';
import {
  extractRegion,
  resizeRaster,
  toChannelsFirst,
  turnedBack,
  turnPlane,
  turnRaster,
  type QuarterTurns,
} from '@avatar/image';
import type { LoadedModel } from '@avatar/models';

/** The network halves its input five times. */
const SIDE_MULTIPLE = 32;
const PIXEL_SCALING = { scale: 2 / 255, offset: -1 };

const modelSide = (side: number, scale: number): number =>
  Math.max(SIDE_MULTIPLE, Math.round((side * scale) / SIDE_MULTIPLE) * SIDE_MULTIPLE);

export interface MattePass {
  readonly region: Box;
  /** Longer side of the model's input in pixels. */
  readonly inputSidePx: number;
}

/** The region as the models see it, lying as the photo does. */
export function modelPicture(photo: RasterImage, { region, inputSidePx }: MattePass): Promise<RasterImage> {
  const scale = inputSidePx / Math.max(region.width, region.height);
  return resizeRaster(
    extractRegion(photo, region),
    modelSide(region.width, scale),
    modelSide(region.height, scale),
    scale < 1 ? 'lanczos3' : 'cubic',
  );
}

/**
 * Opacity of the people in a picture, in [0, 1], of its size. Z. Ke et al., "MODNet: Real-Time Trimap-Free Portrait Matting
 * via Objective Decomposition", 2022.
 *
 * @param quarterTurns clockwise right angles that bring the person upright
 */
export async function runMatteModel(
  model: LoadedModel,
  picture: RasterImage,
  quarterTurns: QuarterTurns,
  signal: AbortSignal,
): Promise<Plane> {
  const upright = turnRaster(picture, quarterTurns);
  const { width, height } = upright;
  signal.throwIfAborted();
  const image = { data: toChannelsFirst(upright, PIXEL_SCALING), dims: [1, 3, height, width] };
  const { matte } = await model.run({ image }, { signal });
  return turnPlane({ data: matte.data as Float32Array, width, height }, turnedBack(quarterTurns));
}
