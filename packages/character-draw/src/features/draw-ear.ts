import type { EarShape } from '@avatar/character';
import { clamp } from '@avatar/image';
import { corner, type Point2 } from '@avatar/vector';
import type { Rig } from '../rig/rig.js';
import type { Scene } from '../looks/vector/scene.js';
import type { Side } from './eye-shape.js';

type EarKind = EarShape | 'elf' | 'pointed';
type EarPoint = readonly [u: number, v: number, tip?: boolean];

/** Outlines: u away from the head, v down from the middle of the ear. */
const OUTLINES: Readonly<Record<EarKind, readonly EarPoint[]>> = {
  round: [
    [-0.25, -0.7],
    [0.25, -0.95],
    [0.78, -0.86],
    [1, -0.45],
    [0.84, 0.08],
    [0.58, 0.56],
    [0.2, 0.92],
    [-0.15, 0.88],
    [-0.3, 0.55],
  ],
  square: [
    [-0.25, -0.8],
    [0.3, -1.02],
    [0.95, -1],
    [1.12, -0.5],
    [0.98, 0],
    [0.62, 0.55],
    [0.1, 0.82],
    [-0.2, 0.8],
    [-0.3, 0.55],
  ],
  lobe: [
    [-0.25, -0.75],
    [0.25, -1],
    [0.85, -0.9],
    [1.06, -0.45],
    [0.86, 0.1],
    [0.68, 0.5],
    [0.56, 0.95],
    [0.24, 1.2],
    [-0.1, 1.1],
    [-0.25, 0.6],
  ],
  elf: [
    [-0.25, -0.7],
    [0.3, -0.95],
    [1.2, -1.35],
    [2.5, -2.2, true],
    [1.9, -1.15],
    [1.2, -0.1],
    [0.7, 0.55],
    [0.25, 0.95],
    [-0.15, 0.9],
    [-0.3, 0.6],
  ],
  pointed: [
    [-0.25, -0.75],
    [0.25, -1.02],
    [0.8, -1.28],
    [1.34, -1.75, true],
    [1.2, -0.85],
    [0.92, 0],
    [0.6, 0.56],
    [0.2, 0.92],
    [-0.15, 0.88],
    [-0.3, 0.55],
  ],
};

const INNER: readonly EarPoint[] = [
  [-0.2, -0.5],
  [0.3, -0.72],
  [0.65, -0.5],
  [0.5, 0],
  [0.25, 0.45],
  [-0.1, 0.5],
];
const INNER_ELF: readonly EarPoint[] = [
  [-0.2, -0.4],
  [0.5, -0.7],
  [1.9, -1.75],
  [1.1, -0.5],
  [0.4, 0.3],
  [-0.1, 0.5],
];

function earKind({ person }: Rig): EarKind {
  const { effects, ears } = person.character;
  return effects.includes('elf_ears') ? 'elf' : effects.includes('pointed_ears') ? 'pointed' : ears.shape;
}

/** The far ear of a turned head is hidden. */
export const isEarVisible = (rig: Rig, side: Side): boolean => rig.view.yawRad * side <= 0.3;

/** A point of an ear on the canvas. */
export function earPoint(rig: Rig, side: Side, u: number, v: number): Point2 {
  const open = clamp(Math.abs(Math.sin(rig.view.yawRad)) * 1.3);
  const root = rig.head.halfWidth(0.15) * 0.985;
  return rig.at(side * (root + u * 0.17 * (1 - 0.25 * open)), 0.2 + v * 0.36, -0.12 - u * 0.28);
}

export function drawEar(scene: Scene, side: Side): void {
  const { rig, palette } = scene;
  if (!isEarVisible(rig, side)) return;
  const kind = earKind(rig);
  const on = ([u, v, isTip]: EarPoint): Point2 => {
    const [x, y] = earPoint(rig, side, u, v);
    return isTip ? corner(x, y) : [x, y];
  };
  const { skin } = palette;
  scene.shape(OUTLINES[kind].map(on), skin.base, { outline: skin });
  scene.shape((kind === 'elf' ? INNER_ELF : INNER).map(on), skin.shadow, { opacity: 0.9 });
  scene.stroke(
    (
      [
        [0.05, -0.62],
        [0.5, -0.7],
        [0.78, -0.42],
        [0.6, 0.1],
        [0.32, 0.5],
      ] as const
    ).map(on),
    2.3,
    skin.line,
    {
      opacity: 0.65,
    },
  );
  scene.stroke(
    (
      [
        [-0.12, 0],
        [0.2, 0.06],
        [0.18, 0.35],
      ] as const
    ).map(on),
    2.2,
    skin.line,
    { opacity: 0.6 },
  );
}
