import { mixColours, splinePath, type Point2 } from '@avatar/vector';
import type { Headwear, Milliner } from '../milliner.js';

/** A scarf around head and shoulders: cloth that falls in folds, drawn across under the chin. */
export const hijab: Headwear = {
  back: (milliner) => {
    const { scene, tones } = milliner;
    const { rig } = scene;
    scene.shape(
      [
        ...milliner.dome(0.24, 2.2),
        rig.onBody(1.25, 1.6, -0.3),
        rig.onBody(1.5, 2.3, -0.2),
        rig.onBody(-1.5, 2.3, -0.2),
        rig.onBody(-1.25, 1.6, -0.3),
      ],
      tones.deep,
      { outline: tones, weight: 1.2 },
    );
  },
  front: (milliner) => {
    const { scene, tones } = milliner;
    const { rig, document } = scene;
    const opening = splinePath(openingOf(milliner), true);
    const cloth = splinePath([...milliner.dome(0.22, 1.95), ...drape(milliner)], true);
    drawUnderscarf(milliner);
    scene.document.path(cloth + opening, {
      fill: document.linear(rig.at(0, -1.4, 0), rig.onBody(0, 3.2), [
        [0, mixColours(tones.base, tones.light, 0.6)],
        [0.5, tones.base],
        [1, mixColours(tones.base, tones.shadow, 0.4)],
      ]),
      rule: 'evenodd',
      ...(scene.isInked && { stroke: tones.line, strokeWidth: scene.look.ink * 1.2 * scene.unit }),
    });
    scene.within(document.clipPath(cloth + opening, 'evenodd'), () => drawFolds(milliner));
    if (scene.isInked) scene.line(opening, scene.look.ink, tones.line);
  },
};

/** The opening for the face: the cloth lies along the cheeks and under the chin. */
function openingOf({ scene }: Milliner): Point2[] {
  const { rig } = scene;
  const { chinY, halfWidth } = rig.head;
  const stretch = chinY / 1.41;
  const half: readonly (readonly [number, number])[] = [
    [0.4, -0.68],
    [0.7, -0.46],
    [0.85, -0.1],
    [0.87, 0.3],
    [0.8, 0.7 * stretch],
    [0.62, 1.02 * stretch],
    [0.36, 1.27 * stretch],
    [0.15, chinY - 0.055],
  ];
  const on = (side: number) =>
    half.map(([x, y]) => rig.onFace(side * (y > 0.4 ? Math.min(x, halfWidth(y) * 0.94) : x), y, 0.03));
  return [rig.onFace(0, -0.74, 0.03), ...on(1), rig.onFace(0, chinY - 0.03, 0.03), ...on(-1).reverse()];
}

/** A close band of the same cloth, darker, over the hairline. */
function drawUnderscarf({ scene, tones }: Milliner): void {
  const outer = scene.face(
    [
      [-0.86, -0.34],
      [-0.7, -0.62],
      [-0.4, -0.82],
      [0, -0.88],
      [0.4, -0.82],
      [0.7, -0.62],
      [0.86, -0.34],
    ],
    0.04,
  );
  const inner = scene.face(
    [
      [0.8, -0.24],
      [0.62, -0.46],
      [0.34, -0.62],
      [0, -0.67],
      [-0.34, -0.62],
      [-0.62, -0.46],
      [-0.8, -0.24],
    ],
    0.04,
  );
  scene.shape([...outer, ...inner], tones.deep, { clip: scene.faceClip });
}

function drape({ scene }: Milliner): Point2[] {
  const { rig } = scene;
  const right: readonly (readonly [number, number, number])[] = [
    [1.16, 1.35, 0],
    [1.2, 1.75, 0.1],
    [1.52, 2.2, 0.1],
    [1.25, 2.7, 0.35],
    [0.5, 3.15, 0.5],
    [-0.2, 3.3, 0.5],
    [-1, 2.85, 0.35],
    [-1.5, 2.2, 0.1],
    [-1.18, 1.75, 0.1],
    [-1.16, 1.35, 0],
  ];
  return right.map(([x, y, z]) => rig.onBody(x, y, z));
}

function drawFolds(milliner: Milliner): void {
  const { scene, tones } = milliner;
  const { rig } = scene;
  const h = (x: number, y: number, z: number) => rig.at(x, y, z);
  const b = (x: number, y: number, z: number) => rig.onBody(x, y, z);
  const shade = (points: readonly Point2[], opacity: number, fill = tones.shadow) =>
    scene.shape(points, fill, { opacity });
  shade(
    [
      h(0.5, -1.5, 0.3),
      h(1, -0.8, 0.3),
      h(1.02, 0.2, 0.3),
      h(0.8, 1, 0.4),
      b(0.9, 1.8, 0.3),
      b(1.8, 2.2, 0),
      h(1.6, 0.5, 0),
      h(1.3, -1, 0),
    ],
    0.75,
  );
  shade(
    [
      h(-0.98, 0.5, 0.2),
      h(-0.74, 1.06, 0.4),
      b(-0.2, 1.62, 0.5),
      b(0.6, 1.75, 0.5),
      b(1.1, 1.5, 0.2),
      b(0.9, 2, 0.4),
      b(0.1, 1.98, 0.5),
      b(-0.6, 1.6, 0.5),
    ],
    0.85,
  );
  shade(
    [
      b(-1.2, 1.75, 0.2),
      b(-0.6, 2.2, 0.5),
      b(0.3, 2.45, 0.5),
      b(1.2, 2.2, 0.3),
      b(0.5, 2.65, 0.5),
      b(-0.4, 2.55, 0.5),
    ],
    0.75,
  );
  shade(
    [h(-0.9, -0.5, 0.3), h(-0.6, -0.95, 0.6), h(0, -1.1, 0.8), h(-0.55, -1.06, 0.6), h(-1, -0.55, 0.2)],
    0.55,
  );
  shade(
    [
      h(0.9, 0.9, 0.4),
      h(0.5, 1.42, 0.6),
      h(0, 1.56, 0.7),
      h(-0.5, 1.44, 0.6),
      h(-0.82, 1, 0.4),
      h(-0.5, 1.36, 0.6),
      h(0, 1.44, 0.7),
      h(0.5, 1.34, 0.6),
    ],
    0.9,
    tones.deep,
  );
  for (const line of [
    [h(-0.6, -1.35, 0.5), h(-1.08, -0.6, 0.3), h(-1.1, 0.3, 0.2), b(-0.9, 1.4, 0.3)],
    [h(-0.2, -1.5, 0.5), h(-0.84, -0.86, 0.6), h(-0.98, 0, 0.4)],
    [b(-1.2, 2, 0.3), b(-0.4, 2.4, 0.5), b(0.6, 2.4, 0.5), b(1.3, 2, 0.2)],
  ])
    scene.stroke(line, 5, tones.light, { opacity: 0.7 });
  for (const line of [
    [h(-0.92, 0.6, 0.3), h(-0.62, 1.2, 0.5), b(0, 1.7, 0.5), b(0.7, 1.78, 0.4)],
    [b(-1.1, 1.8, 0.2), b(-0.4, 2.3, 0.5), b(0.5, 2.45, 0.5)],
    [h(0.95, 0.7, 0.3), h(0.72, 1.2, 0.5), b(0.5, 1.5, 0.5)],
    [h(0.74, -1.2, 0.4), h(0.98, -0.7, 0.4), h(1.0, -0.2, 0.4)],
  ])
    milliner.seam(line, 2.6, tones, 0.7);
}
