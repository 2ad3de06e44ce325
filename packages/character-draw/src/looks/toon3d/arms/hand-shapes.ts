import type { Vec3 } from '../render/maths.js';

/** A finger as points in the hand's plane (x across, y along, towards the wrist positive; z out of it), and its radius. */
export interface Finger {
  readonly line: readonly (readonly [number, number, number])[];
  readonly width: number;
  /** Whether its nail faces the viewer. */
  readonly nail: boolean;
}

export interface HandShape {
  readonly fingers: readonly Finger[];
  readonly palm: readonly (readonly [
    readonly [number, number, number],
    readonly [number, number, number],
    number,
  ])[];
}

const finger = (width: number, nail: boolean, ...line: (readonly [number, number, number])[]): Finger => ({
  line,
  width,
  nail,
});

/** Palm to the viewer, fingers spread, thumb on the -x side. */
export const OPEN_HAND: HandShape = {
  fingers: [
    finger(0.08, false, [0.3, -0.46, 0], [0.41, -0.78, 0.02], [0.48, -1.03, 0.05]),
    finger(0.09, false, [0.12, -0.52, 0], [0.17, -0.93, 0.02], [0.19, -1.25, 0.05]),
    finger(0.094, false, [-0.07, -0.54, 0], [-0.09, -0.98, 0.02], [-0.1, -1.33, 0.05]),
    finger(0.09, false, [-0.26, -0.49, 0], [-0.34, -0.9, 0.02], [-0.4, -1.19, 0.05]),
    finger(0.1, false, [-0.16, 0, 0.03], [-0.44, -0.2, 0.09], [-0.6, -0.42, 0.11], [-0.69, -0.6, 0.1]),
  ],
  palm: [
    [[0.18, 0.06, 0], [0.27, -0.46, 0], 0.145],
    [[-0.1, 0.06, 0], [-0.2, -0.46, 0], 0.155],
    [[0.04, 0.14, 0], [0.04, -0.5, 0], 0.14],
    [[0, 0.38, 0], [0, 0, 0], 0.165],
    [[-0.12, 0.1, 0.06], [-0.24, -0.12, 0.07], 0.12],
  ],
};

/** Fingers bent over the other arm, back of the hand to the viewer. */
export const HOLDING_HAND: HandShape = {
  fingers: [
    finger(0.083, true, [0.1, -0.2, 0], [0.36, -0.24, 0.03], [0.6, -0.15, -0.08], [0.69, -0.02, -0.2]),
    finger(0.087, true, [0.12, -0.06, 0], [0.4, -0.08, 0.04], [0.65, 0.01, -0.07], [0.73, 0.13, -0.2]),
    finger(0.085, true, [0.1, 0.09, 0], [0.38, 0.09, 0.03], [0.6, 0.17, -0.07], [0.67, 0.28, -0.2]),
    finger(0.076, true, [0.08, 0.22, 0], [0.3, 0.25, 0.01], [0.48, 0.32, -0.09], [0.53, 0.4, -0.2]),
  ],
  palm: [
    [[-0.22, 0, 0], [0.1, -0.14, 0], 0.155],
    [[-0.22, 0.02, 0], [0.1, 0.12, 0], 0.145],
    [[-0.34, 0, 0], [-0.1, 0, 0], 0.165],
  ],
};

/** Thumb up, the other fingers closed, their nails hidden. */
export const THUMB_HAND: HandShape = {
  fingers: [
    finger(0.108, true, [0, -0.14, 0.02], [-0.02, -0.44, 0.04], [-0.07, -0.7, 0.03], [-0.06, -0.86, 0]),
    ...[0, 1, 2, 3].map((i) =>
      finger(
        0.084 - 0.004 * i,
        false,
        [0.24, -0.2 + i * 0.152, 0],
        [-0.02, -0.22 + i * 0.152, 0.165],
        [-0.25, -0.18 + i * 0.148, 0.12],
        [-0.2, -0.14 + i * 0.143, 0.02],
      ),
    ),
  ],
  palm: [
    [[0.1, -0.16, 0], [0.14, 0.26, 0], 0.2],
    [[-0.04, -0.14, 0], [0, 0.26, 0], 0.18],
  ],
};

/** A loose fist under the chin, the index finger laid along the cheek. */
export const THINKING_HAND: HandShape = {
  fingers: [
    finger(0.085, true, [-0.16, -0.4, 0.02], [-0.26, -0.74, 0.07], [-0.33, -1, 0.02]),
    finger(0.088, false, [-0.02, -0.4, 0.02], [-0.03, -0.5, 0.24], [0, -0.24, 0.3], [0.02, -0.12, 0.2]),
    finger(0.086, false, [0.14, -0.36, 0.02], [0.14, -0.45, 0.22], [0.15, -0.2, 0.28], [0.15, -0.1, 0.2]),
    finger(0.078, false, [0.28, -0.28, 0], [0.29, -0.36, 0.18], [0.28, -0.13, 0.24], [0.27, -0.05, 0.18]),
    finger(0.098, true, [-0.18, -0.02, 0.06], [-0.36, -0.24, 0.14], [-0.33, -0.5, 0.2], [-0.28, -0.62, 0.18]),
  ],
  palm: [
    [[0.18, 0.04, 0], [0.24, -0.3, 0], 0.14],
    [[-0.1, 0.06, 0], [-0.14, -0.36, 0], 0.15],
    [[0.04, 0.14, 0], [0.04, -0.34, 0], 0.14],
    [[0, 0.36, 0], [0, 0, 0], 0.165],
  ],
};

/** Hanging at the side: fingers together and slightly bent. */
export const RESTING_HAND: HandShape = {
  fingers: [
    finger(0.075, true, [0.2, 0.4, 0], [0.22, 0.62, 0.05], [0.2, 0.8, 0.12]),
    finger(0.083, true, [0.07, 0.44, 0], [0.08, 0.72, 0.05], [0.06, 0.95, 0.14]),
    finger(0.085, true, [-0.06, 0.44, 0.01], [-0.07, 0.74, 0.06], [-0.08, 0.98, 0.14]),
    finger(0.082, true, [-0.19, 0.4, 0.02], [-0.2, 0.66, 0.08], [-0.19, 0.88, 0.15]),
    finger(0.092, true, [-0.14, 0.06, 0.06], [-0.3, 0.26, 0.14], [-0.33, 0.46, 0.18], [-0.3, 0.58, 0.2]),
  ],
  palm: [
    [[0.12, 0.06, 0], [0.17, 0.38, 0], 0.13],
    [[-0.08, 0.06, 0], [-0.13, 0.4, 0.01], 0.14],
    [[0, -0.2, 0], [0, 0.1, 0], 0.15],
  ],
};

/** Where a hand is. */
export interface HandPlace {
  readonly at: Vec3;
  /** Axes of the hand: across and along. */
  readonly across: Vec3;
  readonly lengthwise: Vec3;
  readonly size?: number;
}
