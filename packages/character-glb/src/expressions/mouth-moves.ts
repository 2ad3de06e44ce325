import type { FaceFrame } from './face-frame.js';
import { bothSides, STILL, type Displacement, type FacePoint, type Move, type Moves } from './move.js';

/** The hinge of the jaw: height and depth. */
const HINGE = { y: 0.3, z: -0.1 };
/** How far the jaw opens, radians. */
const JAW_OPEN = 0.2;

/** A turn of the jaw by a share. */
export function openJaw({ x, y, z }: FacePoint, share: number): Displacement {
  if (share < 1e-4) return STILL;
  const sine = Math.sin(JAW_OPEN * share);
  const cosine = Math.cos(JAW_OPEN * share) - 1;
  const down = y - HINGE.y;
  const ahead = z - HINGE.z;
  const narrower = y > 0.4 ? -x * 0.05 * share * Math.min(1, (y - 0.4) / 0.5) : 0;
  return [
    narrower,
    down * cosine + ahead * sine + 0.045 * share,
    ahead * cosine - down * sine + 0.05 * share,
  ];
}

/** Targets of jaw and mouth. */
export function mouthMoves(frame: FaceFrame): Moves {
  const { mouthY, half } = frame;
  const lower = (p: FacePoint): boolean => p.lip > 0 || (p.lip === 0 && p.y >= mouthY);
  const corner = (p: FacePoint, side: number, out = 1.02): number =>
    frame.around(p, [frame.shift + side * half * out, mouthY], [0.24, 0.22]);
  const beside = (p: FacePoint, side: number): number =>
    1 / (1 + Math.exp((-side * (p.x - frame.shift)) / (half * 0.22)));
  const between = (p: FacePoint): number => Math.max(0, 1 - ((p.x - frame.shift) / half) ** 2);
  const sideways =
    (dx: number): Move =>
    (p) =>
      frame.slide(p, dx * frame.lips(p, 1.35), 0);
  return {
    jawOpen: (p) => openJaw(p, frame.jaw(p)),
    jawForward: (p) => [0, 0, 0.08 * frame.jaw(p)],
    jawLeft: (p) => [0.09 * frame.jaw(p), 0, 0],
    jawRight: (p) => [-0.09 * frame.jaw(p), 0, 0],
    // Undoes on the lips what `jawOpen` does to them.
    mouthClose: (p) => {
      const [dx, dy, dz] = openJaw(p, frame.jaw(p));
      const share = lower(p) ? -frame.around(p, [frame.shift, mouthY + 0.02], [half * 1.25, 0.24]) : 0;
      return [dx * share, dy * share, dz * share];
    },
    mouthFunnel: (p) => {
      const k = frame.lips(p, 1.35);
      const opens = k * Math.max(0.15, between(p)) * (lower(p) ? 0.075 : -0.035);
      return frame.slide(p, -(p.x - frame.shift) * 0.34 * k, opens, 0.07 * k);
    },
    mouthPucker: (p) => {
      const k = frame.lips(p, 1.35);
      return frame.slide(p, -(p.x - frame.shift) * 0.42 * k, (p.y - mouthY) * 0.12 * k, 0.085 * k);
    },
    mouthLeft: sideways(0.1),
    mouthRight: sideways(-0.1),
    ...bothSides('mouthSmile', (side) => (p) => {
      const k = corner(p, side);
      const cheek = frame.around(p, [side * 0.56, 0.56], [0.22, 0.2]);
      const [dx, dy, dz] = frame.slide(p, side * 0.085 * k, -0.105 * k - 0.035 * cheek);
      return [dx, dy, dz - 0.02 * k + 0.04 * cheek];
    }),
    ...bothSides('mouthFrown', (side) => (p) => {
      const k = frame.around(p, [frame.shift + side * half, mouthY + 0.03], [0.18, 0.16]);
      return frame.slide(p, side * 0.01 * k, 0.085 * k);
    }),
    ...bothSides('mouthDimple', (side) => (p) => {
      const k = frame.around(p, [frame.shift + side * half * 1.08, mouthY], [0.14, 0.13]);
      return frame.slide(p, side * 0.05 * k, -0.01 * k, -0.045 * k);
    }),
    ...bothSides('mouthStretch', (side) => (p) => {
      const k = frame.around(p, [frame.shift + side * half, mouthY], [0.22, 0.18]);
      return frame.slide(p, side * 0.09 * k, 0.03 * k);
    }),
    mouthRollLower: (p) => {
      const k = lower(p) ? frame.around(p, [frame.shift, mouthY + 0.05], [half, 0.1]) : 0;
      return [0, -0.03 * k, -0.06 * k];
    },
    mouthRollUpper: (p) => {
      const k = lower(p) ? 0 : frame.around(p, [frame.shift, mouthY - 0.04], [half, 0.085]);
      return [0, 0.022 * k, -0.055 * k];
    },
    mouthShrugLower: (p) => {
      const k = frame.around(p, [frame.shift, mouthY + 0.12], [half * 1.1, 0.24]);
      return frame.slide(p, 0, -0.055 * k, 0.02 * k);
    },
    mouthShrugUpper: (p) => {
      const k = frame.around(p, [frame.shift, mouthY - 0.04], [half, 0.13]);
      return frame.slide(p, 0, -0.035 * k, 0.025 * k);
    },
    ...bothSides('mouthPress', (side) => (p) => {
      const k = frame.lips(p) * beside(p, side);
      return [0, (mouthY - p.y) * 0.22 * k, -0.022 * k];
    }),
    ...bothSides('mouthLowerDown', (side) => (p) => {
      const k = lower(p) ? frame.lips(p, 1.15) * beside(p, side) * between(p) : 0;
      return frame.slide(p, 0, 0.085 * k);
    }),
    ...bothSides('mouthUpperUp', (side) => (p) => {
      const k = lower(p) ? 0 : frame.lips(p, 1.15) * beside(p, side) * between(p);
      return frame.slide(p, 0, -0.07 * k, 0.01 * k);
    }),
  };
}
