import { enlarge, luminance } from '@avatar/image';
import type { PlanarImage, Plane } from '@avatar/stage';
import type { GelLighting } from '@avatar/styles';
import type { GelLight } from './gel-light.js';
import { KNEE, shoulder } from './tone-curve.js';
import { decoded, encoded } from './transfer.js';

/** Skin for the exposure: every n-th pixel, where the mask is well set. */
const SKIN_STRIDE = 5;
const SKIN_MIN = 0.7;
/** Brightness in linear light that rolls off to white. */
const PEAK = 2.2;
/** What is much brighter or darker than the skin shines no more and no less than this factor. */
const TEXTURE = { min: 0.15, max: 1.6 };

type Samples = readonly [red: Float32Array, green: Float32Array, blue: Float32Array];

/** Everything that a pixel needs, enlarged and scaled by the intensity. */
interface Lights {
  readonly diffuse: Samples;
  readonly shine: Samples;
  readonly fill: readonly number[];
  readonly bleach: number;
  /** Mean luminance of the skin before. */
  readonly skinLuminance: number;
}

/** Lights the colour in `pixel`, in linear light, in place. */
function lightPixel(pixel: Float64Array, i: number, lights: Lights): void {
  const { diffuse, shine, fill, bleach } = lights;
  const Y = luminance(pixel[0], pixel[1], pixel[2]);
  const relative = Y / lights.skinLuminance;
  const texture = relative < TEXTURE.min ? TEXTURE.min : relative > TEXTURE.max ? TEXTURE.max : relative;
  for (let channel = 0; channel < 3; channel++) {
    const own = pixel[channel];
    const seen = own + (Y - own) * bleach;
    pixel[channel] = own * fill[channel] + seen * diffuse[channel][i] + texture * shine[channel][i];
  }
}

function skinLuminances(planes: PlanarImage['planes'], skin: Plane, lights?: Lights): number {
  const pixel = new Float64Array(3);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < skin.data.length; i += SKIN_STRIDE) {
    if (skin.data[i] < SKIN_MIN) continue;
    for (let channel = 0; channel < 3; channel++) pixel[channel] = decoded(planes[channel][i]);
    if (lights) lightPixel(pixel, i, lights);
    sum += luminance(pixel[0], pixel[1], pixel[2]);
    count++;
  }
  return count > 0 ? sum / count : 0.2;
}

function enlarged(planes: GelLight['diffuse'], { width, height }: PlanarImage, gain: number): Samples {
  const at = (plane: Plane): Float32Array => {
    const { data } = enlarge(plane, width, height);
    for (let i = 0; i < data.length; i++) data[i] *= gain;
    return data;
  };
  return [at(planes[0]), at(planes[1]), at(planes[2])];
}

/**
 * Puts the gels' light on the person, in place. The brightness of the skin is set by the style, so that no skin gets
 * lighter, and pale skin not more coloured than dark skin.
 * @param alpha where it is 0 the colours stay as they are
 */
export function renderGels(
  image: PlanarImage,
  alpha: Plane,
  skin: Plane,
  light: GelLight,
  lighting: GelLighting,
  intensity: number,
): void {
  const skinLuminance = Math.max(skinLuminances(image.planes, skin), 1e-3);
  const lights: Lights = {
    diffuse: enlarged(light.diffuse, image, intensity),
    shine: enlarged(light.shine, image, intensity * lighting.shine),
    fill: lighting.fill.map((value) => 1 - (1 - value) * intensity),
    bleach: lighting.bleach,
    skinLuminance,
  };
  const aim = skinLuminance * lighting.exposure ** intensity;
  const exposure = aim / Math.max(skinLuminances(image.planes, skin, lights), 1e-3);
  const [red, green, blue] = image.planes;
  const pixel = new Float64Array(3);
  for (let i = 0; i < alpha.data.length; i++) {
    if (alpha.data[i] === 0) continue;
    pixel[0] = decoded(red[i]);
    pixel[1] = decoded(green[i]);
    pixel[2] = decoded(blue[i]);
    lightPixel(pixel, i, lights);
    const brightest = exposure * Math.max(pixel[0], pixel[1], pixel[2]);
    const factor = brightest > KNEE ? (exposure * shoulder(brightest, PEAK)) / brightest : exposure;
    red[i] = encoded(pixel[0] * factor);
    green[i] = encoded(pixel[1] * factor);
    blue[i] = encoded(pixel[2] * factor);
  }
}
