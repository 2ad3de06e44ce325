import { clamp, mix } from '@avatar/image';
import { sample3, type Point2, type Point3 } from '@avatar/vector';
import type { Rig } from '../rig/rig.js';
import type { HairCap } from './lock.js';

/** The hairline on the head surface, from the viewer's right to the left. */
export function hairline(
  rig: Rig,
  { hairlineY: y, recession, sideburnY }: Pick<HairCap, 'hairlineY' | 'recession' | 'sideburnY'>,
): Point3[] {
  const on = (x: number, py: number): Point3 => [x, py, rig.head.surface(x * 0.98, py) + 0.015];
  const half: Point3[] = [
    [0.985, sideburnY, -0.12],
    on(0.9, sideburnY - 0.02),
    on(0.9, -0.05),
    on(0.83, -0.35),
    on(mix(0.7, 0.66, recession), mix(Math.max(-0.62, y + 0.22), -0.98, recession)),
    on(0.46, mix(y + 0.06, y - 0.34, recession)),
    on(0.2, mix(y - 0.05, y - 0.14, recession)),
    on(0, mix(y - 0.07, y - 0.04, recession)),
  ];
  const mirror = half
    .slice(0, -1)
    .reverse()
    .map(([x, py, z]): Point3 => [-x, py, z]);
  return sample3([...half, ...mirror], 5);
}

const ARC = 34;

/** The cap on the canvas: the skull grown by its height, down to the hairline. */
export function capOutline(rig: Rig, cap: HairCap): Point2[] {
  const { yawRad: yaw } = rig.view;
  const ry = 1.13 + cap.lift * 1.1;
  const halfWidth = Math.hypot(
    (1.02 * rig.head.width + cap.lift) * Math.cos(yaw),
    (1.1 + cap.lift) * Math.sin(yaw),
  );
  const [cx, cy] = rig.turn([0, -0.42, -0.08]);
  const turned = clamp(Math.abs(yaw) / 0.35);
  const near = Math.PI / 2 + cap.nape * 0.9;
  const far = mix(near, 1.38, turned);
  const [left, right] = [yaw < 0 ? far : near, yaw > 0 ? far : near];
  const arc = Array.from({ length: ARC + 1 }, (_, i): Point2 => {
    const angle = mix(-left, right, i / ARC);
    const below = Math.max(0, Math.abs(angle) - Math.PI / 2);
    return rig.project([cx + Math.sin(angle) * halfWidth * (1 - below * 0.18), cy - Math.cos(angle) * ry]);
  });
  const line = hairline(rig, cap)
    .map((point) => ({ point, turned: rig.turn(point) }))
    .filter((p) => p.turned[2] > (p.point[0] * yaw > 0 ? mix(-0.28, 0.12, turned) : -0.9))
    .map((p) => rig.project(p.turned));
  return [...arc, ...line];
}
