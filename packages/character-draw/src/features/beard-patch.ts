import { clamp, mix } from '@avatar/image';
import { polygonPath, sample2, splinePath, type PathData, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { mouthGeometry } from './mouth-shape.js';

export interface BeardPatch {
  readonly path: PathData;
  /** The edge towards the face, where single hairs begin. */
  readonly edge: readonly Point2[];
}

/** Height where sideburns become beard. */
const TOP = 0.12;

/** The skin that is covered: along the jaw, around the mouth. @param grow how far it stands out, in head units */
export function beardPatch(scene: Scene, grow: number): BeardPatch {
  return scene.character.facial_hair.style === 'goatee' ? goatee(scene) : fullPatch(scene, grow);
}

function goatee({ rig }: Scene): BeardPatch {
  const { halfWidth: w, y } = mouthGeometry(rig);
  const { chinY } = rig.head;
  const around = Array.from({ length: 21 }, (_, i) => {
    const angle = (i / 20) * Math.PI;
    const x = Math.cos(angle) * (w + 0.1) * (1 - 0.3 * Math.sin(angle) ** 4);
    return rig.onFace(x, Math.min(y + Math.sin(angle) * 0.62 - 0.02, chinY - 0.03), 0.01);
  });
  around[10] = rig.at(0, chinY - 0.01, 0.8);
  const inner = [
    rig.onFace(-w * 0.8, y + 0.02),
    rig.onFace(-w * 0.5, y + 0.13),
    rig.onFace(w * 0.5, y + 0.13),
    rig.onFace(w * 0.8, y + 0.02),
  ];
  return { path: splinePath([...around, ...inner], true), edge: [] };
}

function fullPatch(scene: Scene, grow: number): BeardPatch {
  const { rig, silhouette } = scene;
  const { heights, left, right } = silhouette;
  const { yawRad: yaw, scale } = rig.view;
  const middle = rig.at(0, 0.6, 0.3)[0];
  const grown = ([x, y]: Point2, height: number): Point2 => {
    const size = grow * scale * clamp((height - TOP) / 0.5);
    return [x + Math.sign(x - middle) * size * 0.7, y + size * clamp((height - 0.7) / 0.5) * 0.9];
  };
  // On the near side of a turned head the silhouette is the back of the head: there the beard follows the jaw before
  // the ear.
  const edge = (side: number, point: Point2, height: number): Point2 => {
    if (Math.abs(yaw) < 0.08 || side * yaw > 0) return point;
    const [jx, jy] = rig.at(side * rig.head.halfWidth(height) * 0.985, height, 0.06);
    const t = clamp((height - 0.85) / 0.35);
    return [mix(jx, point[0], t), mix(jy, point[1], t)];
  };
  const rows = heights.map((height, i) => ({ height, i })).filter(({ height }) => height >= TOP);
  const outline = [
    ...rows.map(({ height, i }) => grown(edge(-1, left[i], height), height)),
    ...rows.reverse().map(({ height, i }) => grown(edge(1, right[i], height), height)),
  ];
  const { halfWidth: w } = mouthGeometry(rig);
  const half: Point2[] = [
    [0.9, 0.2],
    [0.84, 0.48],
    [0.7, 0.7],
    [0.52, 0.79],
    [w + 0.08, 0.72],
    [w * 0.75, 0.72],
    [w * 0.3, 0.715],
  ];
  const inner = [
    ...half.map(([x, y], i) =>
      rig.onFace(x * (yaw > 0.15 && i < 2 ? 0.97 : 1), y + (yaw > 0.15 && i < 2 ? 0.08 : 0)),
    ),
    rig.onFace(0, 0.72),
    ...[...half].reverse().map(([x, y]) => rig.onFace(-x, y)),
  ];
  const fine = sample2(inner, 3);
  return { path: polygonPath([...outline, ...fine]), edge: fine };
}
