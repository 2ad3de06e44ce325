import { clamp, mix, smoothstep } from '@avatar/image';
import { knotCurve, sample2, type Point2, type Point3 } from '@avatar/vector';
import type { Person } from './person.js';
import type { Proportions } from './proportions.js';

/** Above 2 the face is flatter in front than an ellipse. */
const EXPONENT = 2.3;
const CHIN_Y = 1.41;

/**
 * The head as a stack of horizontal superellipse sections. Head space: x to the viewer's right, y down, z to the viewer; one
 * unit is half the width of a typical face. Crown -1.5, brows -0.3, eyes 0.12, base of the nose 0.6, mouth 0.94, chin 1.41.
 */
export interface HeadSections {
  readonly chinY: number;
  /** Factor of the width of the whole head. */
  readonly width: number;
  /** Half the width at a height. */
  readonly halfWidth: (y: number) => number;
  /** Depth of the face in the middle. */
  readonly front: (y: number) => number;
  /** Depth of the back of the head. */
  readonly back: (y: number) => number;
  /** Depth of the widest point. */
  readonly middle: (y: number) => number;
  /** A point of the section; azimuth 0 is in front, positive to the viewer's right. */
  readonly section: (y: number, azimuthRad: number) => Point3;
  /** Depth of the face surface over a point. */
  readonly surface: (x: number, y: number) => number;
}

/** What the measures of a face move, each from its value at 0 to its value at 1. */
function measures(person: Person, proportions: Proportions) {
  const { face, body } = person.character;
  const span = (low: number, high: number, value: number) =>
    mix(low, high, 0.5 + (value - 0.5) * proportions.variety);
  const weight = body.build - 0.5;
  // With the years cheeks sink towards the jaw.
  const sunken = clamp((person.age - 0.25) / 0.75);
  return {
    sunken,
    width: span(0.915, 1.085, face.width) + 0.03 * weight,
    jaw: span(-0.1, 0.135, face.jaw) + 0.05 * Math.max(0, weight),
    chin: span(-0.06, 0.085, face.chin) + proportions.chin,
    cheeks: span(-0.04, 0.045, face.cheeks) + 0.05 * weight,
    chinY: CHIN_Y + span(-0.12, 0.12, face.length) + proportions.length,
  };
}

/** Right half of the outline of the face, from the crown to the chin. */
function outlineOf(m: ReturnType<typeof measures>, proportions: Proportions): Point2[] {
  const { jaw: J, chin: C, cheeks: K, sunken: S } = m;
  const { cheek, jaw } = proportions;
  const skull = [0, 0.18, 0.4, 0.65, 0.92, 1.2].map((t): Point2 => [1.01 * Math.sin(t), -0.5 - Math.cos(t)]);
  const face: Point2[] = [
    [1.01, -0.5],
    [0.995, -0.1],
    [0.965 + K * 0.5, 0.2],
    [0.915 + K - 0.02 * S + cheek * 0.8, 0.5],
    [0.835 + K * 0.8 + J * 0.55 + cheek + jaw * 0.5, 0.77],
    [0.69 + J + 0.02 * S + jaw, 1],
    [0.49 + J * 0.95 + C * 0.7 + 0.05 * S + jaw, 1.2],
    [0.29 + J * 0.5 + C + 0.03 * S + jaw * 0.5, 1.34],
    [0.14 + C * 0.9, 1.397],
    [0.04, 1.409],
    [0, CHIN_Y],
  ];
  const stretch = (y: number) => (y > 0 ? (y * m.chinY) / CHIN_Y : y);
  return sample2(
    [...skull, ...face].map(([x, y]): Point2 => [Math.max(0, x) * m.width, stretch(y)]),
    10,
  );
}

function widthAt(outline: readonly Point2[]): (y: number) => number {
  return (y) => {
    if (y <= outline[0][1]) return 0;
    for (let i = 1; i < outline.length; i++)
      if (y <= outline[i][1]) {
        const [x0, y0] = outline[i - 1];
        const [x1, y1] = outline[i];
        return mix(x0, x1, (y - y0) / (y1 - y0 || 1));
      }
    return 0;
  };
}

export function headSections(person: Person, proportions: Proportions): HeadSections {
  const m = measures(person, proportions);
  const halfWidth = widthAt(outlineOf(m, proportions));
  const c = m.chinY;
  const face = knotCurve(
    [-1.5, -1.25, -0.85, -0.35, 0.06, 0.4, 0.66, 0.92, 1.15, (1.3 * c) / CHIN_Y, c],
    [-0.05, 0.55, 0.86, 1, 0.95, 0.99, 1, 1.02, 0.98, 0.97, 0.84],
  );
  const dome = (y: number) => -0.05 + 1.05 * Math.sqrt(Math.max(0, 1 - Math.min(0, y + 0.5) ** 2));
  const front = (y: number) =>
    y < -0.7 ? dome(y) : y > -0.34 ? face(y) : mix(dome(y), face(y), smoothstep(-0.7, -0.34, y));
  const back = knotCurve(
    [-1.5, -1.2, -0.9, -0.5, -0.1, 0.25, 0.5, 0.72, 0.95, c],
    [-0.05, -0.76, -1.02, -1.16, -1.15, -1.03, -0.86, -0.6, -0.1, 0.82],
  );
  const middle = knotCurve([-1.5, -0.5, 0.5, 0.95, 1.2, c], [-0.05, 0, 0, 0.16, 0.5, 0.83]);
  const relief = knotCurve([-0.7, -0.3, 0.02, 0.36, 0.75, 1, 1.2], [0, 0.035, -0.045, 0.05, 0, 0, 0]);

  const section = (y: number, azimuthRad: number): Point3 => {
    const sin = Math.sin(azimuthRad);
    const cos = Math.cos(azimuthRad);
    const m0 = middle(y);
    const side = Math.min(Math.abs(azimuthRad), Math.PI / 2);
    const bump = proportions.relief * relief(y) * Math.sin(2 * side) ** 2;
    const x = Math.sign(sin) * halfWidth(y) * Math.abs(sin) ** (2 / EXPONENT);
    const z =
      cos > 0 ? m0 + (front(y) - m0) * cos ** (2 / EXPONENT) : m0 - (m0 - back(y)) * (-cos) ** (2 / EXPONENT);
    return [x * (1 + bump), y, z + (cos > 0 ? bump * z : 0)];
  };
  const surface = (x: number, y: number): number => {
    const share = clamp(Math.abs(x) / (halfWidth(y) || 0.01), 0, 0.999);
    const m0 = middle(y);
    return m0 + (front(y) - m0) * (1 - share ** EXPONENT) ** (1 / EXPONENT);
  };
  return { chinY: c, width: m.width, halfWidth, front, back, middle, section, surface };
}
