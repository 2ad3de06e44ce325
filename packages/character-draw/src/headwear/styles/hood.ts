import { corner, shade, splinePath, type Point3 } from '@avatar/vector';
import { metalTones } from '../../looks/vector/tones.js';
import type { Headwear, Milliner } from '../milliner.js';

/** Right half of the opening, from the top to the throat. */
const OPENING: readonly Point3[] = [
  [0.5, -1.06, 0.5],
  [0.88, -0.74, 0.4],
  [1.06, -0.2, 0.3],
  [1.04, 0.5, 0.3],
  [0.84, 1.1, 0.4],
  [0.5, 1.56, 0.5],
];

/** A deep hood with a clasp under the chin; it shades the face. */
export const hood: Headwear = {
  back: (milliner) => {
    const { scene, tones } = milliner;
    const { rig } = scene;
    scene.shape(
      [
        ...milliner.dome(heightOf(milliner), 1.9),
        rig.onBody(1.3, 1.7, -0.3),
        rig.onBody(1.5, 2.3, -0.2),
        rig.onBody(-1.5, 2.3, -0.2),
        rig.onBody(-1.3, 1.7, -0.3),
      ],
      shade(tones.deep, { light: -0.08 }),
      { outline: tones, weight: 1.2 },
    );
  },
  front: (milliner) => {
    drawInnerShadow(milliner);
    drawCloth(milliner);
    drawClasp(milliner);
  },
};

const heightOf = ({ lift }: Milliner): number => Math.max(0.3, lift + 0.2);

function drawInnerShadow({ scene }: Milliner): void {
  const { rig } = scene;
  const [bx, by] = rig.at(0, 2.6, 0);
  const lit = splinePath(
    [
      ...scene.face([
        [-0.62, -0.2],
        [-0.3, -0.34],
        [0.24, -0.32],
        [0.56, -0.16],
        [0.6, 0.4],
        [0.5, 0.9],
        [0.36, 1.6],
      ]),
      [bx, by],
      ...scene.face([
        [-0.6, 1.5],
        [-0.74, 0.9],
        [-0.76, 0.3],
      ]),
    ],
    true,
  );
  scene.document.path(`${scene.everywhere}${lit}`, {
    fill: scene.palette.skin.dark,
    opacity: 0.4,
    rule: 'evenodd',
    clip: scene.faceClip,
  });
}

function drawCloth(milliner: Milliner): void {
  const { scene, tones } = milliner;
  const { rig } = scene;
  const dome = milliner.dome(heightOf(milliner), 1.72, 1, 24);
  const [tx, ty] = dome[12];
  dome[12] = corner(tx + 0.06 * rig.view.scale, ty - 0.12 * rig.view.scale);
  const top: Point3 = [0, -1.22, 0.5];
  const right = milliner.points([top, ...OPENING]);
  const left = milliner.points(OPENING.map(([x, y, z]): Point3 => [-x, y, z]));
  const [rx, ry] = rig.onBody(0.1, 2.62, 0.5);
  const [lx, ly] = rig.onBody(-0.1, 2.62, 0.5);
  const cloth = splinePath(
    [
      ...dome,
      rig.onBody(1.34, 1.6, 0.1),
      rig.onBody(1.2, 2.1, 0.3),
      corner(rx, ry),
      ...[...right].reverse(),
      ...left,
      corner(lx, ly),
      rig.onBody(-1.2, 2.1, 0.3),
      rig.onBody(-1.34, 1.6, 0.1),
    ],
    true,
  );
  scene.fill(cloth, tones.base, { outline: tones, weight: 1.3, isHeavy: true });
  scene.within(scene.document.clipPath(cloth), () => {
    scene.shape(
      [
        ...milliner.points([
          [0.3, -1.9, 0.2],
          [0.7, -1.3, 0.3],
          [0.62, -1, 0.3, true],
          [1.1, -0.5, 0.3],
          [1.08, 0.1, 0.3, true],
          [1.18, 0.7, 0.3],
          [0.9, 1.3, 0.3],
        ]),
        rig.onBody(0.3, 2.3),
        rig.onBody(2, 2.3),
        rig.at(2, -1.6, 0),
      ],
      tones.shadow,
    );
    const edge = [...left].reverse().concat(right);
    scene.stroke(edge, 15, tones.deep, { taper: 'soft' });
    scene.stroke(edge, 4, tones.line, { taper: 'soft', opacity: 0.9 });
    for (const line of [
      [
        [-1.2, -0.9, 0.2],
        [-1.3, -0.1, 0.2],
        [-1.2, 0.8, 0.2],
      ],
      [
        [-0.8, -1.5, 0.2],
        [-1.1, -1, 0.2],
        [-1.2, -0.5, 0.2],
      ],
      [
        [-0.2, -1.66, 0.2],
        [-0.6, -1.5, 0.2],
        [-0.86, -1.2, 0.2],
      ],
    ] as const)
      scene.stroke(milliner.points(line), 8, tones.light, { opacity: 0.9 });
    for (const line of [
      [
        [-1.2, 0.5, 0.3],
        [-1, 1.1, 0.3],
        [-0.5, 1.8, 0.3],
      ],
      [
        [-1.36, 0.9, 0.3],
        [-1.1, 1.5, 0.3],
        [-0.6, 2, 0.3],
      ],
    ] as const)
      scene.stroke(milliner.points(line), 10, tones.shadow, { taper: 'in' });
    milliner.seam(
      milliner.points([
        [0.1, -1.7, 0.2],
        [0.08, -1.46, 0.4],
        [0, -1.26, 0.5],
      ]),
      2.4,
      tones,
      0.8,
    );
  });
}

function drawClasp(milliner: Milliner): void {
  const { scene } = milliner;
  const gold = metalTones('#d6a94a');
  const centre = scene.rig.onBody(0, 2.56, 0.5);
  milliner.disc(centre, 0.15, gold.base, gold);
  milliner.disc(centre, 0.08, scene.palette.third.base, gold, 0.7);
}
