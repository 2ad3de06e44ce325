import type { Tones } from '../looks/vector/tones.js';
import { edge, type ClothPoint, type Tailor } from './tailor.js';

/** Shade of the far side, gaps of the sleeves, and folds from the armpits: one of three sets by the seed. */
export function drawForm(tailor: Tailor, clip: string, tones: Tones, { folds = true } = {}): void {
  const { scene } = tailor;
  const { shoulder: s } = tailor.body;
  scene.within(clip, () => {
    tailor.area(
      [
        [s * 0.56, -0.22, 0],
        [s * 0.72, 0.2, 0],
        [s * 0.6, 0.42, 0],
        edge(s * 0.48, 0.62, 0),
        [s * 0.64, 0.72, 0],
        [s * 0.6, 1.1, 0],
        edge(s * 0.46, 1.5, 0),
        [s * 0.62, 1.6, 0],
        [s * 0.64, 4, 0],
        [s + 1, 4, 0],
        [s + 1, -0.4, 0],
      ],
      tones.shadow,
      scene.ifInked(1, 0.9),
    );
    tailor.area(
      [
        edge(-s * 0.74, 0.5, 0),
        [-s * 0.66, 1, 0],
        [-s * 0.68, 1.8, 0],
        [-s * 0.7, 4, 0],
        [-s * 0.84, 4, 0],
        [-s * 0.78, 1.6, 0],
      ],
      tones.shadow,
      0.9,
    );
    if (tailor.hasFreeArms) hangingSleeves(tailor, tones, folds);
    else if (folds) waistFolds(tailor, tones);
  });
}

function hangingSleeves(tailor: Tailor, tones: Tones, folds: boolean): void {
  const { shoulder: s } = tailor.body;
  for (const side of [-1, 1])
    tailor.seam(
      [
        [side * s * 0.84, 0.62, 0],
        [side * s * 0.78, 1.1, 0],
        [side * s * 0.8, 2.4, 0],
      ],
      2.6,
      tones,
      0.9,
      'in',
    );
  if (!folds) return;
  const set = tailor.scene.character.seed % 3;
  if (set !== 1)
    tailor.fold([-s * 0.8, 0.74, 0], [-s * 0.5, 0.86, 0.3], [-s * 0.26, set ? 0.9 : 0.74, 0.4], 15, tones);
  if (set !== 2) tailor.fold([-s * 0.82, 0.98, 0], [-s * 0.5, 1.12, 0.3], [-s * 0.34, 1.1, 0.4], 11, tones);
  if (set === 1) tailor.fold([-s * 0.78, 0.66, 0], [-s * 0.6, 0.5, 0.2], [-s * 0.42, 0.42, 0.4], 12, tones);
  if (set !== 2) tailor.fold([s * 0.74, 0.78, 0], [s * 0.5, 0.92, 0.3], [s * 0.3, 0.84, 0.4], 14, tones);
  else {
    tailor.fold([s * 0.72, 0.7, 0], [s * 0.5, 0.7, 0.3], [s * 0.34, 0.56, 0.4], 12, tones);
    tailor.fold([-0.1, 1], [0.1, 1.14], [0.36, 1.1], 10, tones);
  }
  tailor.stroke(
    [
      [-s * 0.98, 0.42, 0],
      [-s * 0.9, 0.58, 0],
      [-s * 0.84, 0.66, 0],
    ],
    7,
    tones.shadow,
    0.9,
  );
  tailor.stroke(
    [
      [-s * 0.72, 0.04, 0],
      [-s * 0.86, 0.18, 0],
      [-s * 0.93, 0.36, 0],
    ],
    6,
    tones.light,
    0.8,
  );
}

function waistFolds(tailor: Tailor, tones: Tones): void {
  const b = tailor.body.shoulder * 0.7;
  const folds: readonly (readonly [ClothPoint, ClothPoint, ClothPoint, number])[] = [
    [[-b, 1, 0.1], [-b * 0.5, 1.3], [-b * 0.1, 1.26, 0.45], 15],
    [[b, 1.1, 0.1], [b * 0.6, 1.36], [b * 0.2, 1.42, 0.45], 14],
    [[-b, 1.9, 0.1], [-b * 0.5, 2.3], [0, 2.44, 0.45], 16],
    [[b, 2, 0.1], [b * 0.5, 2.5], [0.1, 2.7, 0.45], 14],
    [[-b, 2.7, 0.1], [-b * 0.6, 3.1, 0.3], [-b * 0.2, 3.3], 13],
  ];
  for (const [from, over, to, width] of folds) tailor.fold(from, over, to, width, tones);
  tailor.seam(
    [
      [-b, 2, 0.1],
      [-b * 0.7, 2.2, 0.3],
      [-b * 0.45, 2.3],
    ],
    2.4,
    tones,
    0.7,
    'out',
  );
}
