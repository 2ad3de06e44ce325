import type { EyeDesign } from '@avatar/character';
import { sample2, type Point2 } from '@avatar/vector';
import type { Rig } from '../../../rig/index.js';
import { clamp, mix, type Vec3 } from '../render/maths.js';

/** Both eyes in head space; they mirror each other, so x is given as the distance from the middle. */
export interface EyeShape {
  /** Centre of the ball, at the viewer's right. */
  readonly centre: Vec3;
  /** Radius of the ball. */
  readonly ball: number;
  /** Half the width of the opening. */
  readonly half: number;
  /** How lid edges run: height over the centre at a distance outwards from it. Below the other one where the eye is shut. */
  upper(outwards: number): number;
  lower(outwards: number): number;
  /** Ends of the opening, outwards from the centre. */
  readonly inner: number;
  readonly outer: number;
  /** Upper and lower edge as points (outwards, height), from the inner to the outer corner. */
  readonly upperEdge: readonly Point2[];
  readonly lowerEdge: readonly Point2[];
  /** Height of the fold over the upper edge, 0 for none. */
  readonly fold: number;
  /** Weight of skin over the lid, 0 to 1. */
  readonly hood: number;
  readonly closed: boolean;
  /** How far the upper lid has come down, 0 to 1. */
  readonly closing: number;
  /** Sine of the angle that the iris takes. */
  readonly iris: number;
}

type Knots = readonly (readonly [number, number])[];
/** Upper edge by design: u -1 inner to 1 outer, v in heights. */
const UPPER: Readonly<Record<EyeDesign, Knots>> = {
  round: [
    [-1.02, 0.22],
    [-0.88, -0.38],
    [-0.48, -0.9],
    [0.06, -1.04],
    [0.56, -0.86],
    [0.92, -0.3],
    [1.05, 0.1],
  ],
  sharp: [
    [-1.05, 0.34],
    [-0.86, -0.12],
    [-0.42, -0.66],
    [0.14, -0.96],
    [0.66, -0.94],
    [0.98, -0.5],
    [1.1, -0.16],
  ],
  sleepy: [
    [-1.02, 0.2],
    [-0.86, -0.36],
    [-0.46, -0.74],
    [0.04, -0.8],
    [0.54, -0.7],
    [0.92, -0.28],
    [1.06, 0.12],
  ],
  gentle: [
    [-1.02, 0.12],
    [-0.86, -0.5],
    [-0.46, -0.96],
    [0.02, -1.0],
    [0.54, -0.74],
    [0.94, -0.14],
    [1.08, 0.26],
  ],
};
const SINGLE: Knots = [
  [-1.04, 0.32],
  [-0.86, -0.14],
  [-0.42, -0.68],
  [0.12, -0.9],
  [0.62, -0.78],
  [0.96, -0.28],
  [1.08, 0.04],
];
const LOWER: Readonly<Record<EyeDesign, Knots>> = {
  round: [
    [-1.02, 0.22],
    [-0.7, 0.8],
    [-0.22, 1],
    [0.34, 0.96],
    [0.82, 0.56],
    [1.05, 0.1],
  ],
  sharp: [
    [-1.05, 0.34],
    [-0.7, 0.72],
    [-0.2, 0.86],
    [0.36, 0.74],
    [0.82, 0.34],
    [1.1, -0.16],
  ],
  sleepy: [
    [-1.02, 0.2],
    [-0.7, 0.72],
    [-0.2, 0.94],
    [0.36, 0.92],
    [0.82, 0.58],
    [1.06, 0.12],
  ],
  gentle: [
    [-1.02, 0.12],
    [-0.7, 0.7],
    [-0.22, 0.94],
    [0.34, 1.0],
    [0.82, 0.72],
    [1.08, 0.26],
  ],
};

export function eyeShapeOf(rig: Rig): EyeShape {
  const { person, proportions, head } = rig;
  const { eyes } = person.character;
  const { expression, age, masculine } = person;
  const feminine = clamp((eyes.lashes - 0.3) / 0.5);
  const size = mix(0.82, 1.16, eyes.size) * proportions.eyeSize * (1 - 0.11 * age);
  const ball = 0.325 * Math.sqrt(proportions.eyeSize / 1.36) * mix(0.92, 1.08, eyes.size);
  const half = Math.min(0.265 * size ** 0.8, ball * 0.9);
  const lidFactor = eyes.lid === 'single' ? 0.9 : eyes.lid === 'hooded' ? 0.92 : 1;
  const upperHeight =
    Math.min(0.162 * size * proportions.eyeAspect * mix(0.93, 1.04, feminine) * lidFactor, ball * 0.78) *
    clamp(expression.lid, 0, 1.2);
  const lowerHeight =
    Math.min(0.112 * size * proportions.eyeAspect * mix(0.9, 1.04, feminine), ball * 0.62) *
    (1 - expression.cheek * 0.3);
  const tilt = mix(0.1, -0.12, eyes.tilt) - (eyes.lid === 'single' ? 0.02 : 0) + 0.035 * age;
  const x = mix(0.4, 0.5, eyes.spacing) + 0.02 * (proportions.eyeSize - 1.2);
  const y = proportions.eyeY;
  const place = (knots: Knots, height: number): Point2[] =>
    sample2(
      knots.map(([u, v]): Point2 => [u * half, (v < 0 ? v * upperHeight : v * height) + tilt * u * half]),
      6,
    );
  const openUpper = place(
    eyes.lid === 'single' && eyes.design !== 'sharp' ? SINGLE : UPPER[eyes.design],
    lowerHeight,
  );
  const openLower = place(LOWER[eyes.design], lowerHeight);
  const { closing, arc } = expression;
  const openLowerAt = heightTable(openLower);
  const shutAt = (outwards: number) => mix(openLowerAt(outwards), laughingHeight(outwards / half), arc);
  const closedBy = (edge: Point2[], share: number): Point2[] =>
    share === 0 ? edge : edge.map(([outwards, h]) => [outwards, mix(h, shutAt(outwards), share)]);
  const upperEdge = closedBy(openUpper, closing);
  const lowerEdge = closedBy(openLower, closing * arc);
  const closed = expression.lid <= 0.05;
  return {
    centre: [x, y, head.surface(x, y) - ball * 0.64],
    ball,
    half,
    upper: heightTable(upperEdge),
    lower: heightTable(lowerEdge),
    inner: upperEdge[0][0],
    outer: upperEdge[upperEdge.length - 1][0],
    upperEdge,
    lowerEdge,
    fold: eyes.lid === 'double' ? mix(0.055, 0.085, feminine) : eyes.lid === 'hooded' ? 0.035 : 0,
    hood: (eyes.lid === 'hooded' ? 0.8 : eyes.lid === 'single' ? 0.55 : 0) + 0.25 * age + 0.12 * masculine,
    closed,
    closing,
    iris: clamp((0.155 * size ** 0.72 * proportions.irisSize) / ball, 0.4, 0.7),
  };
}

/** Where laughing eyes are shut, over the centre; u from -1 to 1. */
export const laughingHeight = (u: number): number => 0.06 - 0.13 * (1 - u * u);

/** Heights of an edge at even distances outwards. */
function heightTable(edge: readonly Point2[]): (outwards: number) => number {
  const first = edge[0][0];
  const last = edge[edge.length - 1][0];
  const count = 64;
  const table = new Float64Array(count + 2);
  let k = 0;
  for (let i = 0; i <= count; i++) {
    const at = mix(first, last, i / count);
    while (k < edge.length - 2 && edge[k + 1][0] < at) k++;
    const [x0, y0] = edge[k];
    const [x1, y1] = edge[k + 1];
    table[i] = mix(y0, y1, clamp((at - x0) / (x1 - x0 || 1)));
  }
  table[count + 1] = table[count];
  const scale = count / (last - first);
  return (outwards) => {
    const at = clamp((outwards - first) * scale, 0, count);
    const i = at | 0;
    return table[i] + (table[i + 1] - table[i]) * (at - i);
  };
}
