import { mixColours, polygonPath, sample2, splinePath, type Point2 } from '@avatar/vector';
import type { Headwear, Milliner } from '../milliner.js';

/** Bands wrapped from both sides, which cross over the brow. */
export const turban: Headwear = {
  front: (milliner) => {
    const { scene, tones } = milliner;
    const { rig } = scene;
    const crown: readonly (readonly [number, number])[] = [
      [-1.04, 0],
      [-1.22, -0.45],
      [-1.3, -0.95],
      [-1.1, -1.5],
      [-0.62, -1.88],
      [0, -2],
      [0.62, -1.88],
      [1.1, -1.5],
      [1.3, -0.95],
      [1.22, -0.45],
      [1.04, 0],
    ];
    const outer = crown.map(([x, y]): Point2 => {
      const [cx, cy] = rig.turn([0, y, -0.05]);
      return rig.project([cx + x, cy]);
    });
    const lower = milliner.points([
      [0.98, -0.05, 0.15],
      [0.88, -0.42, 0.55],
      [0.5, -0.74, 0.9],
      [0.05, -0.92, 1.04],
      [-0.5, -0.74, 0.9],
      [-0.88, -0.42, 0.55],
      [-0.98, -0.05, 0.15],
    ]);
    milliner.faceShadow([
      ...scene.face([
        [-0.94, -0.2],
        [-0.6, -0.52],
        [0, -0.72],
        [0.66, -0.46],
        [0.96, -0.1],
        [0.96, -1],
        [-0.94, -1],
      ]),
    ]);
    const mass = splinePath([...outer, ...lower], true);
    scene.fill(mass, mixColours(tones.base, tones.shadow, 0.3), {
      outline: tones,
      weight: 1.3,
      isHeavy: true,
    });
    scene.within(scene.document.clipPath(mass), () => {
      for (const side of [1, -1]) for (let i = 5; i >= 0; i--) drawBand(milliner, side, i / 5);
      // The inner fold that shows where the bands part.
      scene.shape(
        milliner.points([
          [-0.2, -0.8, 1.04],
          [0, -1.02, 1.14],
          [0.22, -0.8, 1.04],
          [0, -0.7, 1.06],
        ]),
        tones.deep,
        { opacity: 0.9 },
      );
    });
  },
};

function drawBand({ scene, tones }: Milliner, side: number, t: number): void {
  const { rig, document } = scene;
  const line = [
    rig.at(side, -0.02 - t * 0.2, 0.1),
    rig.at(side * (1.32 - 0.1 * t), -0.35 - t * 0.62, 0),
    rig.at(side * (1.2 - 0.3 * t), -0.62 - t, 0.5),
    rig.at(side * (0.3 - 0.2 * t), -0.86 - t * 0.98, 1.1),
    rig.at(-side * 0.1, -0.9 - t, 1.1),
  ];
  const width = 0.24 * rig.view.scale;
  const fine = sample2(line, 6);
  const narrowing = (i: number) => {
    const u = i / (fine.length - 1);
    return u < 0.7 ? 1 : 1 - (0.96 * (u - 0.7)) / 0.3;
  };
  const offset = (share: number) => fine.map(([x, y], i): Point2 => [x, y + width * share * narrowing(i)]);
  scene.fill(
    polygonPath([...offset(0.2), ...offset(-1).reverse()]),
    document.linear(line[4], line[1], [
      [0, mixColours(tones.base, tones.light, side < 0 ? 0.8 : 0.3)],
      [0.6, tones.base],
      [1, tones.shadow],
    ]),
  );
  const taper = (u: number) => (u < 0.55 ? 0.5 + (0.5 * u) / 0.55 : Math.max(0.02, (0.9 - u) / 0.35));
  scene.stroke(line, scene.ifInked(2.8, 2), scene.ifInked(tones.line, tones.deep), { taper, opacity: 0.75 });
  const crease = (dy: number, size: number, opacity: number) =>
    scene.stroke(
      line.map(([x, y]): Point2 => [x, y + width * dy]),
      size,
      tones.shadow,
      { opacity },
    );
  crease(-0.3, 6, 0.5);
  crease(-0.58, 3, 0.55);
}
