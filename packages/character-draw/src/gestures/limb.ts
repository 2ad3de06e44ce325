import { polygonPath, TAPER, type PathData, type Point2, type WidthProfile } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import type { Tones } from '../looks/vector/tones.js';

/** Joints of an arm on the canvas. */
export interface ArmJoints {
  readonly shoulder: Point2;
  readonly elbow: Point2;
  readonly wrist: Point2;
}

/** An upper or a lower arm on the canvas. */
export interface Limb {
  readonly centre: readonly Point2[];
  readonly width: WidthProfile;
  readonly path: PathData;
}

/** Points of the centre line of a limb. */
export const STEPS = 26;

/** The lower third of a limb lies in the shade, and a light runs along the other side. */
export function drawLimbShade(
  scene: Scene,
  { centre, width }: Limb,
  tones: Tones,
  shade: number,
  isRoot: boolean,
): void {
  const offset = (share: (t: number) => number, start = 0) =>
    centre.slice(start).map(([x, y], k): Point2 => {
      const i = k + start;
      const before = centre[Math.max(0, i - 1)];
      const after = centre[Math.min(STEPS - 1, i + 1)];
      const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
      const size = width(i / (STEPS - 1)) * share(i / (STEPS - 1)) * shade;
      return [x - ((after[1] - before[1]) / length) * size, y + ((after[0] - before[0]) / length) * size];
    });
  const start = isRoot ? 6 : 0;
  const inner = (t: number) => (isRoot ? Math.max(0.3, 1.2 - (t - start / STEPS) * 3.4) : 0.3);
  scene.fill(polygonPath([...offset(() => 1.25, start), ...offset(inner, start).reverse()]), tones.shadow, {
    opacity: 0.88,
  });
  scene.stroke(
    offset(() => -0.6, 4).filter((_, i) => i % 4 === 0),
    5.5,
    tones.light,
    { opacity: 0.7 },
  );
}

/** Folds gather in the bend and spread from it. */
export function drawSleeveFolds(
  scene: Scene,
  limbs: readonly Limb[],
  tones: Tones,
  { shoulder, elbow, wrist }: ArmJoints,
): void {
  const scale = scene.rig.view.scale;
  // Where the bend is sharp the cloth is caught on its inner side.
  const inX = (shoulder[0] + wrist[0]) / 2 - elbow[0];
  const inY = (shoulder[1] + wrist[1]) / 2 - elbow[1];
  const reach = Math.hypot(inX, inY) || 1;
  const inner: Point2 = [elbow[0] + (inX / reach) * 0.34 * scale, elbow[1] + (inY / reach) * 0.34 * scale];
  const spread = (angle: number, length: number): Point2[] => {
    const base = Math.atan2(-inY, -inX) + angle;
    const end: Point2 = [
      inner[0] + Math.cos(base) * length * scale,
      inner[1] + Math.sin(base) * length * scale,
    ];
    const bend: Point2 = [
      (inner[0] + end[0]) / 2 + Math.sin(base) * 0.05 * scale,
      (inner[1] + end[1]) / 2 - Math.cos(base) * 0.05 * scale,
    ];
    return [inner, bend, end];
  };
  const isBent = reach > 0.25 * scale;
  if (isBent) {
    for (const [angle, length, width] of [
      [-1.05, 0.44, 11],
      [-0.35, 0.3, 8],
      [0.5, 0.34, 10],
      [1.15, 0.42, 9],
    ])
      scene.stroke(spread(angle, length), width, tones.shadow, { taper: TAPER.fold });
    for (const [angle, length] of [
      [-0.7, 0.3],
      [0.85, 0.32],
    ])
      scene.stroke(spread(angle, length), 2.6, scene.ifInked(tones.line, tones.deep), {
        taper: 'out',
        opacity: 0.8,
      });
  }
  if (!isBent) return;
  for (const { centre, width } of limbs) {
    const i = 20;
    const [x, y] = centre[i];
    const [nx, ny] = centre[i + 3];
    const length = Math.hypot(nx - x, ny - y) || 1;
    const half = width(i / STEPS);
    const [ux, uy] = [(nx - x) / length, (ny - y) / length];
    scene.stroke(
      [
        [x - uy * half, y + ux * half],
        [x - uy * half * 0.3 + ux * 5, y + ux * half * 0.3 + uy * 5],
        [x + uy * half * 0.3 + ux * 14, y - ux * half * 0.3 + uy * 14],
      ],
      8,
      tones.shadow,
      { taper: TAPER.fold },
    );
  }
}

/** Skin folds on the inside of the bend, and over the point of the elbow. */
export function drawElbowCrease(scene: Scene, tones: Tones, { shoulder, elbow, wrist }: ArmJoints): void {
  const scale = scene.rig.view.scale;
  const inX = (shoulder[0] + wrist[0]) / 2 - elbow[0];
  const inY = (shoulder[1] + wrist[1]) / 2 - elbow[1];
  const reach = Math.hypot(inX, inY) || 1;
  const [ux, uy] = [inX / reach, inY / reach];
  const at = (along: number, side: number): Point2 => [
    elbow[0] + (ux * along - uy * side) * scale,
    elbow[1] + (uy * along + ux * side) * scale,
  ];
  scene.stroke([at(0.26, -0.08), at(0.14, 0.01), at(0.24, 0.08)], 2.4, tones.line, { opacity: 0.6 });
  scene.stroke([at(-0.14, -0.09), at(-0.19, 0), at(-0.14, 0.09)], 2, tones.line, { opacity: 0.4 });
}
