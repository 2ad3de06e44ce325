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
  /** Clockwise right angles that bring the person upright. */
  readonly quarterTurns: QuarterTurns;
}

/** A region of the photo as the model saw it, and what it answered; both as the photo lies, same size. */
export interface RawMatte {
  readonly picture: RasterImage;
  /** Opacity of people, in [0, 1]. */
  readonly alpha: Plane;
}

/**
 * Opacity of the people in a region of the photo. Z. Ke et al., "MODNet: Real-Time Trimap-Free Portrait Matting via
 * Objective Decomposition", 2022.
 */
export async function runMatteModel(
  model: LoadedModel,
  photo: RasterImage,
  { region, inputSidePx, quarterTurns }: MattePass,
  signal: AbortSignal,
): Promise<RawMatte> {
  const scale = inputSidePx / Math.max(region.width, region.height);
  const picture = await resizeRaster(
    extractRegion(photo, region),
    modelSide(region.width, scale),
    modelSide(region.height, scale),
    scale < 1 ? 'lanczos3' : 'cubic',
  );
  const upright = turnRaster(picture, quarterTurns);
  const { width, height } = upright;
  signal.throwIfAborted();
  const image = { data: toChannelsFirst(upright, PIXEL_SCALING), dims: [1, 3, height, width] };
  const { matte } = await model.run({ image }, { signal });
  const alpha = { data: matte.data as Float32Array, width, height };
  return { picture, alpha: turnPlane(alpha, turnedBack(quarterTurns)) };
}
