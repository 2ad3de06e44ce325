import { resampleImage, resamplePlane, resizeRaster, toRaster } from '@avatar/image';
import { AvatarError, type Avatar, type PlanarImage, type Plane, type RasterImage } from '@avatar/stage';

/** What of an avatar becomes pixels. */
export type Picture = Pick<Avatar, 'image' | 'alpha'>;

/** @throws AvatarError `stage-failed` if the picture is not a square with an alpha of its own size */
export function checkSquare({ image, alpha }: Picture): void {
  const { width, height } = image;
  if (width !== height)
    throw new AvatarError(
      'stage-failed',
      `Expected a square avatar, received ${width} x ${height} px; crop it before save`,
      { facts: { width, height } },
    );
  if (alpha && (alpha.width !== width || alpha.height !== height))
    throw new AvatarError(
      'stage-failed',
      `Expected an alpha of ${width} x ${height} px like the avatar, received ${alpha.width} x ${alpha.height} px`,
      { facts: { width, height, alphaWidth: alpha.width, alphaHeight: alpha.height } },
    );
}

/** Lanczos-3 to `sizePx` square. With alpha the colours are weighted by it, so that hidden ones do not bleed in. */
export function fitPicture({ image, alpha }: Picture, sizePx: number): Picture {
  if (image.width === sizePx) return alpha ? { image, alpha } : { image };
  if (!alpha) return { image: resampleImage(image, sizePx, sizePx) };
  const opacity = resamplePlane(alpha, sizePx, sizePx);
  const weighted = resampleImage(scaleColours(image, alpha, false), sizePx, sizePx);
  return { image: scaleColours(weighted, opacity, true), alpha: opacity };
}

/** Colours times alpha, or divided by it. */
function scaleColours(image: PlanarImage, alpha: Plane, divide: boolean): PlanarImage {
  const scale = (plane: Float32Array): Float32Array => {
    const scaled = new Float32Array(plane.length);
    for (let i = 0; i < plane.length; i++)
      scaled[i] = divide ? plane[i] / Math.max(alpha.data[i], 1e-3) : plane[i] * alpha.data[i];
    return scaled;
  };
  const [red, green, blue] = image.planes;
  return { ...image, planes: [scale(red), scale(green), scale(blue)] };
}

/** To 8 bit, interleaved; dithered where there is a seed for it. */
export function quantisePicture({ image, alpha }: Picture, ditherSeed: number | undefined): RasterImage {
  const raster = toRaster(image, {
    ...(alpha && { alpha }),
    ...(ditherSeed !== undefined && { ditherSeed }),
  });
  if (alpha) blankHidden(raster);
  return raster;
}

/** Every pixel as a square of pixels of its own: to `sizePx` square from a smaller picture. */
export const enlargePixels = (raster: RasterImage, sizePx: number): Promise<RasterImage> =>
  resizeRaster(raster, sizePx, sizePx, 'nearest');

/** To `sizePx` square, beside the main thread; colours are weighted by alpha here too. */
export async function shrinkRaster(raster: RasterImage, sizePx: number): Promise<RasterImage> {
  if (raster.channels === 3) return resizeRaster(raster, sizePx, sizePx, 'lanczos3');
  // Where Lanczos overshoots at an edge, 8 bits cut the alpha off but not the colours, and a bright rim would show.
  const small = await resizeRaster(raster, sizePx, sizePx, 'linear');
  blankHidden(small);
  return small;
}

/** The photo's background goes on under full transparency; it must not leave with the file. */
function blankHidden({ data }: RasterImage): void {
  for (let i = 3; i < data.length; i += 4) if (data[i] === 0) data.fill(0, i - 3, i);
}
