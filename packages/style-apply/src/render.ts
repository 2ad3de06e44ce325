import { createPlane, enlarge } from '@avatar/image';
import type { Cutout, PlanarImage, Plane } from '@avatar/stage';
import { contrastFactor, contrastTable, KNEE, shoulder } from './tone-curve.js';
import { decoded, encoded } from './transfer.js';
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
  const opacity = alpha.data;
  const [gr, gg, gb] = gains;
  for (let i = 0; i < light.length; i += PEAK_STRIDE) {
    if (opacity[i] < 0.5) continue;
    const r = decoded(red[i]) * gr;
    const g = decoded(green[i]) * gg;
    const b = decoded(blue[i]) * gb;
    const Y = (0.2126 * r + 0.7152 * g + 0.0722 * b) * light[i];
    peak = Math.max(peak, Math.max(r, g, b) * light[i] * contrastFactor(curve, Y));
  }
  return peak;
}

/** Brightness factor of each pixel: exposure and the log ratio of the grid, enlarged. */
function lightFactors(ratioLog: Plane, { width, height }: Plane, intensity: number, exposureLog: number) {
  const factors = createPlane(ratioLog.width, ratioLog.height);
  for (let i = 0; i < factors.data.length; i++)
    factors.data[i] = Math.exp(ratioLog.data[i] * intensity + exposureLog);
  return enlarge(factors, width, height).data;
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
  const planes = [red.slice(), green.slice(), blue.slice()] as const;
  const [outRed, outGreen, outBlue] = planes;
  const opacity = alpha.data;
  const skinData = skin.data;
  const { saturation } = now;
  for (let i = 0; i < opacity.length; i++) {
    if (opacity[i] === 0) continue;
    const onSkin = skinData[i];
    const bright = light[i];
    const r = decoded(red[i]) * bright * (gr + (sr - gr) * onSkin);
    const g = decoded(green[i]) * bright * (gg + (sg - gg) * onSkin);
    const b = decoded(blue[i]) * bright * (gb + (sb - gb) * onSkin);
    const Y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    const contrast = contrastFactor(curve, Y);
    const brightest = (r > g ? (r > b ? r : b) : g > b ? g : b) * contrast;
    const factor = brightest > KNEE ? (contrast * shoulder(brightest, peak)) / brightest : contrast;
    const grey = Y * factor * (1 - saturation);
    const colour = factor * saturation;
    outRed[i] = encoded(r * colour + grey);
    outGreen[i] = encoded(g * colour + grey);
    outBlue[i] = encoded(b * colour + grey);
  }
  return { planes, width, height };
}
