import { shortSidePx, type PictureSize, type PlanarImage, type RasterImage } from '@avatar/stage';
import {
  enlarge,
  extractRegion,
  fastLinear,
  fastSrgb,
  mapPlane,
  mapPlanes3,
  planesOf,
  resizeRaster,
  shrink,
  toPlanar,
} from '@avatar/image';
import { throughLens } from './lens-blur.js';

/** Edge of the blur disc relative to its radius, and how much more light bright places have than the picture could hold. */
const LENS = { softness: 0.15, highlights: 2 };
/** What will be blurred by so many pixels needs no more detail than one of them. */
const DETAIL_PX = 4;

/** The largest middle part of the picture that has the wanted shape, at the wanted size. */
async function covering(picture: RasterImage, { widthPx, heightPx }: PictureSize): Promise<PlanarImage> {
  const scale = Math.min(picture.width / widthPx, picture.height / heightPx);
  const width = Math.min(picture.width, Math.max(1, Math.round(widthPx * scale)));
  const height = Math.min(picture.height, Math.max(1, Math.round(heightPx * scale)));
  const x = (picture.width - width) >> 1;
  const y = (picture.height - height) >> 1;
  const part = extractRegion(picture, { x, y, width, height });
  return toPlanar(await resizeRaster(part, widthPx, heightPx, scale > 1 ? 'lanczos3' : 'cubic'));
}

/**
 * A picture of the caller's as backdrop: its middle, and out of focus where `blur` is above 0.
 * @param blur radius of the disc that a point becomes, as a fraction of the shorter side
 */
export async function callersPicture(
  picture: RasterImage,
  size: PictureSize,
  blur: number,
): Promise<PlanarImage> {
  const image = await covering(picture, size);
  if (blur === 0) return image;
  const { widthPx: width, heightPx: height } = size;
  const factor = Math.max(1, Math.min(4, Math.round((blur * shortSidePx(size)) / DETAIL_PX)));
  const light = mapPlanes3(planesOf(image), (plane) => mapPlane(shrink(plane, factor), fastLinear));
  const lens = { blurRadius: blur, softness: blur * LENS.softness, highlights: LENS.highlights };
  const [red, green, blue] = mapPlanes3(throughLens(light, lens), (plane) =>
    enlarge(mapPlane(plane, fastSrgb), width, height, factor),
  );
  return { planes: [red.data, green.data, blue.data], width, height };
}
