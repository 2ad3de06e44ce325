import { resampleImage, resamplePlane, resizeRaster, toRaster } from '@avatar/image';
import {
  AvatarError,
  type Avatar,
  type PictureSize,
  type PlanarImage,
  type Plane,
  type RasterFormat,
  type RasterImage,
} from '@avatar/stage';

/** What of an avatar becomes pixels. */
export type Picture = Pick<Avatar, 'image' | 'alpha'>;

/** Rounding may change the shape of a picture by so many pixels. */
const ROUNDING_PX = 1;

/** @throws AvatarError `stage-failed` if the picture has not the shape of `size`, or an alpha of another size */
export function checkShape({ image, alpha }: Picture, { widthPx, heightPx }: PictureSize): void {
  const { width, height } = image;
  if (Math.abs(width * heightPx - height * widthPx) > ROUNDING_PX * Math.max(widthPx, heightPx))
    throw new AvatarError(
      'stage-failed',
      widthPx === heightPx
        ? `Expected a square avatar, received ${width} x ${height} px; crop it before save`
        : `Expected an avatar in the shape of ${widthPx} x ${heightPx} px, received ${width} x ${height} px`,
      { facts: { width, height } },
    );
  if (alpha && (alpha.width !== width || alpha.height !== height))
    throw new AvatarError(
      'stage-failed',
      `Expected an alpha of ${width} x ${height} px like the avatar, received ${alpha.width} x ${alpha.height} px`,
      { facts: { width, height, alphaWidth: alpha.width, alphaHeight: alpha.height } },
    );
}

/** @throws AvatarError `stage-failed` if the picture is transparent somewhere and the format is not */
export function checkOpaque({ alpha }: Picture, format: RasterFormat): void {
  if (alpha && format === 'jpeg')
    throw new AvatarError(
      'stage-failed',
      'JPEG has no transparency; save a PNG, WebP or AVIF, or give the avatar a background',
      { facts: { format } },
    );
}

/** Lanczos-3 to the size. With alpha the colours are weighted by it, so that hidden ones do not bleed in. */
export function fitPicture({ image, alpha }: Picture, { widthPx, heightPx }: PictureSize): Picture {
  if (image.width === widthPx && image.height === heightPx) return alpha ? { image, alpha } : { image };
  if (!alpha) return { image: resampleImage(image, widthPx, heightPx) };
  const opacity = resamplePlane(alpha, widthPx, heightPx);
  const weighted = resampleImage(scaleColours(image, alpha, false), widthPx, heightPx);
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

/** Every pixel as a square of pixels of its own: to the size from a smaller picture. */
export const enlargePixels = (
  raster: RasterImage,
  { widthPx, heightPx }: PictureSize,
): Promise<RasterImage> => resizeRaster(raster, widthPx, heightPx, 'nearest');

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
