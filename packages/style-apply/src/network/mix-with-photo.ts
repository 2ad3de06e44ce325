import { fromLab, toLab } from '@avatar/image';
import { AvatarError, type PlanarImage } from '@avatar/stage';

/** The lightness of `painted` with `share` of the photo's own colours, in CIELAB. */
export function keepColour(painted: PlanarImage, photo: PlanarImage, share: number): PlanarImage {
  if (share === 0) return painted;
  const lab = toLab(painted);
  const own = toLab(photo);
  for (const axis of ['a', 'b'] as const)
    for (let i = 0; i < lab.L.length; i++) lab[axis][i] += (own[axis][i] - lab[axis][i]) * share;
  return fromLab(lab);
}

/**
 * From the photo towards what a style has painted, `intensity` of the way. In the encoded values, as both are seen and
 * measured: each pixel's distance to the photo is then proportional to the intensity, and no mixture leaves the gamut.
 */
export function mixWithPhoto(painted: PlanarImage, photo: PlanarImage, intensity: number): PlanarImage {
  const mixed = photo.planes.map((under, channel) => {
    const over = painted.planes[channel];
    const plane = new Float32Array(under.length);
    for (let i = 0; i < plane.length; i++) {
      const value = over[i];
      plane[i] = under[i] + ((value < 0 ? 0 : value > 1 ? 1 : value) - under[i]) * intensity;
    }
    return plane;
  });
  return { ...photo, planes: mixed as unknown as PlanarImage['planes'] };
}

/** @throws AvatarError `stage-failed` if `painted` is no picture of the photo's size */
export function checkPicture(painted: PlanarImage, { width, height }: PlanarImage): void {
  const count = width * height;
  const { planes } = painted;
  if (
    planes?.length !== 3 ||
    planes.some((plane) => !(plane instanceof Float32Array && plane.length === count))
  )
    throw wrongPicture(`a picture of ${width} x ${height} px`);
  for (const plane of planes) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += plane[i];
    if (Number.isNaN(sum)) throw wrongPicture('numbers from 0 to 1');
  }
}

const wrongPicture = (expected: string): AvatarError =>
  new AvatarError(
    'stage-failed',
    `Expected ${expected} from the style's own rendering, received something else`,
  );
