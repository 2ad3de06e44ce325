import { ellipsePoints, polygonPath, splinePath, type Point2 } from '@avatar/vector';
import { drawGlow, drawRune } from '../looks/vector/glow.js';
import type { Scene } from '../looks/vector/scene.js';

interface Circuit {
  readonly line: readonly Point2[];
  readonly isSecond: boolean;
  readonly width: number;
}

const CIRCUITS: readonly Circuit[] = [
  {
    line: [
      [0.94, 0.36],
      [0.74, 0.36],
      [0.62, 0.5],
      [0.62, 0.7],
      [0.5, 0.82],
    ],
    isSecond: false,
    width: 3,
  },
  {
    line: [
      [0.94, 0.56],
      [0.78, 0.56],
      [0.72, 0.64],
      [0.72, 0.84],
      [0.6, 0.98],
    ],
    isSecond: true,
    width: 2.4,
  },
  {
    line: [
      [0.96, -0.5],
      [0.76, -0.5],
      [0.66, -0.62],
      [0.4, -0.62],
    ],
    isSecond: false,
    width: 2.4,
  },
  {
    line: [
      [-0.94, 0.4],
      [-0.76, 0.4],
      [-0.66, 0.54],
      [-0.66, 0.66],
    ],
    isSecond: true,
    width: 2.6,
  },
  {
    line: [
      [-0.92, 0.6],
      [-0.8, 0.6],
      [-0.74, 0.72],
      [-0.62, 0.86],
    ],
    isSecond: false,
    width: 2.2,
  },
  {
    line: [
      [0, -1.1],
      [0, -0.84],
      [0.08, -0.76],
      [0.08, -0.62],
    ],
    isSecond: true,
    width: 2.2,
  },
];

/** Light on the skin of the face. */
export function drawFaceEffects(scene: Scene): void {
  const { effects } = scene.character;
  if (effects.includes('neon_circuits')) drawCircuits(scene);
  if (effects.includes('glowing_runes')) drawFaceRunes(scene);
}

function drawCircuits(scene: Scene): void {
  const { glow } = scene.character;
  scene.within(scene.faceClip, () => {
    for (const { line, isSecond, width } of CIRCUITS) {
      const colour = isSecond ? glow.second : glow.hex;
      const points = scene.face(line, 0.02);
      drawGlow(scene, polygonPath(points, false), colour, width);
      const end = splinePath(
        ellipsePoints(points[points.length - 1], 3.6 * scene.unit, 3.6 * scene.unit, 10),
        true,
      );
      scene.fill(end, '#ffffff');
      scene.line(end, 2.4, colour);
    }
  });
}

/** On forehead and cheeks; a beard leaves the forehead only. */
function drawFaceRunes(scene: Scene): void {
  const { glow, facial_hair: beard } = scene.character;
  const places: readonly (readonly [x: number, y: number, size: number])[] = beard.style.includes('beard')
    ? [
        [0, -0.5, 0.12],
        [-0.26, -0.5, 0.09],
        [0.26, -0.5, 0.09],
      ]
    : [
        [0, -0.62, 0.12],
        [-0.56, 0.5, 0.11],
        [0.56, 0.5, 0.11],
      ];
  places.forEach(([x, y, size], i) =>
    drawRune(scene, scene.rig.onFace(x, y, 0.02), size * scene.rig.view.scale, i + 1, glow.hex),
  );
}
