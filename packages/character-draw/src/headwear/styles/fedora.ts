import { mix } from '@avatar/image';
import type { Point2, Point3 } from '@avatar/vector';
import type { Headwear, Milliner } from '../milliner.js';

const CROWN: readonly Point3[] = [
  [-1.14, -0.72, 0.1, true],
  [-1.1, -1.1, 0.1],
  [-1, -1.5, 0.1],
  [-0.8, -1.86, 0.1],
  [-0.46, -2, 0.1],
  [-0.1, -1.86, 0.1],
  [0.2, -1.84, 0.1],
  [0.56, -1.98, 0.1],
  [0.86, -1.8, 0.1],
  [1.02, -1.46, 0.1],
  [1.1, -1.1, 0.1],
  [1.14, -0.72, 0.1, true],
  [0.6, -0.56, 0.1],
  [0, -0.5, 0.1],
  [-0.6, -0.56, 0.1],
];
const BAND: readonly Point3[] = [
  [-1.2, -0.74, 0.15],
  [-0.6, -0.56, 0.15],
  [0, -0.5, 0.15],
  [0.6, -0.56, 0.15],
  [1.2, -0.74, 0.15],
  [1.14, -1.08, 0.15],
  [0.6, -0.9, 0.15],
  [0, -0.84, 0.15],
  [-0.6, -0.9, 0.15],
  [-1.14, -1.08, 0.15],
];

export const fedora: Headwear = {
  back: (milliner) => {
    const { scene, tones } = milliner;
    const { radius, bend } = brimOf(milliner);
    const brim = Array.from({ length: 24 }, (_, i) =>
      brimPoint(milliner, (i / 24) * 2 * Math.PI, radius, 0.18, bend, 0.2),
    );
    scene.shape(brim, tones.deep, { outline: tones, weight: 1.2, isHeavy: true });
  },
  front: (milliner) => {
    const { scene, tones, second } = milliner;
    milliner.faceShadow(
      milliner.points([
        [-1.2, -0.5, 0.6],
        [-0.6, -0.3, 0.8],
        [0, -0.24, 0.9],
        [0.6, -0.26, 0.8],
        [1.2, -0.4, 0.6],
        [1.2, -1, 0.6],
        [-1.2, -1, 0.6],
      ]),
    );
    const crown = scene.shape(milliner.points(CROWN), tones.base, {
      outline: tones,
      weight: 1.2,
      isHeavy: true,
    });
    scene.within(scene.document.clipPath(crown), () => {
      scene.shape(
        milliner.points([
          [0.3, -0.5, 0.3],
          [0.4, -1.1, 0.3, true],
          [0.3, -1.5, 0.3],
          [0.16, -1.8, 0.3, true],
          [0.6, -2.1, 0.3],
          [1.4, -1.6, 0.3],
          [1.4, -0.4, 0.3],
        ]),
        tones.shadow,
      );
      scene.shape(
        milliner.points([
          [-0.12, -1.88, 0.3, true],
          [-0.02, -1.5, 0.3],
          [0.06, -1.2, 0.3, true],
          [0.12, -1.5, 0.3],
          [0.22, -1.86, 0.3, true],
          [0.05, -1.8, 0.3],
        ]),
        tones.deep,
        { opacity: 0.9 },
      );
      scene.stroke(
        milliner.points([
          [-0.92, -1.36, 0.3],
          [-0.76, -1.72, 0.3],
          [-0.46, -1.9, 0.3],
        ]),
        9,
        tones.light,
      );
      scene.shape(milliner.points(BAND), second.base, { outline: second });
      scene.stroke(
        milliner.points([
          [-1, -0.92, 0.15],
          [-0.5, -0.78, 0.15],
          [0, -0.74, 0.15],
        ]),
        4,
        second.light,
      );
    });
    drawBrim(milliner);
  },
};

/** A wide brim hangs where a narrow one turns up. */
function brimOf({ scene }: Milliner): { readonly radius: number; readonly bend: number } {
  const { brim } = scene.character.headwear;
  return { radius: mix(1.36, 2.2, brim), bend: mix(0.24, -0.06, brim) };
}

function brimPoint(
  milliner: Milliner,
  angle: number,
  radius: number,
  rise: number,
  bend: number,
  depth: number,
): Point2 {
  return milliner.at(
    Math.sin(angle) * radius,
    -0.72 + rise * Math.cos(angle) - bend * Math.abs(Math.sin(angle)) ** 3,
    Math.cos(angle) * depth,
  );
}

function drawBrim(milliner: Milliner): void {
  const { scene, tones } = milliner;
  const arc = (reach: number, rise: number, turn: number) =>
    Array.from({ length: 15 }, (_, i) =>
      brimPoint(milliner, -1.57 + (3.14 * i) / 14, reach, rise, turn, 0.3),
    );
  const { radius, bend } = brimOf(milliner);
  const brim = scene.shape(
    [...arc(radius, 0.3, bend), ...arc(radius - 0.06, 0.13, bend - 0.03).reverse()],
    tones.base,
    {
      outline: tones,
      weight: 1.2,
      isHeavy: true,
    },
  );
  scene.within(scene.document.clipPath(brim), () => {
    scene.shape(
      milliner.points([
        [0.3, -0.3, 0.3],
        [0.5, -0.7, 0.3],
        [1.8, -1.1, 0.3],
        [1.8, -0.2, 0.3],
      ]),
      tones.shadow,
    );
    scene.stroke(
      milliner.points([
        [-1.5, -0.8, 0.3],
        [-1, -0.6, 0.3],
        [-0.3, -0.5, 0.3],
      ]),
      5,
      tones.light,
    );
  });
}
