import type { EyeShape } from '@avatar/character-draw';
import { clamp, smoothstep } from '@avatar/image';
import { bothSides, STILL, type Displacement, type FacePoint, type Move, type Moves } from './move.js';

/** How far both lids go: 1 to where they meet; below 0 apart. */
interface LidPose {
  readonly upper: number;
  readonly lower: number;
}

/** Where shut lids meet, from the upper edge of the opening to the lower. */
const MEETING = 0.76;
/** How far above and below their edges lids stretch, head units. */
const UPPER_REACH = 0.21;
const LOWER_REACH = 0.17;
/** The rim of a lid keeps its shape up to here. */
const RIM = 0.035;
/** How far lashes of a shut eye stand out. */
const LASH_LIFT = 0.03;
/** Radius of the lids, in radii of the ball; and what a shut lid stands out more, so that half shut ones do not cut the ball. */
const LID = 1.1;
const BULGE = 0.09;

const POSES: Readonly<Record<string, LidPose>> = {
  eyeBlink: { upper: 1, lower: 1 },
  eyeWide: { upper: -0.22, lower: -0.12 },
  eyeSquint: { upper: 0.22, lower: 1.5 },
  eyeLookDown: { upper: 0.42, lower: -0.25 },
  eyeLookUp: { upper: -0.14, lower: 0.2 },
};

/** Targets of the lids. @param isLash the point hangs on the upper lid instead of being part of it */
export function lidMoves(eye: EyeShape, isLash = false): Moves {
  const names = Object.keys(POSES);
  return Object.assign(
    {},
    ...names.map((name) =>
      bothSides(
        name,
        (side): Move =>
          (p) =>
            p.x * side > 0 ? lidMove(eye, p, POSES[name], isLash) : STILL,
      ),
    ),
  ) as Moves;
}

function lidMove(eye: EyeShape, { x, y, z }: FacePoint, pose: LidPose, isLash: boolean): Displacement {
  const [ex, ey, ez] = eye.centre;
  const out = Math.abs(x) - ex;
  const down = y - ey;
  if (z < ez - 0.14 || Math.abs(out) > eye.half * 1.6 || Math.abs(down) > eye.ball * 1.8) return STILL;
  const upper = eye.upper(out);
  const lower = eye.lower(out);
  const meeting = upper + (lower - upper) * MEETING;
  const within = isLash ? 1 : smoothstep(1.4, 1.02, Math.abs(out) / eye.half);
  const isUpper = isLash || down < (upper + lower) / 2;
  const beyond = isUpper ? upper - down : down - lower;
  const near = isLash ? 1 : clamp(1 - (beyond - RIM) / (isUpper ? UPPER_REACH : LOWER_REACH)) ** 2;
  const amount = isUpper ? pose.upper : pose.lower;
  const weight = near * within;
  if (weight < 1e-3) return STILL;
  let dy = weight * amount * (isUpper ? meeting - upper : meeting - lower);
  // Lashes of a shut eye point down.
  if (isLash && amount > 0) dy += beyond * 1.5 * amount;
  const before = onBall(eye.ball * LID, out, down);
  const after = onBall(eye.ball * (LID + BULGE * Math.max(0, amount)), out, down + dy);
  return [0, dy, weight * (after - before) + (isLash ? LASH_LIFT * Math.max(0, amount) : 0)];
}

function onBall(radius: number, out: number, down: number): number {
  const flat = Math.min(0.96, (out * out + down * down) / (radius * radius));
  return radius * Math.sqrt(1 - flat);
}
