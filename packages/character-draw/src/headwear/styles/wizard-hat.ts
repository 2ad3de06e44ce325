import { corner, polygonPath, type Point2, type Point3 } from '@avatar/vector';
import type { Headwear, Milliner } from '../milliner.js';

const RADIUS = 1.9;
const Y = -0.74;

const CONE: readonly Point3[] = [
  [-1.16, -0.74, 0.2, true],
  [-1.02, -1.02, 0.1],
  [-0.84, -1.5, 0.1],
  [-0.62, -1.95, 0.1],
  [-0.42, -2.4, 0.1],
  [-0.06, -2.86, 0.1],
  [0.42, -3.12, 0.1],
  [0.84, -3.02, 0.1, true],
  [0.52, -2.86, 0.1],
  [0.36, -2.56, 0.1],
  [0.56, -2.06, 0.1],
  [0.82, -1.56, 0.1],
  [1, -1.06, 0.1],
  [1.16, -0.74, 0.2, true],
  [0.6, -0.56, 0.2],
  [0, -0.5, 0.2],
  [-0.6, -0.56, 0.2],
];
const STARS = [
  [-0.5, -1.34, 0.1],
  [0, -1.86, 0.13],
  [-0.26, -2.5, 0.07],
  [0.56, -1.2, 0.08],
  [0.1, -1.16, 0.06],
] as const;

export const wizardHat: Headwear = {
  back: (milliner) => {
    const { scene, tones } = milliner;
    scene.shape(brimEdge(milliner, 0.24, 0.2, 0, 2 * Math.PI, 24), tones.deep, {
      outline: tones,
      weight: 1.2,
      isHeavy: true,
    });
  },
  front: (milliner) => {
    milliner.faceShadow(
      milliner.points([
        [-1.2, -0.5, 0.6],
        [-0.6, -0.34, 0.8],
        [0, -0.26, 0.9],
        [0.6, -0.3, 0.8],
        [1.2, -0.4, 0.6],
        [1.2, -1, 0.6],
        [-1.2, -1, 0.6],
      ]),
    );
    drawBrim(milliner);
    drawCone(milliner);
    drawBuckle(milliner);
  },
};

/** The brim bends up at the sides. */
function brimEdge(
  milliner: Milliner,
  rise: number,
  depth: number,
  from: number,
  to: number,
  count = 14,
): Point2[] {
  return Array.from({ length: count + (count === 24 ? 0 : 1) }, (_, i) => {
    const angle = from + ((to - from) * i) / count;
    return milliner.at(
      Math.sin(angle) * RADIUS,
      Y + rise * Math.cos(angle) + 0.1 * Math.abs(Math.sin(angle)) ** 3,
      Math.cos(angle) * depth,
    );
  });
}

function drawBrim(milliner: Milliner): void {
  const { scene, tones } = milliner;
  const front = brimEdge(milliner, 0.34, 0.3, -1.57, 1.57);
  const back = brimEdge(milliner, -0.02, 0.3, 1.57, -1.57).slice(1, -1);
  const brim = scene.shape([...front, ...back], tones.base, { outline: tones, weight: 1.2, isHeavy: true });
  scene.within(scene.document.clipPath(brim), () => {
    scene.shape(
      milliner.points([
        [0.3, -0.4, 0.3],
        [0.9, -0.5, 0.3],
        [2, -0.74, 0.3],
        [2, -0.2, 0.3],
        [0.4, -0.2, 0.3],
      ]),
      tones.shadow,
    );
    scene.shape(
      milliner.points([
        [-1.2, -0.62, 0.3],
        [0, -0.5, 0.3],
        [1.2, -0.62, 0.3],
        [1.2, -0.9, 0.3],
        [-1.2, -0.9, 0.3],
      ]),
      tones.deep,
      { opacity: 0.8 },
    );
    scene.stroke(
      milliner.points([
        [-1.8, -0.64, 0.3],
        [-1.2, -0.5, 0.3],
        [-0.4, -0.42, 0.3],
      ]),
      5,
      tones.light,
    );
  });
}

function drawCone(milliner: Milliner): void {
  const { scene, tones, second } = milliner;
  const cone = scene.shape(milliner.points(CONE), tones.base, { outline: tones, weight: 1.2, isHeavy: true });
  scene.within(scene.document.clipPath(cone), () => {
    scene.shape(
      milliner.points([
        [0.2, -0.4, 0.3],
        [0.3, -1, 0.3],
        [0.12, -1.5, 0.3, true],
        [0.3, -1.9, 0.3],
        [0.08, -2.3, 0.3, true],
        [0.2, -2.62, 0.3],
        [0.5, -2.9, 0.3],
        [1.2, -3, 0.3],
        [1.4, -0.4, 0.3],
      ]),
      tones.shadow,
    );
    for (const fold of [
      [
        [-0.7, -1.56, 0.3],
        [-0.2, -1.66, 0.3],
        [0.5, -1.5, 0.3],
        [0, -1.48, 0.3],
      ],
      [
        [-0.4, -2.3, 0.3],
        [0, -2.36, 0.3],
        [0.4, -2.2, 0.3],
        [0, -2.22, 0.3],
      ],
    ] as const)
      scene.shape(milliner.points(fold), tones.deep, { opacity: 0.7 });
    scene.stroke(
      milliner.points([
        [-0.82, -1.3, 0.3],
        [-0.56, -1.86, 0.3],
        [-0.36, -2.34, 0.3],
      ]),
      8,
      tones.light,
    );
    for (const [x, y, size] of STARS) drawStar(milliner, milliner.at(x, y), size);
    const band: readonly Point3[] = [
      [-1.2, -0.74, 0.2],
      [-0.6, -0.56, 0.2],
      [0, -0.5, 0.2],
      [0.6, -0.56, 0.2],
      [1.2, -0.74, 0.2],
      [1.12, -1, 0.2],
      [0.6, -0.84, 0.2],
      [0, -0.78, 0.2],
      [-0.6, -0.84, 0.2],
      [-1.12, -1, 0.2],
    ];
    scene.shape(milliner.points(band), second.base, { outline: second });
    scene.shape(
      milliner.points([
        [0.2, -0.5, 0.3],
        [0.6, -0.56, 0.3],
        [1.2, -0.74, 0.3],
        [1.12, -1, 0.3],
        [0.6, -0.84, 0.3],
        [0.2, -0.8, 0.3],
      ]),
      second.shadow,
    );
  });
}

function drawStar({ scene, second }: Milliner, [x, y]: Point2, size: number): void {
  const radius = size * scene.rig.view.scale;
  const points = Array.from({ length: 10 }, (_, i): Point2 => {
    const angle = -Math.PI / 2 + (i * Math.PI) / 5;
    const reach = i % 2 === 1 ? radius * 0.42 : radius;
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  });
  scene.fill(polygonPath(points), second.base);
}

function drawBuckle({ scene, second }: Milliner): void {
  const on = (points: readonly (readonly [number, number])[]) =>
    points.map(([x, y]) => {
      const [px, py] = scene.rig.at(x, y, 0.9);
      return corner(px, py);
    });
  scene.shape(
    on([
      [-0.2, -0.84],
      [0.2, -0.84],
      [0.22, -0.46],
      [-0.22, -0.46],
    ]),
    second.light,
    { outline: second },
  );
  scene.shape(
    on([
      [-0.1, -0.74],
      [0.1, -0.74],
      [0.11, -0.56],
      [-0.11, -0.56],
    ]),
    second.deep,
    { outline: second, weight: 0.8 },
  );
}
