import { createPlane, enlarge, luminance } from '@avatar/image';
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
    const Y = luminance(r, g, b) * light[i];
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

/** The treatment as factors in linear light. */
interface Factors {
  readonly light: Float32Array;
  readonly gains: readonly number[];
  readonly skinGains: readonly number[];
  readonly curve: Float32Array;
  readonly peak: number;
  readonly saturation: number;
}

/** Renders the pixels `from` to `to` in place, where the person is. */
function renderPixels(
  planes: PlanarImage['planes'],
  alpha: Plane,
  skin: Plane,
  factors: Factors,
  from: number,
  to: number,
): void {
  const [red, green, blue] = planes;
  const opacity = alpha.data;
  const onSkin = skin.data;
  const { light, curve, peak, saturation } = factors;
  const [gr, gg, gb] = factors.gains;
  const [sr, sg, sb] = factors.skinGains;
  for (let i = from; i < to; i++) {
    if (opacity[i] === 0) continue;
    const share = onSkin[i];
    const bright = light[i];
    const r = decoded(red[i]) * bright * (gr + (sr - gr) * share);
    const g = decoded(green[i]) * bright * (gg + (sg - gg) * share);
    const b = decoded(blue[i]) * bright * (gb + (sb - gb) * share);
    const Y = luminance(r, g, b);
    const contrast = contrastFactor(curve, Y);
    const brightest = (r > g ? (r > b ? r : b) : g > b ? g : b) * contrast;
    const factor = brightest > KNEE ? (contrast * shoulder(brightest, peak)) / brightest : contrast;
    const grey = Y * factor * (1 - saturation);
    const colour = factor * saturation;
    red[i] = encoded(r * colour + grey);
    green[i] = encoded(g * colour + grey);
    blue[i] = encoded(b * colour + grey);
  }
}

/**
 * Applies light, white balance, exposure, shoulder, contrast and saturation in one walk over the pixels.
 * Where the person is not (`alpha` 0) the colours stay as they are.
 */
export function renderTreatment(
  { foreground, alpha }: Cutout,
  skin: Plane,
  treatment: Treatment,
  intensity: number,
): PlanarImage {
  const { width, height } = foreground;
  const now = weaken(treatment, intensity);
  const light = lightFactors(treatment.ratioLog, alpha, intensity, now.exposureLog);
  const gains = now.gainsLog.map(Math.exp);
  const skinGains = now.skinGainsLog.map(Math.exp);
  const strongest = gains.map((gain, channel) => Math.max(gain, skinGains[channel]));
  const curve = contrastTable(now.contrast, now.pivot);
  const peak = peakOf(foreground, alpha, light, strongest, curve);
  const factors = { light, gains, skinGains, curve, peak, saturation: now.saturation };
  const [red, green, blue] = foreground.planes;
  const planes = [red.slice(), green.slice(), blue.slice()] as const;
  for (let from = 0; from < alpha.data.length; from += width)
    renderPixels(planes, alpha, skin, factors, from, from + width);
  return { planes, width, height };
}
