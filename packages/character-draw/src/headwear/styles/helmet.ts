import { wearsGlass } from '../wears-glass.js';
import { ellipsePoints, mixColours, splinePath, type Point2 } from '@avatar/vector';
import type { Headwear, Milliner } from '../milliner.js';
import { glassHelmet } from './glass-helmet.js';

/** Over a spacesuit a globe of glass, else a knight's helmet with a raised visor. */
export const helmet: Headwear = {
  back: (milliner) => {
    if (isGlass(milliner)) glassHelmet.back?.(milliner);
  },
  front: (milliner) => {
    if (isGlass(milliner)) glassHelmet.front(milliner);
    else drawSteel(milliner);
  },
};

const isGlass = ({ scene }: Milliner): boolean => wearsGlass(scene.character);

function drawSteel(milliner: Milliner): void {
  const { scene, metal } = milliner;
  if (scene.character.headwear.plume) drawPlume(milliner);
  milliner.faceShadow(
    scene.face(
      [
        [-0.9, -0.6],
        [-0.7, -0.36],
        [0, -0.4],
        [0.7, -0.36],
        [0.9, -0.6],
        [0.9, 0.8],
        [0.74, 0.8],
        [0.72, -0.2],
        [0, -0.3],
        [-0.66, -0.2],
        [-0.76, -0.5],
      ],
      0.06,
    ),
  );
  const half: readonly (readonly [number, number, boolean?])[] = [
    [0.4, -0.54],
    [0.74, -0.42, true],
    [0.74, 0.1],
    [0.7, 0.6],
    [0.58, 1],
    [0.44, 1.24, true],
  ];
  const right = scene.face(half, 0.06);
  const left = scene.face(
    half.map(([x, y, c]) => [-x, y, c] as const),
    0.06,
  );
  const top = scene.face([[0, -0.56]], 0.06);
  const bowl = splinePath(
    [
      ...milliner.dome(Math.max(0.2, milliner.lift + 0.08), 1.86, 1, 24),
      ...milliner.points([
        [1.08, 0.7, 0.1],
        [0.98, 1.1, 0.3],
        [0.7, 1.3, 0.5],
      ]),
      ...[...right].reverse(),
      ...top,
      ...left,
      ...milliner.points([
        [-0.7, 1.3, 0.5],
        [-0.98, 1.1, 0.3],
        [-1.08, 0.7, 0.1],
      ]),
    ],
    true,
  );
  scene.fill(bowl, metal.base, { outline: metal, weight: 1.25, isHeavy: true });
  scene.within(scene.document.clipPath(bowl), () => {
    scene.shape(
      milliner.points([
        [0.2, -1.8, 0.2],
        [0.5, -1.2, 0.7],
        [0.4, -0.8, 0.8, true],
        [0.84, -0.5, 0.7],
        [0.86, 0.6, 0.5],
        [0.7, 1.4, 0.4],
        [1.6, 1.2, 0],
        [1.6, -1.6, 0],
      ]),
      metal.shadow,
    );
    scene.shape(
      milliner.points([
        [-0.7, -1.5, 0.2],
        [-0.94, -1, 0.4],
        [-0.9, -0.66, 0.5],
        [-0.74, -0.8, 0.6],
        [-0.6, -1.2, 0.5],
      ]),
      metal.light,
    );
    scene.stroke(
      milliner.points([
        [-0.98, -0.3, 0.2],
        [-0.98, 0.4, 0.2],
        [-0.9, 0.9, 0.3],
      ]),
      8,
      metal.light,
      { opacity: 0.9 },
    );
  });
  drawComb(milliner);
  drawVisor(milliner);
  drawFittings(milliner, right, left);
}

function drawPlume({ scene, second }: Milliner): void {
  const { rig } = scene;
  const [x, y] = rig.at(0, -1.7, -0.1);
  const on = ([dx, dy, isCorner]: readonly [number, number, boolean?]): Point2 => [
    x + dx * rig.view.scale,
    y + dy * rig.view.scale,
    isCorner,
  ];
  const feather = scene.shape(
    (
      [
        [-0.1, 0],
        [-0.26, -0.4],
        [-0.1, -0.86],
        [0.4, -1.04],
        [0.96, -0.84],
        [1.3, -0.36],
        [1.34, 0.16, true],
        [1.1, -0.1],
        [1.06, 0.12, true],
        [0.86, -0.24],
        [0.6, -0.36],
        [0.62, -0.18, true],
        [0.36, -0.36],
        [0.16, -0.14],
        [0.1, 0.06],
      ] as const
    ).map(on),
    second.base,
    { outline: second, weight: 1.2, isHeavy: true },
  );
  scene.within(scene.document.clipPath(feather), () => {
    scene.shape(
      (
        [
          [0.1, 0],
          [0.2, -0.5],
          [0.7, -0.66],
          [1.1, -0.3],
          [1.4, 0.2],
          [0.6, -0.1],
        ] as const
      ).map(on),
      second.shadow,
    );
    scene.stroke(
      (
        [
          [-0.1, -0.3],
          [0, -0.7],
          [0.4, -0.86],
          [0.8, -0.74],
        ] as const
      ).map(on),
      8,
      second.light,
    );
  });
}

function drawComb(milliner: Milliner): void {
  const { scene, metal, secondMetal } = milliner;
  const line = milliner.points([
    [0, -1.72, 0.2],
    [0, -1.4, 0.8],
    [0, -0.9, 1.1],
  ]);
  scene.stroke(line, 13, metal.line, { taper: 'soft' });
  scene.stroke(line, 8, secondMetal.base, { taper: 'soft' });
}

function drawVisor(milliner: Milliner): void {
  const { scene, metal } = milliner;
  const visor = scene.shape(
    milliner.points([
      [-1.14, -0.42, 0.2, true],
      [-0.94, -0.62, 0.7],
      [-0.5, -0.66, 1.1],
      [0, -0.58, 1.34, true],
      [0.5, -0.66, 1.1],
      [0.94, -0.62, 0.7],
      [1.14, -0.42, 0.2, true],
      [1.06, -0.84, 0.3],
      [0.6, -1.14, 1],
      [0, -1.2, 1.3, true],
      [-0.6, -1.14, 1],
      [-1.06, -0.84, 0.3],
    ]),
    mixColours(metal.base, metal.light, 0.35),
    { outline: metal, weight: 1.15, isHeavy: true },
  );
  scene.within(scene.document.clipPath(visor), () => {
    scene.shape(
      milliner.points([
        [0.04, -1.3, 1.3, true],
        [1.4, -1.2, 0.3],
        [1.4, -0.2, 0.3],
        [0.04, -0.5, 1.3, true],
      ]),
      metal.shadow,
    );
    scene.stroke(
      milliner.points([
        [-0.9, -0.86, 0.5],
        [-0.5, -1.02, 1],
        [-0.08, -1.08, 1.3],
      ]),
      6,
      '#ffffff',
      { opacity: 0.75 },
    );
  });
  for (const side of [-1, 1])
    for (let i = 0; i < 3; i++)
      scene.stroke(
        milliner.points([
          [side * (0.2 + i * 0.2), -0.98 + i * 0.03, 1.2 - i * 0.12],
          [side * (0.26 + i * 0.2), -0.8 + i * 0.02, 1.2 - i * 0.12],
        ]),
        4.4,
        metal.line,
        { taper: 'soft' },
      );
}

function drawFittings(milliner: Milliner, right: readonly Point2[], left: readonly Point2[]): void {
  const { scene, metal, secondMetal } = milliner;
  const { rig } = scene;
  for (const side of [-1, 1]) {
    if (side * rig.view.yawRad >= 0.4) continue;
    milliner.disc(milliner.at(side * 1.06, -0.5, 0.2), 0.14, secondMetal.base, secondMetal);
    milliner.disc(milliner.at(side * 1.06, -0.5, 0.2), 0.055, secondMetal.deep);
  }
  milliner.seam(scene.shifted(left.slice(2), -7, 0), 2, metal, 0.8);
  milliner.seam(scene.shifted(right.slice(2), 7, 0), 2, metal, 0.8);
  for (const side of [-1, 1])
    for (const y of [0.2, 0.55, 0.9]) {
      const centre = milliner.at(side * (0.94 - 0.12 * Math.max(0, y - 0.5)), y, 0.35);
      scene.shape(ellipsePoints(centre, 3.4 * scene.unit, 3.4 * scene.unit, 8), secondMetal.base, {
        outline: metal,
        weight: 0.5,
      });
    }
}
