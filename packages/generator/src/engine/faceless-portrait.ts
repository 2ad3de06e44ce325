import { createPlane, resizeRaster, toPlanar } from '@avatar/image';
import type { AlignedFace, Avatar, Photo } from '@avatar/stage';

/**
 * A painted picture in which no face was found, as it is: the gate looks for the face where the photo has it, and does not
 * pass it.
 */
export async function faceless({ image }: Photo, { crop, landmarks }: AlignedFace): Promise<Avatar> {
  const { width, height } = crop;
  return {
    image: toPlanar(await resizeRaster(image, width, height, 'lanczos3')),
    person: createPlane(width, height, 1),
    landmarks,
  };
}
