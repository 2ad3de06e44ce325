import { createPlane, gaussianBlur, median } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { CROP_PX, likelihood, type HeadCrop } from '../crop/head-crop.js';

/** How strands run: from the structure tensor of the lightness (J. Bigun, G. Granlund, 1987). */
export interface HairTextureMeasure {
  /** Median coherence of small windows: near 1 where strands run side by side, low in curls. */
  readonly coherence: number;
  /**
   * The same of windows as wide as a lock: curls stay low, ropes of hair are high, and the noise of black hair is gone.
   * Undefined where no such window is all hair.
   */
  readonly lockCoherence: number | undefined;
  /** How much neighbouring windows differ in direction, in radians. */
  readonly turn: number;
  readonly windows: number;
}

/** A scale of windows, in pixels of the crop. */
interface Scale {
  /** Sigma of the blur that takes finer structure away. */
  readonly blur: number;
  readonly window: number;
}

const STRANDS: Scale = { blur: 1, window: 4 };
const LOCKS: Scale = { blur: 2.5, window: 9 };
const STEP = 4;
/** Distance of neighbours that are compared. */
const NEIGHBOUR = 16;
const LEAST_WINDOWS = 20;

/** @returns undefined where there is hardly any hair */
export function measureHairTexture(wide: HeadCrop): HairTextureMeasure | undefined {
  const hair = hairMask(wide);
  const strands = windowsOf(wide, hair, STRANDS);
  if (strands.valid.length < LEAST_WINDOWS) return undefined;
  const locks = windowsOf(wide, hair, LOCKS);
  return {
    coherence: medianOf(strands),
    lockCoherence: locks.valid.length < LEAST_WINDOWS ? undefined : medianOf(locks),
    turn: turnOf(strands),
    windows: strands.valid.length,
  };
}

interface Windows {
  /** Pixels in the middle of windows that are hair. */
  readonly valid: readonly number[];
  readonly coherences: Float32Array;
  readonly angles: Float32Array;
}

const medianOf = ({ valid, coherences }: Windows): number => median(valid.map((i) => coherences[i]));

function windowsOf(wide: HeadCrop, hair: Uint8Array, scale: Scale): Windows {
  const tensor = tensorOf(wide, hair, scale);
  const coherences = createPlane(CROP_PX, CROP_PX).data;
  const angles = createPlane(CROP_PX, CROP_PX).data;
  const valid: number[] = [];
  // So that noise alone has no direction.
  const floor = 0.3 / scale.blur ** 2;
  for (let y = STEP; y < CROP_PX - STEP; y += STEP)
    for (let x = STEP; x < CROP_PX - STEP; x += STEP) {
      const i = y * CROP_PX + x;
      if (tensor.share.data[i] < 0.6) continue;
      const difference = tensor.xx.data[i] - tensor.yy.data[i];
      const cross = 2 * tensor.xy.data[i];
      coherences[i] = Math.hypot(difference, cross) / (tensor.xx.data[i] + tensor.yy.data[i] + floor);
      angles[i] = 0.5 * Math.atan2(cross, difference);
      valid.push(i);
    }
  return { valid, coherences, angles };
}

function turnOf({ valid, coherences, angles }: Windows): number {
  let sum = 0;
  let weights = 0;
  for (const i of valid)
    for (const j of [i + NEIGHBOUR, i + NEIGHBOUR * CROP_PX]) {
      const weight = coherences[i] * (coherences[j] || 0);
      const apart = Math.abs(angles[i] - (angles[j] || 0));
      sum += weight * Math.min(apart, Math.PI - apart);
      weights += weight;
    }
  return weights > 0 ? sum / weights : 0;
}

function hairMask(wide: HeadCrop): Uint8Array {
  const mask = new Uint8Array(CROP_PX * CROP_PX);
  for (let y = 1; y < CROP_PX - 1; y++)
    for (let x = 1; x < CROP_PX - 1; x++) {
      const i = y * CROP_PX + x;
      if (likelihood(wide, 'hair', x, y) >= 0.75 && wide.inside.data[i] >= 0.98) mask[i] = 1;
    }
  return mask;
}

function tensorOf(
  wide: HeadCrop,
  hair: Uint8Array,
  { blur, window }: Scale,
): Record<'xx' | 'xy' | 'yy' | 'share', Plane> {
  const { data: L } = gaussianBlur({ data: wide.lab.L, width: CROP_PX, height: CROP_PX }, blur);
  const planes = {
    xx: createPlane(CROP_PX, CROP_PX),
    xy: createPlane(CROP_PX, CROP_PX),
    yy: createPlane(CROP_PX, CROP_PX),
    share: createPlane(CROP_PX, CROP_PX),
  };
  for (let i = 0; i < hair.length; i++) {
    if (hair[i] === 0) continue;
    const dx = L[i + 1] - L[i - 1];
    const dy = L[i + CROP_PX] - L[i - CROP_PX];
    planes.share.data[i] = 1;
    planes.xx.data[i] = dx * dx;
    planes.xy.data[i] = dx * dy;
    planes.yy.data[i] = dy * dy;
  }
  return {
    xx: gaussianBlur(planes.xx, window),
    xy: gaussianBlur(planes.xy, window),
    yy: gaussianBlur(planes.yy, window),
    share: gaussianBlur(planes.share, window),
  };
}
