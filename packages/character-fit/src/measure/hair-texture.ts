import { createPlane, gaussianBlur, median } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { CROP_PX, likelihood, type HeadCrop } from '../crop/head-crop.js';

/** How strands run: from the structure tensor of the lightness (J. Bigun, G. Granlund, 1987). */
export interface HairTextureMeasure {
  /** Median coherence of small windows: near 1 where strands run side by side, low in curls. */
  readonly coherence: number;
  /** How much neighbouring windows differ in direction, in radians. */
  readonly turn: number;
  readonly windows: number;
}

const WINDOW_SIGMA = 4;
const STEP = 4;
/** Distance of neighbours that are compared. */
const NEIGHBOUR = 16;

/** @returns undefined where there is hardly any hair */
export function measureHairTexture(wide: HeadCrop): HairTextureMeasure | undefined {
  const tensor = tensorOf(wide);
  const coherences = createPlane(CROP_PX, CROP_PX).data;
  const angles = createPlane(CROP_PX, CROP_PX).data;
  const valid: number[] = [];
  for (let y = STEP; y < CROP_PX - STEP; y += STEP)
    for (let x = STEP; x < CROP_PX - STEP; x += STEP) {
      const i = y * CROP_PX + x;
      if (tensor.share.data[i] < 0.6) continue;
      const difference = tensor.xx.data[i] - tensor.yy.data[i];
      const cross = 2 * tensor.xy.data[i];
      coherences[i] = Math.hypot(difference, cross) / (tensor.xx.data[i] + tensor.yy.data[i] + 0.3);
      angles[i] = 0.5 * Math.atan2(cross, difference);
      valid.push(i);
    }
  if (valid.length < 20) return undefined;
  return {
    coherence: median(valid.map((i) => coherences[i])),
    turn: turnOf(valid, coherences, angles),
    windows: valid.length,
  };
}

function turnOf(valid: readonly number[], coherences: Float32Array, angles: Float32Array): number {
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

function tensorOf(wide: HeadCrop): Record<'xx' | 'xy' | 'yy' | 'share', Plane> {
  const { data: L } = gaussianBlur({ data: wide.lab.L, width: CROP_PX, height: CROP_PX }, 1);
  const planes = {
    xx: createPlane(CROP_PX, CROP_PX),
    xy: createPlane(CROP_PX, CROP_PX),
    yy: createPlane(CROP_PX, CROP_PX),
    share: createPlane(CROP_PX, CROP_PX),
  };
  for (let y = 1; y < CROP_PX - 1; y++)
    for (let x = 1; x < CROP_PX - 1; x++) {
      const i = y * CROP_PX + x;
      if (likelihood(wide, 'hair', x, y) < 0.75 || wide.inside.data[i] < 0.98) continue;
      const dx = L[i + 1] - L[i - 1];
      const dy = L[i + CROP_PX] - L[i - CROP_PX];
      planes.share.data[i] = 1;
      planes.xx.data[i] = dx * dx;
      planes.xy.data[i] = dx * dy;
      planes.yy.data[i] = dy * dy;
    }
  return {
    xx: gaussianBlur(planes.xx, WINDOW_SIGMA),
    xy: gaussianBlur(planes.xy, WINDOW_SIGMA),
    yy: gaussianBlur(planes.yy, WINDOW_SIGMA),
    share: gaussianBlur(planes.share, WINDOW_SIGMA),
  };
}
