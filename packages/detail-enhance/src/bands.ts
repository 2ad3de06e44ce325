import { createPlane } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** A luma plane without its detail, level by level. What is between two levels is a band of detail. */
export interface DetailLevels {
  /** The plane itself. */
  readonly full: Float32Array;
  /** Without detail of about a pixel: `full - small` is the fine band. */
  readonly small: Float32Array;
  /** `small - middle` is the medium band: lashes, pores, single hairs. */
  readonly middle: Float32Array;
  /** `middle - large` is the coarse band: lids, wrinkles, locks of hair. */
  readonly large: Float32Array;
}

/** `(1 2 1) / 4` along both axes, its taps `gap` pixels apart; edges are replicated. */
function binomial({ data, width, height }: Plane, gap: number): Plane {
  const rows = new Float32Array(data.length);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const left = x < gap ? i - x : i - gap;
      const right = x + gap < width ? i + gap : i - x + width - 1;
      rows[i] = 0.5 * data[i] + 0.25 * (data[left] + data[right]);
    }
  const target = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const up = y < gap ? -y * width : -gap * width;
    const down = (y + gap < height ? gap : height - 1 - y) * width;
    for (let x = 0; x < width; x++, i++)
      target.data[i] = 0.5 * rows[i] + 0.25 * (rows[i + up] + rows[i + down]);
  }
  return target;
}

/**
 * The "à trous" wavelet (M. Holschneider et al., 1989): each level blurs the one before with twice its gaps, which
 * gives Gaussians of 0.7, 1.6 and 3.2 px of an 800 px picture.
 */
export function detailLevels(luma: Plane): DetailLevels {
  const gap = Math.max(1, Math.round(luma.width / 800));
  const small = binomial(luma, gap);
  const middle = binomial(small, 2 * gap);
  const large = binomial(middle, 4 * gap);
  return { full: luma.data, small: small.data, middle: middle.data, large: large.data };
}

/** Root mean square of each band where `mask` is set; every second pixel of every second row is enough. */
export function bandEnergies(
  { full, small, middle, large }: DetailLevels,
  mask: Plane,
): { fine: number; medium: number; coarse: number } {
  let fine = 0;
  let medium = 0;
  let coarse = 0;
  let weight = 0;
  for (let y = 0; y < mask.height; y += 2)
    for (let x = 0, i = y * mask.width; x < mask.width; x += 2, i += 2) {
      const w = mask.data[i];
      if (w === 0) continue;
      fine += w * (full[i] - small[i]) ** 2;
      medium += w * (small[i] - middle[i]) ** 2;
      coarse += w * (middle[i] - large[i]) ** 2;
      weight += w;
    }
  const rms = (sum: number) => (weight > 0 ? Math.sqrt(sum / weight) : 0);
  return { fine: rms(fine), medium: rms(medium), coarse: rms(coarse) };
}
