import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { flipped, type ClothPoint, type Garment } from '../tailor.js';

export const sweater: Garment = {
  front: (tailor) => {
    const { cloth, body, scene } = tailor;
    const s = body.shoulder;
    const isV = scene.character.clothing.neck === 'v';
    const w = body.neck + 0.14;
    const neckline: ClothPoint[] = isV
      ? [
          [-w - 0.04, -0.26, -0.1],
          [-w * 0.72, 0.04, 0.25],
          [0, 0.52, 0.44, true],
          [w * 0.72, 0.04, 0.25],
          [w + 0.04, -0.26, -0.1],
        ]
      : [
          [-w - 0.04, -0.26, -0.1],
          [-w * 0.8, -0.02, 0.2],
          [-w * 0.35, 0.14, 0.42],
          [w * 0.35, 0.14, 0.42],
          [w * 0.8, -0.02, 0.2],
          [w + 0.04, -0.26, -0.1],
        ];
    const clip = tailor.shell(neckline, cloth, 0.12);
    drawPattern(tailor, clip);
    drawForm(tailor, clip, cloth);
    for (const side of [-1, 1])
      tailor.seam(
        flipped(side, [
          [w + 0.1, -0.1, 0],
          [s * 0.6, 0.4, 0.2],
          [s * 0.7, 0.9, 0.1],
        ]),
        2.4,
        cloth,
      );
    tailor.rib(neckline, cloth, 0.17);
    if (isV) return;
    for (let i = -6; i <= 6; i++) {
      const x = (i / 6.4) * w;
      const rise = 0.3 * Math.abs(i / 6) ** 3;
      tailor.seam(
        [
          [x, 0.13 - rise, 0.42],
          [x * 1.1, 0.28 - rise, 0.42],
        ],
        1.8,
        cloth,
        0.6,
      );
    }
  },
};
