import { createPlanar, enlarge, fastLinear, fastSrgb } from '@avatar/image';
import type { Cutout, PlanarImage, Plane } from '@avatar/stage';
import { contrastFactor, contrastTable, shoulder } from './tone-curve.js';
import type { Treatment } from './treatment.js';

/** Pixels of the person that are measured for the peak: every n-th. */
const PEAK_STRIDE = 7;

/** The same treatment, weaker: factors to the power of `intensity`. */
function weaken(treatment: Treatment, intensity: number): Treatment {
  const scale = (gains: Treatment['gainsLog']): Treatment['gainsLog'] => [
    gains[0] * intensity,
    gains[1] * intensity,
    gains[2] * intensity,
  ];
  return {
    ...treatment,
    skinGainsLog: scale(treatment.skinGainsLog),
    gainsLog: scale(treatment.gainsLog),
    exposureLog: treatment.exposureLog * intensity,
    contrast: treatment.contrast * intensity,
    saturation: 1 + (treatment.saturation - 1) * intensity,
  };
}

/** Brightest channel after light, colour and contrast, before the shoulder, in linear light. */
function peakOf(
  foreground: PlanarImage,
  alpha: Plane,
  light: Float32Array,
  gains: readonly number[],
  curve: Float32Array,
): number {
  const [red, green, blue] = foreground.planes;
  let peak = 0;
  for (let i = 0; i < light.length; i += PEAK_STRIDE) {
    if (alpha.data[i] < 0.5) continue;
    const r = fastLinear(red[i]) * gains[0];
    const g = fastLinear(green[i]) * gains[1];
    const b = fastLinear(blue[i]) * gains[2];
    const Y = (0.2126 * r + 0.7152 * g + 0.0722 * b) * light[i];
    peak = Math.max(peak, Math.max(r, g, b) * light[i] * contrastFactor(curve, Y));
  }
  return peak;
}

/** Brightness factor of each pixel: exposure and the enlarged log ratio. */
function lightFactors(ratioLog: Plane, alpha: Plane, intensity: number, exposureLog: number): Float32Array {
  const { data } = enlarge(ratioLog, alpha.width, alpha.height);
  const factors = data === ratioLog.data ? data.slice() : data;
  for (let i = 0; i < factors.length; i++)
    factors[i] = alpha.data[i] === 0 ? 1 : Math.exp(factors[i] * intensity + exposureLog);
  return factors;
}

/**
 * Applies light, white balance, exposure, shoulder, contrast and saturation in one walk over the pixels.
 * Where the person is not (`alpha` 0) the colours stay as they are.
 */
export function renderTreatment(
  cutout: Cutout,
  skin: Plane,
  treatment: Treatment,
  intensity: number,
): PlanarImage {
  const { foreground, alpha } = cutout;
  const { width, height } = foreground;
  const now = weaken(treatment, intensity);
  const light = lightFactors(treatment.ratioLog, alpha, intensity, now.exposureLog);

  const [gr, gg, gb] = now.gainsLog.map(Math.exp);
  const [sr, sg, sb] = now.skinGainsLog.map(Math.exp);
  const curve = contrastTable(now.contrast, now.pivot);
  const strongest = [Math.max(gr, sr), Math.max(gg, sg), Math.max(gb, sb)];
  const peak = peakOf(foreground, alpha, light, strongest, curve);
  const [red, green, blue] = foreground.planes;
  const image = createPlanar(width, height);
  const [outRed, outGreen, outBlue] = image.planes;
  for (let i = 0; i < light.length; i++) {
    if (alpha.data[i] === 0) {
      outRed[i] = red[i];
      outGreen[i] = green[i];
      outBlue[i] = blue[i];
      continue;
    }
    const onSkin = skin.data[i];
    let r = fastLinear(red[i]) * light[i] * (gr + (sr - gr) * onSkin);
    let g = fastLinear(green[i]) * light[i] * (gg + (sg - gg) * onSkin);
    let b = fastLinear(blue[i]) * light[i] * (gb + (sb - gb) * onSkin);
    const Y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    const contrast = contrastFactor(curve, Y);
    const brightest = (r > g ? (r > b ? r : b) : g > b ? g : b) * contrast;
    const factor = brightest > 0 ? (contrast * shoulder(brightest, peak)) / brightest : contrast;
    const grey = Y * factor * (1 - now.saturation);
    r = r * factor * now.saturation + grey;
    g = g * factor * now.saturation + grey;
    b = b * factor * now.saturation + grey;
    outRed[i] = fastSrgb(r);
    outGreen[i] = fastSrgb(g);
    outBlue[i] = fastSrgb(b);
  }
  return image;
}
