import { engineSize, type EngineCapabilities, type PortraitRequest } from '@avatar/engine';
import { createPlane, encodePng, resizeRaster, toRaster } from '@avatar/image';
import type { Artifacts, PictureSize, Plane, RasterImage } from '@avatar/stage';
import type { EngineRendering } from '@avatar/styles';

const SAME_PERSON =
  'The same person as in the photo: the same face, age, skin tone, hair, glasses, expression and pose. One person, looking as in the photo.';
/** For engines without a setting of their own for it. */
const LESS = 'Change the light and the backdrop only; leave the face exactly as it is in the photo.';
/** Below this part of the style's strength such an engine is asked for less. */
const FULL = 0.9;
/** Shapes that differ by less than this are the same but for rounding. */
const SAME_SHAPE = 0.02;
const LEAST_STRENGTH = 0.01;

export interface Painting {
  readonly rendering: EngineRendering;
  readonly capabilities: EngineCapabilities;
  /** Of the attempt, in (0, 1]. */
  readonly intensity: number;
  readonly seed: number;
}

/** What an engine is asked for: the aligned square, what to make of it, and how far to go. */
export async function portraitRequest(
  { face, cutout }: Pick<Artifacts, 'face' | 'cutout'>,
  { rendering, capabilities, intensity, seed }: Painting,
): Promise<PortraitRequest> {
  const { prompt, negativePrompt, strength, paints = 'all' } = rendering;
  const { width: widthPx, height: heightPx } = face.crop;
  const size = engineSize(capabilities.sizes, { widthPx, heightPx });
  const sent = sentSize({ widthPx, heightPx }, size);
  const words = [prompt, SAME_PERSON, ...(capabilities.strength || intensity >= FULL ? [] : [LESS])];
  return {
    prompt: words.join('. '),
    ...(negativePrompt !== undefined && capabilities.negativePrompt && { negativePrompt }),
    photo: await png(toRaster(face.crop), sent),
    ...(capabilities.mask !== 'none' && {
      mask: await png(
        maskOf(paints === 'person' ? cutout.alpha : everywhere(cutout.alpha), capabilities.mask),
        sent,
      ),
    }),
    strength: Math.max(LEAST_STRENGTH, strength * intensity),
    seed,
    size,
  };
}

const png = async (image: RasterImage, { widthPx, heightPx }: PictureSize): Promise<Uint8Array> =>
  encodePng(await resizeRaster(image, widthPx, heightPx, 'lanczos3'), { compression: 'fast' });

/** The engine's own size, or in a picture of another shape the largest that fits in it. */
function sentSize(crop: PictureSize, size: PictureSize): PictureSize {
  const [across, down] = [size.widthPx / crop.widthPx, size.heightPx / crop.heightPx];
  if (Math.abs(Math.log(across / down)) < SAME_SHAPE) return size;
  const scale = Math.min(across, down);
  return { widthPx: Math.round(crop.widthPx * scale), heightPx: Math.round(crop.heightPx * scale) };
}

const everywhere = ({ width, height }: Plane): Plane => createPlane(width, height, 1);

/** Where it may be painted. White stays white where it is transparent too. */
function maskOf({ data: opacity, width, height }: Plane, form: 'white' | 'transparent'): RasterImage {
  const channels = form === 'white' ? 3 : 4;
  const data = new Uint8Array(width * height * channels);
  opacity.forEach((value, i) => {
    const level = Math.round(255 * Math.min(1, Math.max(0, value)));
    data.fill(level, i * channels, i * channels + 3);
    if (channels === 4) data[i * channels + 3] = 255 - level;
  });
  return { data, width, height, channels };
}
