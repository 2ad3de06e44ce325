import { drawNumber, jerseyNumber } from '../digits.js';
import { drawForm } from '../form.js';
import { edge, flipped, type ClothPoint, type Garment } from '../tailor.js';

export const jersey: Garment = {
  hasShortSleeves: true,
  front: (tailor) => {
    const { cloth, second, body, scene } = tailor;
    const s = body.shoulder;
    const w = body.neck + 0.16;
    const neckline: ClothPoint[] = [
      [-w - 0.06, -0.2, -0.1],
      [-w * 0.7, 0.08, 0.25],
      edge(0, 0.4, 0.42),
      [w * 0.7, 0.08, 0.25],
      [w + 0.06, -0.2, -0.1],
    ];
    const clip = tailor.shell(neckline, cloth);
    drawForm(tailor, clip, cloth);
    for (const side of [-1, 1]) {
      const yoke = flipped(side, [
        [w + 0.1, -0.18, 0],
        [s * 0.62, 0.3, 0.2],
        [s * 0.72, 0.8, 0.1],
        [s * 0.86, 0.74, 0],
        [s * 0.84, 0.26, 0],
        [s * 0.7, -0.06, 0],
      ]);
      tailor.area(yoke, second.base, 1, clip);
      tailor.area(
        flipped(side, [
          [s * 0.78, 0.1, 0],
          [s * 0.86, 0.4, 0],
          [s * 0.8, 0.78, 0.1],
          [s * 0.86, 0.74, 0],
          [s * 0.94, 0.3, 0],
        ]),
        second.shadow,
        0.7,
        clip,
      );
      tailor.seam(
        flipped(side, [
          [w + 0.1, -0.18, 0],
          [s * 0.62, 0.3, 0.2],
          [s * 0.72, 0.82, 0.1],
        ]),
        2.2,
        cloth,
        0.9,
      );
      tailor.seam(
        flipped(side, [
          [s * 0.72, -0.08, 0],
          [s * 0.86, 0.24, 0],
          [s * 0.86, 0.8, 0],
        ]),
        2,
        cloth,
      );
    }
    tailor.rib(neckline, second, 0.13);
    drawNumber(tailor, jerseyNumber(scene.character), second);
  },
};
