import type { PlanarImage, RasterImage } from '@avatar/stage';
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

/** The middle square of the picture at the wanted size. */
async function covering(picture: RasterImage, sizePx: number): Promise<PlanarImage> {
  const { width, height } = picture;
  const side = Math.min(width, height);
  const x = (width - side) >> 1;
  const y = (height - side) >> 1;
  const square = extractRegion(picture, { x, y, width: side, height: side });
  return toPlanar(await resizeRaster(square, sizePx, sizePx, side > sizePx ? 'lanczos3' : 'cubic'));
}

/**
 * A picture of the caller's as backdrop: its middle square, and out of focus where `blur` is above 0.
 * @param blur radius of the disc that a point becomes, as a fraction of the side
 */
export async function callersPicture(
  picture: RasterImage,
  sizePx: number,
  blur: number,
): Promise<PlanarImage> {
  const image = await covering(picture, sizePx);
  if (blur === 0) return image;
  const factor = Math.max(1, Math.min(4, Math.round((blur * sizePx) / DETAIL_PX)));
  const light = mapPlanes3(planesOf(image), (plane) => mapPlane(shrink(plane, factor), fastLinear));
  const lens = { blurRadius: blur, softness: blur * LENS.softness, highlights: LENS.highlights };
  const [red, green, blue] = mapPlanes3(throughLens(light, lens), (plane) =>
    enlarge(mapPlane(plane, fastSrgb), sizePx, sizePx, factor),
  );
  return { planes: [red.data, green.data, blue.data], width: sizePx, height: sizePx };
}
