import type { EyeDesign } from '@avatar/character';

/** A point in eye coordinates: u from -1 at the inner corner to 1 at the outer, v in heights of the lid above or below. */
export type EyePoint = readonly [u: number, v: number];

/** The curves of one kind of eye. */
export interface EyeCurves {
  readonly upper: readonly EyePoint[];
  readonly lower: readonly EyePoint[];
  readonly crease: readonly EyePoint[];
  /** Factors of height, width and iris. */
  readonly height: number;
  readonly width: number;
  readonly iris: number;
  /** Direction of the outermost lash. */
  readonly flick: EyePoint;
  readonly isHeavy?: boolean;
  readonly hasFold?: boolean;
}

export const EYE_CURVES: Readonly<Record<EyeDesign, EyeCurves>> = {
  round: {
    upper: [
      [-1, 0.2],
      [-0.9, -0.36],
      [-0.5, -0.9],
      [0.06, -1.05],
      [0.58, -0.86],
      [0.93, -0.3],
      [1.04, 0.1],
    ],
    lower: [
      [1, 0.16],
      [0.8, 0.62],
      [0.34, 0.98],
      [-0.22, 1],
      [-0.7, 0.78],
      [-1, 0.2],
    ],
    crease: [
      [-0.86, -0.66],
      [-0.4, -1.3],
      [0.14, -1.5],
      [0.66, -1.26],
      [1.02, -0.64],
    ],
    height: 1.03,
    width: 0.98,
    iris: 1.02,
    flick: [0.1, -0.05],
  },
  sharp: {
    upper: [
      [-1, 0.24],
      [-0.86, -0.28],
      [-0.45, -0.8],
      [0.05, -0.98],
      [0.57, -0.9],
      [0.98, -0.5],
      [1.12, -0.22],
    ],
    lower: [
      [1.06, -0.18],
      [0.84, 0.42],
      [0.38, 0.86],
      [-0.2, 0.94],
      [-0.74, 0.76],
      [-1, 0.24],
    ],
    crease: [
      [-0.66, -0.66],
      [-0.2, -1.16],
      [0.3, -1.3],
      [0.8, -1.1],
      [1.2, -0.62],
    ],
    height: 0.93,
    width: 1.02,
    iris: 1,
    flick: [0.16, -0.14],
  },
  sleepy: {
    upper: [
      [-1.02, 0.3],
      [-0.84, -0.24],
      [-0.42, -0.62],
      [0.1, -0.7],
      [0.6, -0.58],
      [0.97, -0.12],
      [1.08, 0.26],
    ],
    lower: [
      [1.04, 0.32],
      [0.8, 0.76],
      [0.32, 1.02],
      [-0.24, 1.02],
      [-0.72, 0.74],
      [-1.02, 0.3],
    ],
    crease: [
      [-0.92, -0.5],
      [-0.46, -0.98],
      [0.1, -1.1],
      [0.62, -0.98],
      [1.08, -0.34],
    ],
    height: 0.97,
    width: 1.03,
    iris: 0.98,
    flick: [0.12, 0.08],
    isHeavy: true,
  },
  gentle: {
    upper: [
      [-1, 0.32],
      [-0.84, -0.3],
      [-0.42, -0.8],
      [0.1, -0.9],
      [0.6, -0.62],
      [0.94, -0.02],
      [1.04, 0.42],
    ],
    lower: [
      [1.02, 0.42],
      [0.78, 0.8],
      [0.3, 0.98],
      [-0.24, 0.96],
      [-0.7, 0.72],
      [-1, 0.32],
    ],
    crease: [
      [-0.8, -0.66],
      [-0.3, -1.24],
      [0.28, -1.3],
      [0.86, -0.66],
      [1.2, 0.2],
    ],
    height: 0.9,
    width: 0.97,
    iris: 0.94,
    flick: [0.08, 0.1],
    hasFold: true,
  },
};
