import type { Plane } from '@avatar/stage';
import { maskedPercentile } from './masked-percentile.js';

/** Skin that counts. */
const MIN_SKIN = 0.7;

/**
 * How much a light would brighten the median of the skin, as a natural logarithm; 0 when it would not. A light that keeps
 * the mean of a face still brightens most of it where a small part falls into deep shadow.
 */
export function skinBrightening(logLuminance: Plane, ratioLog: Plane, skin: Plane): number {
  const lit = new Float32Array(logLuminance.data.length);
  for (let i = 0; i < lit.length; i++) lit[i] = logLuminance.data[i] + ratioLog.data[i];
  const before = maskedPercentile(logLuminance.data, skin, MIN_SKIN, 0.5);
  const after = maskedPercentile(lit, skin, MIN_SKIN, 0.5);
  return before === undefined || after === undefined ? 0 : Math.max(0, after - before);
}
