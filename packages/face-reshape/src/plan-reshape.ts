import { eyeDistancePx, landmarkBox } from '@avatar/face';
import type { FaceLandmarks } from '@avatar/stage';
import {
  layGrid,
  leastArea,
  weakened,
  type DisplacementGrid,
  type Reach,
  type ReachedField,
} from './displacement-grid.js';
import { fitRadialField } from './radial-fit.js';
import { smilePulls } from './smile.js';
import { turnPulls } from './turn.js';

/** How a face is to look: a smile in [0, 1], and a turn towards the right edge of the picture. */
export interface Wish {
  readonly smile: number;
  readonly yawRad: number;
}

/** A warp of the picture, and the share of the wish that it fulfils, in [0, 1]. */
export interface Reshape {
  readonly grid: DisplacementGrid;
  readonly share: number;
}

/** Radii of the bumps that make up a field, in distances between the eyes: a mouth has finer parts than a head. */
const BUMPS = { smile: 1, turn: 3.5 };
/** Where the face moves: halves of its own size around its middle, which for a smile lies lower by a share of its height. */
const REACH = { smile: { wide: 1.1, high: 1, lower: 0.1 }, turn: { wide: 1.5, high: 1.5, lower: 0 } };
/** From node to node of the grid, in distances between the eyes. */
const STEP = 1 / 15;
/** No part of the face shrinks to less than this share of its area. */
const LEAST_AREA = 0.4;
const SHARES = [1, 0.75, 0.5, 0.25];

/**
 * The warp for a wish, without folds: where the whole of it would crush a part of the face, less of it is done, or
 * nothing. That takes a mesh that does not fit its face.
 */
export function planReshape(landmarks: FaceLandmarks, { smile, yawRad }: Wish): Reshape {
  const eyesPx = eyeDistancePx(landmarks);
  const fields: ReachedField[] = [];
  // The smile is that of the photo's own head; then the head is turned.
  if (yawRad !== 0)
    fields.push({
      field: fitRadialField(turnPulls(landmarks, yawRad), BUMPS.turn * eyesPx),
      reach: reachOf(landmarks, REACH.turn),
    });
  if (smile > 0)
    fields.push({
      field: fitRadialField(smilePulls(landmarks, smile), BUMPS.smile * eyesPx),
      reach: reachOf(landmarks, REACH.smile),
    });
  const whole = layGrid(fields, STEP * eyesPx);
  for (const share of SHARES) {
    const grid = weakened(whole, share);
    if (leastArea(grid) >= LEAST_AREA) return { grid, share };
  }
  return { grid: weakened(whole, 0), share: 0 };
}

function reachOf(landmarks: FaceLandmarks, { wide, high, lower }: typeof REACH.smile): Reach {
  const { x, y, width, height } = landmarkBox(landmarks);
  return {
    x: x + width / 2,
    y: y + (0.5 + lower) * height,
    radiusX: (wide * width) / 2,
    radiusY: (high * height) / 2,
  };
}
